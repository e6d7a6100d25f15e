import type { SheetCell } from '../../../platform/workbooks/workbook.types.ts';
import { writeOut } from '../../../platform/workbooks/number-text.ts';
import { readUnit, YUAN } from './figure-units.ts';
import type { FigureUnit } from './figure-units.ts';

/** What a cell of a figure column says. `decimal` is plain and unbounded; nothing is rounded. */
export type FigureReading =
  | { readonly kind: 'figure'; readonly decimal: string; readonly unit: FigureUnit | null; readonly asText: boolean }
  /** A sign people write for "no figure". Never zero. */
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: FigureRefusal; readonly text: string };

export type FigureRefusal =
  | 'not_a_number'
  | 'percentage'
  | 'date_instead_of_number'
  | 'formula_error'
  | 'formula_without_result'
  | 'unit_not_supported';

const MISSING_SIGNS = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '－',
  '/',
  '//',
  '\\',
  '…',
  '......',
  '……',
  '无',
  '暂无',
  '未填',
  '未知',
  '不详',
  '空',
  '缺',
  '待定',
  '待填',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'nil',
  '?',
  '？',
  '*',
]);
const LONGEST_FIGURE = 100;
const CURRENCY = /^(?:[¥￥]|rmb|人民币)/;
const TRAILING_UNIT = /^([+-]?[\d.,e+-]*\d\.?)([^\d.,].*)$/;
/** ² ½ ⁸ Ⅻ ① ❶ */
const SIGNS_NOT_DIGITS = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u2776-\u2793]/;
/** 1 568 with a blank, no line break. */
const SPACED_THOUSANDS = /^[+-]?\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)/;
const THOUSANDS = /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d*)?$/;

export function readFigure(cell: SheetCell): FigureReading {
  switch (cell.kind) {
    case 'number':
      return { kind: 'figure', decimal: cell.text, unit: null, asText: false };
    case 'percentage':
      return { kind: 'refused', code: 'percentage', text: cell.text };
    case 'date':
      return { kind: 'refused', code: 'date_instead_of_number', text: cell.text };
    case 'boolean':
      return { kind: 'refused', code: 'not_a_number', text: cell.text };
    case 'error':
      return { kind: 'refused', code: 'formula_error', text: cell.text };
    case 'formula-without-result':
      return { kind: 'refused', code: 'formula_without_result', text: cell.text };
    case 'text':
      return readFigureText(cell.text);
    default: {
      const exhaustive: never = cell.kind;
      return exhaustive;
    }
  }
}

/**
 * A figure written as text: full-width digits, thousands separators, a currency sign, a unit, an exponent, a leading
 * apostrophe. Anything else ("约1500", "12+3") is refused: guessing at a figure is worse than asking for it.
 */
export function readFigureText(text: string): FigureReading {
  if (text.length > LONGEST_FIGURE) return { kind: 'refused', code: 'not_a_number', text };
  // ① and 156⁸ would become other digits once normalised.
  if (SIGNS_NOT_DIGITS.test(withoutUnitSigns(text))) {
    return { kind: 'refused', code: 'not_a_number', text };
  }
  const plain = text
    .normalize('NFKC')
    // Marks of direction and joints that came along with a copy: nobody sees them. The one that turns digits round (U+202E) stays, and
    // is refused: who looks at it reads another number.
    .replaceAll(/(?!\u202e)\p{Cf}/gu, '')
    .replace(/^['‘’`]/, '')
    .replace(/['’]$/, '')
    .trim()
    .toLowerCase();
  const spaced = plain.replace(/\u2212/g, '-').replace(SPACED_THOUSANDS, (digits) => digits.replace(/[ \u00a0]/g, ','));
  // Two numbers in one cell ("12 26", or one below the other) are not one number.
  if (/\d\s+[\d.]/.test(spaced)) return { kind: 'refused', code: 'not_a_number', text };
  const compact = spaced.replace(/\s+/g, '');
  if (MISSING_SIGNS.has(compact)) return { kind: 'missing', text };
  if (/^#(?:ref!|div\/0!|value!|name\?|n\/a|num!|null!|spill!|calc!)$/.test(compact)) {
    return { kind: 'refused', code: 'formula_error', text };
  }
  if (/[%‰]$/.test(compact)) return { kind: 'refused', code: 'percentage', text };
  if (/^\d{2,4}[-/年.]\d{1,2}(?:[-/月.]\d{1,2}日?)?$/.test(compact) && !/^\d+\.\d+$/.test(compact)) {
    return { kind: 'refused', code: 'date_instead_of_number', text };
  }
  const isMoney = CURRENCY.test(compact);
  const number = compact.replace(CURRENCY, '');
  const { digits, unitText } = splitUnit(number);
  const decimal = readDigits(digits);
  if (decimal === null) return { kind: 'refused', code: 'not_a_number', text };
  if (unitText === '') {
    return { kind: 'figure', decimal, unit: isMoney ? YUAN : null, asText: true };
  }
  const unit = readUnit(unitText);
  if (unit.kind === 'unit') return { kind: 'figure', decimal, unit: unit.unit, asText: true };
  return { kind: 'refused', code: unit.kind === 'refused' ? 'unit_not_supported' : 'not_a_number', text };
}

/** m² is a unit; the sign in it is no figure. */
function withoutUnitSigns(text: string): string {
  return text.replace(/m\s*²/gi, '');
}

function splitUnit(text: string): { digits: string; unitText: string } {
  if (writeOut(text) !== null) return { digits: text, unitText: '' };
  const match = TRAILING_UNIT.exec(text);
  return match === null ? { digits: text, unitText: '' } : { digits: match[1]!, unitText: match[2]! };
}

function readDigits(text: string): string | null {
  const grouped = THOUSANDS.exec(text);
  return writeOut(grouped === null ? text : `${grouped[1]}${grouped[2]!.replaceAll(',', '')}${grouped[3] ?? ''}`);
}
