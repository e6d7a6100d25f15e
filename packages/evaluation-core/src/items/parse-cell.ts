import type { ItemDefinition } from './item-definition.ts';
import { readDate } from './dates.ts';
import { toAsciiNumber, withoutGrouping } from './number-text.ts';

/** Why a typed text is refused. */
export const cellProblems = [
  'empty',
  'not-a-number',
  'negative',
  'not-an-integer',
  'too-fine',
  'too-large',
  'not-an-option',
  'not-a-date',
  'too-long',
] as const;
export type CellProblem = (typeof cellProblems)[number];

export type ParsedCell =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: CellProblem };

/** More integer digits than any county could need; keeps arithmetic and storage bounded. */
export const maximumIntegerDigits = 15;

/**
 * Reads what a person typed (or a workbook cell holds) and canonicalises it: full-width digits and signs become ASCII, thousands
 * separators and superfluous zeros go ("1，568.50" -> "1568.5"). Nothing is rounded: input finer than the item's scale is refused.
 * Choices and flags are matched exactly. Texts are trimmed.
 */
export function parseCell(item: ItemDefinition, text: string): ParsedCell {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  const { value } = item;
  switch (value.kind) {
    case 'number':
      return parseNumber(trimmed, value.scale);
    case 'choice':
      return value.options.includes(trimmed) ? { ok: true, value: trimmed } : { ok: false, problem: 'not-an-option' };
    case 'flag':
      return trimmed === 'yes' || trimmed === 'no'
        ? { ok: true, value: trimmed }
        : { ok: false, problem: 'not-an-option' };
    case 'date': {
      const date = readDate(toAsciiNumber(trimmed));
      return date === undefined ? { ok: false, problem: 'not-a-date' } : { ok: true, value: date };
    }
    case 'text':
      return trimmed.length <= value.maximumLength ? { ok: true, value: trimmed } : { ok: false, problem: 'too-long' };
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}

/** As most cells are stored. */
const canonical = /^(?:0|[1-9]\d{0,14})(?:\.(\d*[1-9]))?$/;
const plain = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;

function parseNumber(text: string, scale: number): ParsedCell {
  const known = canonical.exec(text);
  if (known !== null && (known[1]?.length ?? 0) <= scale) return { ok: true, value: text };
  const match = plain.exec(withoutGrouping(toAsciiNumber(text)));
  if (match === null) return { ok: false, problem: 'not-a-number' };
  const sign = match[1] ?? match[4] ?? '';
  const integer = (match[2] ?? '0').replace(/^0+(?=\d)/, '');
  const fraction = withoutTrailingZeros(match[3] ?? match[5] ?? '');
  if (sign === '-' && !(integer === '0' && fraction === '')) return { ok: false, problem: 'negative' };
  if (integer.length > maximumIntegerDigits) return { ok: false, problem: 'too-large' };
  if (fraction.length > scale) return { ok: false, problem: scale === 0 ? 'not-an-integer' : 'too-fine' };
  return { ok: true, value: fraction === '' ? integer : `${integer}.${fraction}` };
}

/** No pattern: matching zeros at the end takes time by the square of their number, and a cell may hold a million of them. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
