import type { CellKey } from './cells.ts';

/** A cell of a school, or of the county report, named because it is missing or because it was read. */
export interface MissingCell {
  /** `countyReport` for a cell of the county report. */
  readonly schoolId: string;
  readonly key: CellKey;
}

/** In place of a school id: the county report (县级填报). No school has an empty id. */
export const countyReport = '';

/** Each cell once, in the order of first mention. */
export function distinctCells(cells: readonly MissingCell[]): readonly MissingCell[] {
  if (cells.length < 2) return cells;
  return [...new Map(cells.map((cell) => [`${cell.schoolId}\n${cell.key}`, cell])).values()];
}
