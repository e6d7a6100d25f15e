import type { CellKey } from '@junheng/evaluation-core';
import type { FormSection } from './form.ts';

/** Row by row, column by column; a whole-school cell stands in every column of its row. */
export type Grid = readonly (readonly (CellKey | null)[])[];
export type Direction = 'up' | 'down' | 'left' | 'right';

export function gridOf(section: FormSection): Grid {
  const columns = Math.max(1, section.stages.length);
  return section.rows.map((row) => {
    const { whole } = row;
    if (whole !== null) return Array.from({ length: columns }, () => whole.key);
    return section.stages.map((stage) => row.byStage[stage]?.key ?? null);
  });
}

/**
 * The cell one comes to from `from`, or null at the edge. Up and down keep to `column` (where the walk began), passing over
 * rows that have no cell there; left and right pass over gaps within the row.
 */
export function neighbour(grid: Grid, from: CellKey, direction: Direction, column: number): CellKey | null {
  const rowIndex = grid.findIndex((row) => row.includes(from));
  const row = grid[rowIndex];
  if (row === undefined) return null;
  if (direction === 'left' || direction === 'right') {
    const step = direction === 'left' ? -1 : 1;
    for (let at = columnOf(grid, from, column) + step; at >= 0 && at < row.length; at += step) {
      const key = row[at];
      if (key !== null && key !== undefined && key !== from) return key;
    }
    return null;
  }
  const step = direction === 'up' ? -1 : 1;
  for (let at = rowIndex + step; at >= 0 && at < grid.length; at += step) {
    const key = grid[at]?.[column];
    if (key !== null && key !== undefined) return key;
  }
  return null;
}

/** The column a cell is in; a whole-school cell is in all of them, so it keeps the column one came from. */
export function columnOf(grid: Grid, key: CellKey, remembered: number): number {
  const row = grid.find((each) => each.includes(key));
  if (row === undefined) return 0;
  return row[remembered] === key ? remembered : row.indexOf(key);
}
