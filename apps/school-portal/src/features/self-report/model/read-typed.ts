import { parseCell, type CellProblem, type ItemDefinition } from '@junheng/evaluation-core';
import { languages, valueText } from '@junheng/evaluation-messages/plain';
import { MONEY, WRITTEN } from '../../../texts/written-units.ts';

/** Why a typed text is refused: the core's reasons, and what people put behind numbers. */
/** Stands for a break between two lines of digits in one cell of a spreadsheet. */
export const LINE_BREAK = '\u21B5';

export type TypedProblem = CellProblem | 'other-unit' | 'percent' | 'line-break';

export type ReadText =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly problem: TypedProblem;
      /** The unit that was typed, where it is not the item's. */
      readonly typedUnit?: string;
      /** What to type instead, where that is certain. */
      readonly instead?: string;
    };

const NUMBER_AND_UNIT = /^([+\-－−＋]?[\d０-９.,，．\s]*[\d０-９][.．]?)\s*([^\d０-９\s].*)$/u;

/**
 * Marks of direction and joints that come along from web pages and calculators: nobody sees what would be wrong with the number. Not the one
 * that turns digits round (U+202E): who looks at it reads another number.
 */
const UNSEEN = /(?!\u202e)\p{Cf}/gu;

/**
 * Reads what was typed or pasted into a cell. Beyond the core's reading it takes a number with the item's own unit behind it
 * (120 and the word for people), thousands set apart by spaces (`1 568`), and answers by their words (`Public`). A unit that is not the item's is
 * refused with what to type, never converted in silence.
 */
export function readTyped(item: ItemDefinition, given: string): ReadText {
  const text = item.value.kind === 'text' ? given : given.replaceAll(UNSEEN, '');
  const plain = parseCell(item, text);
  if (plain.ok || plain.problem === 'empty') return plain;
  const { kind } = item.value;
  if (kind === 'choice' || kind === 'flag') return readAnswer(item, text.trim());
  if (kind !== 'number') return plain;
  if (text.includes(LINE_BREAK)) return { ok: false, problem: 'line-break' };
  const trimmed = text.trim();
  const [, number = '', unit = ''] = NUMBER_AND_UNIT.exec(trimmed) ?? [];
  if (unit === '') return parseCell(item, withoutSpaces(trimmed));
  const written = unit
    .toLowerCase()
    .replaceAll(/\s/gu, '')
    .replace(/[\u3002.]$/u, '')
    .replace(/^[(\uFF08](.*)[)\uFF09]$/u, '$1');
  const read = parseCell(item, withoutSpaces(number));
  if (item.unit !== null && WRITTEN[item.unit]?.includes(written)) return read;
  if (/^[%％‰]$/u.test(unit)) return { ok: false, problem: 'percent' };
  const power = item.unit === 'ten-thousand-yuan' ? MONEY[written] : undefined;
  const known = power !== undefined || written in MONEY || Object.values(WRITTEN).some((all) => all.includes(written));
  if (!known) return plain;
  const instead = power === undefined ? null : moved(item, number, power);
  return { ok: false, problem: 'other-unit', typedUnit: unit, ...(instead === null ? {} : { instead }) };
}

/** Thousands set apart by spaces; other spaces stay and are refused: `12 5` may be two numbers. */
function withoutSpaces(text: string): string {
  const trimmed = text.trim();
  return /^[+-]?\d{1,3}(?:[\s\u00A0\u2009\u202F]\d{3})+(?:\.\d*)?$/u.test(trimmed)
    ? trimmed.replaceAll(/\s/gu, '')
    : trimmed;
}

function readAnswer(item: ItemDefinition, text: string): ReadText {
  const options = item.value.kind === 'choice' ? item.value.options : ['yes', 'no'];
  const wanted = text.toLowerCase();
  const found = options.filter((option) =>
    languages.some((language) => valueText(language, item.id, option).toLowerCase() === wanted),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? { ok: true, value: only } : { ok: false, problem: 'not-an-option' };
}

/** The same amount of money with the point moved by `power` places; null where the item cannot hold it. */
function moved(item: ItemDefinition, number: string, power: number): string | null {
  const finest: ItemDefinition = { ...item, value: { kind: 'number', scale: 12 } };
  const read = parseCell(finest, withoutSpaces(number));
  if (!read.ok) return null;
  const [whole = '0', digits = ''] = read.value.split('.');
  const all = whole.padStart(whole.length + 8, '0') + digits.padEnd(digits.length + 8, '0');
  const point = whole.length + 8 + power;
  const parsed = parseCell(item, `${all.slice(0, point)}.${all.slice(point)}`);
  return parsed.ok ? parsed.value : null;
}
