// The entry of this feature's chunk.
export { HandInPage } from './hand-in-page.tsx';
export { ReportPage } from './report-page.tsx';
export { flushAll, forgetAll, resumeAll, unsentCount } from './saver-registry.ts';
