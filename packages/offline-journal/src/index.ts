export { backoffMs } from './backoff.ts';
export type { CellKey } from './cell-key.ts';
export { clearJournals, indexedDbJournal, waitingInJournals } from './indexed-db-journal.ts';
export { memoryJournal, type Journal } from './journal.ts';
export { isEmptyEntry, restored, toJournal, type JournalEntry } from './journal-entry.ts';
export { newKey } from './new-key.ts';
export { classifySaveFailure } from './save-failure.ts';
export type { CellRefusal, SaveFailure, SaveRefusalCodes, TheirValue } from './save-failure.ts';
export {
  acknowledged,
  batched,
  cellStateOf,
  conflicted,
  emptyQueue,
  moodOf,
  pendingOf,
  refused,
  sendingStarted,
  typed,
  unsentCells,
} from './save-queue.ts';
export type { CellState, Conflict, Edit, QueueMood, QueueState, Typed } from './save-queue.ts';
export { createSaver, PAUSE_MS } from './saver.ts';
export type { Keeping, Saver, SaveRequest } from './saver.ts';
