import { decimal } from '../quantities/decimal.ts';
import type { Rational } from '../quantities/rational.ts';
import { reportedText } from './cells.ts';
import type { CellKey, Cells } from './cells.ts';
import type { ItemDefinition } from './item-definition.ts';
import { parseCell } from './parse-cell.ts';

const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;

/**
 * The number in a cell, or null when nothing readable was reported. An unreadable text is missing (a check names it), never zero.
 */
export function reportedNumber(item: ItemDefinition, cells: Cells, key: CellKey): Rational | null {
  const text = reportedText(cells, key);
  if (text === undefined || item.value.kind !== 'number') return null;
  // Stored numbers are canonical and mostly whole: those need no second reading.
  if (wholeNumber.test(text)) return { n: BigInt(text), d: 1n };
  const parsed = parseCell(item, text);
  return parsed.ok ? decimal(parsed.value) : null;
}
