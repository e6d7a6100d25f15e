import type { SheetCell } from '../workbook.types.ts';
import { storedNumberToDecimal } from '../number-text.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { serialToDateText } from './date-text.ts';
import type { NumberFormat } from './number-formats.ts';
import { LONGEST_CELL_TEXT, unescapeText } from './shared-strings.ts';

export interface StoredCellContext {
  readonly strings: readonly string[];
  readonly formatOf: (style: number) => NumberFormat;
  readonly counts1904: boolean;
}

/** A <c> element as written: its type, style index, and the text of its children (null: the child is absent). */
export interface StoredCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
}

/** What the cell holds; null when it holds nothing but formatting or blanks. */
export function storedCell(column: number, stored: StoredCell, context: StoredCellContext): SheetCell | null {
  const isFormula = stored.formula !== null;
  if (isFormula && lacksResult(stored)) {
    return { column, kind: 'formula-without-result', text: `=${stored.formula ?? ''}`.slice(0, 200) };
  }
  const cell = storedValue(column, stored, context);
  if (cell === null) return null;
  return isFormula ? { ...cell, fromFormula: true } : cell;
}

/** Programs that write formulas without calculating leave <v> out or empty; an empty text result is typed "str". */
function lacksResult(stored: StoredCell): boolean {
  return (stored.value === null || stored.value === '') && stored.type !== 'str' && stored.inline === null;
}

function storedValue(column: number, stored: StoredCell, context: StoredCellContext): SheetCell | null {
  const value = stored.value ?? '';
  switch (stored.type) {
    case 's':
      return textCell(column, sharedText(value, context.strings));
    case 'str':
      return textCell(column, unescapeText(value));
    case 'inlineStr':
      return textCell(column, unescapeText(stored.inline ?? value));
    case 'b':
      return value === ''
        ? null
        : { column, kind: 'boolean', text: value === '1' || value === 'true' ? 'true' : 'false' };
    case 'e':
      return { column, kind: 'error', text: value === '' ? '#VALUE!' : value };
    case 'd':
      return value === '' ? null : { column, kind: 'date', text: value.replace(/T00:00:00(\.0+)?Z?$/, '') };
    default:
      return value.trim() === '' ? null : numberCell(column, value, context.formatOf(stored.style), context.counts1904);
  }
}

/** A reference to a text that is not there is damage: taken for blank, a figure or a name would be gone unnoticed. */
function sharedText(index: string, strings: readonly string[]): string {
  if (index.trim() === '') return '';
  const text = strings[Number(index)];
  if (text === undefined) throw new WorkbookRefused('damaged_file', { part: 'sharedStrings' });
  return text;
}

function textCell(column: number, text: string): SheetCell | null {
  return text.trim() === '' ? null : { column, kind: 'text', text: text.slice(0, LONGEST_CELL_TEXT) };
}

function numberCell(column: number, stored: string, format: NumberFormat, counts1904: boolean): SheetCell {
  const number = storedNumberToDecimal(stored);
  if (number === null) return { column, kind: 'error', text: stored.slice(0, 40) };
  const plain: SheetCell = {
    column,
    kind: 'number',
    text: number.decimal,
    ...(number.rounded ? { rounded: true as const } : {}),
  };
  switch (format.kind) {
    case 'plain':
      return plain;
    case 'percentage':
      return { ...plain, kind: 'percentage' };
    case 'padded': {
      const shown = number.decimal.padStart(format.digits, '0');
      return /^\d+$/.test(number.decimal) && shown !== number.decimal ? { ...plain, shownText: shown } : plain;
    }
    case 'date': {
      const date = serialToDateText(Number(number.decimal), counts1904);
      return date === null ? plain : { column, kind: 'date', text: date };
    }
    default: {
      const exhaustive: never = format;
      return exhaustive;
    }
  }
}
