import type { CellKey, Cells } from '@junheng/evaluation-core';
import { valueOf } from './save-cells.rules.ts';

/** What a level decided on last: the cells as they were then, and the cells it gave reasons for. */
export interface DecidedState {
  readonly cells: Cells;
  readonly reasonCells: readonly CellKey[];
}

/** A cell to be read again, with what it held when this level last decided; null: nothing. */
export interface CellToReview {
  readonly cell: CellKey;
  readonly before: string | null;
  readonly changed: boolean;
}

/**
 * What a level has to read again (复审范围): the cells that differ from what it decided on, and those it gave reasons for. All
 * others it has read and not objected to: its approval of them carries over. Sorted by cell key.
 */
export function cellsToReview(decided: DecidedState, cells: Cells): readonly CellToReview[] {
  const asked = new Set(decided.reasonCells);
  return [...new Set([...Object.keys(decided.cells), ...Object.keys(cells), ...asked])].toSorted().flatMap((cell) => {
    const before = valueOf(decided.cells, cell);
    const changed = before !== valueOf(cells, cell);
    return changed || asked.has(cell) ? [{ cell, before, changed }] : [];
  });
}
