import { applicableCells, type CellKey, type Cells, type Edition, type SplitMethod } from '@junheng/evaluation-core';

const splitMethods: readonly SplitMethod[] = ['weighted', 'reported-by-stage'];

/**
 * The cells that count for this school under either way of splitting facilities: what a save may fill, what a data set freezes.
 * A value kept in a cell outside (of a type or flag the school no longer has) enters nothing.
 */
export function formCells(edition: Edition, cells: Cells): ReadonlySet<CellKey> {
  return new Set(splitMethods.flatMap((split) => applicableCells(edition, cells, { split }).map(({ key }) => key)));
}
