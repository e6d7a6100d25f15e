import { writeOut } from '../../../platform/workbooks/number-text.ts';
import type { SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import { readFigure } from './read-figure.ts';
import type { FigureColumn } from './table-plan.ts';

/** With fewer equal columns a school may be the sum of its neighbours by chance. */
const LEAST_COLUMNS = 4;
/** Decimals compared: areas have two, money in 万元 six. */
const SCALE = 6;

/**
 * Rows whose every figure is the sum of at least two neighbouring rows right above or below, or of all other rows: in a table
 * without codes nothing else tells a subtotal from a school.
 * @returns by row number, the rows that add up to it.
 */
export function sumsOfNeighbours(
  rows: readonly SheetRow[],
  figures: readonly FigureColumn[],
): ReadonlyMap<number, { readonly from: number; readonly to: number }> {
  // The largest class of a county is no sum.
  const columns = figures.filter((figure) => figure.item.id !== 'largest-class').map((figure) => figure.column);
  const amounts = rows.map((row) => amountsOf(row, columns));
  const found = new Map<number, { from: number; to: number }>();
  for (let index = 0; index < rows.length; index += 1) {
    const own = amounts[index]!;
    if (own.filter((amount) => amount > 0n).length < LEAST_COLUMNS) continue;
    const last = reach(amounts, index, -1) ?? reach(amounts, index, 1);
    if (last === null) continue;
    const nearest = last < index ? index - 1 : index + 1;
    const ends = [rows[last]!.number, rows[nearest]!.number];
    found.set(rows[index]!.number, { from: Math.min(...ends), to: Math.max(...ends) });
  }
  return found;
}

/** The index of the furthest neighbour in that direction with which the sum is complete; null when it never is. */
function reach(amounts: readonly (readonly bigint[])[], index: number, step: 1 | -1): number | null {
  const own = amounts[index]!;
  const sum = own.map(() => 0n);
  for (let at = index + step; at >= 0 && at < amounts.length; at += step) {
    for (const [column, amount] of amounts[at]!.entries()) sum[column]! += amount;
    if (sum.some((amount, column) => amount > own[column]!)) return null;
    const complete = sum.every((amount, column) => amount === own[column]!);
    if (complete) return Math.abs(at - index) >= 2 ? at : null;
  }
  return null;
}

function amountsOf(row: SheetRow, columns: readonly number[]): readonly bigint[] {
  return columns.map((column) => {
    const cell = row.cells.find((each) => each.column === column);
    const reading = cell === undefined ? null : readFigure(cell);
    const decimal = reading?.kind === 'figure' ? writeOut(reading.decimal) : null;
    if (decimal === null || decimal.startsWith('-') || decimal.length > 40) return 0n;
    const [whole = '0', fraction = ''] = decimal.split('.');
    return BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  });
}
