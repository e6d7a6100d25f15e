// The entry of this feature's chunk.
export { draftCount, keepDraftsFor } from './model/drafts.ts';
export { HandInPage } from './hand-in-page.tsx';
export { ReportPage } from './report-page.tsx';
export {
  allKept,
  flushAll,
  forgetAll,
  onWork,
  resumeAll,
  resumeJournals,
  unsentCount,
  unsentOnDevice,
  workLeft,
  type WorkLeft,
} from './saver-registry.ts';
