import {
  cellStateOf,
  pendingOf,
  type CellState,
  type Conflict,
  type Edit,
  type QueueState,
} from '@junheng/offline-journal';
import type { CellKey } from '@junheng/evaluation-core';
import { replaceEqualDeep } from '@tanstack/react-query';
import { storedValue, type StoredCells } from './stored-report.ts';

/** What was typed into one cell and what became of it. */
export interface CellWork {
  readonly edit: Edit | undefined;
  /** The newest that is not stored yet; `value` undefined where it cannot be used. */
  readonly pending: { readonly text: string; readonly value: string | null | undefined } | null;
  readonly conflict: Conflict | undefined;
  /** What the server holds of it; undefined where it holds nothing. */
  readonly stored: string | undefined;
  readonly state: CellState;
}

/** Looks at one cell of a report: the same object until something of that cell changes. */
export function watchCell(report: StoredCells, queueNow: () => QueueState, cell: CellKey): () => CellWork {
  let last: CellWork | undefined;
  return () => {
    const queue = queueNow();
    const work: CellWork = {
      edit: queue.edits[cell],
      pending: pendingOf(queue, cell),
      conflict: queue.conflicts[cell],
      stored: storedValue(report, queue, cell),
      state: cellStateOf(queue, cell),
    };
    last = replaceEqualDeep(last, work);
    return last;
  };
}
