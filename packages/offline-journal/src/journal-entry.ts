import type { CellKey } from './cell-key.ts';
import type { Batch, Edit, QueueState } from './save-queue.ts';

/** What the journal keeps. */
export interface JournalEntry {
  readonly edits: QueueState['edits'];
  readonly batches: QueueState['batches'];
}

export function toJournal(state: QueueState): JournalEntry {
  return { edits: state.edits, batches: state.batches };
}

export function isEmptyEntry(entry: JournalEntry): boolean {
  return entry.batches.length === 0 && Object.keys(entry.edits).length === 0;
}

/**
 * What earlier pages left unsent, joined: every batch keeps its key, in the order in which they were typed; of several
 * entries into one cell the last counts. A conflict that was open comes up again when its edit is sent.
 */
export function restored(state: QueueState, entries: readonly JournalEntry[]): QueueState {
  const edits: Record<CellKey, Edit> = { ...state.edits };
  const batches = [...state.batches];
  for (const entry of entries) {
    for (const [cell, edit] of Object.entries(entry.edits)) {
      const present = edits[cell];
      if (present === undefined || present.at < edit.at) edits[cell] = edit;
    }
    for (const batch of entry.batches) {
      if (!batches.some((present) => present.key === batch.key)) batches.push(batch);
    }
  }
  // The one on the wire stays first; it may be this page's own.
  const [first, ...others] = batches;
  const inOrder = state.sending && first !== undefined ? [first, ...others.sort(byTime)] : batches.sort(byTime);
  for (const { typedAt } of inOrder) {
    for (const [cell, at] of Object.entries(typedAt)) {
      // A batch went out after it was typed: an edit that is older would bring back what was replaced.
      const edit = edits[cell];
      if (edit !== undefined && edit.at < at) delete edits[cell];
    }
  }
  return { ...state, edits, batches: inOrder };
}

/** Every cell that an entry of the journal holds something for, once. */
export function cellsOfEntry({ edits, batches }: JournalEntry): CellKey[] {
  const waiting = batches.flatMap((batch) => batch.changes.map((change) => change.cell));
  return [...new Set([...Object.keys(edits), ...waiting])];
}

function byTime(one: Batch, other: Batch): number {
  return lastTyped(one) - lastTyped(other);
}

function lastTyped({ typedAt }: Batch): number {
  return Math.max(0, ...Object.values(typedAt));
}
