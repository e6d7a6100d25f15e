import type { CellKey } from './cells.ts';

/** A cell of a school, named because it is missing or because it was read. */
export interface MissingCell {
  readonly schoolId: string;
  readonly key: CellKey;
}

/** Each cell once, in the order of first mention. */
export function distinctCells(cells: readonly MissingCell[]): readonly MissingCell[] {
  return [...new Map(cells.map((cell) => [`${cell.schoolId}\n${cell.key}`, cell])).values()];
}
