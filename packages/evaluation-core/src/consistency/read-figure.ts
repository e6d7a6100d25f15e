import { add, compare, divide, multiply, one, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { absenceOf, spoiltDigits } from './figure-blanks.ts';
import type { Direction, Figure, FigureProblem, FigureReading } from './figure.ts';
import { hedgedRange, lastDigitOf } from './figure-hedges.ts';
import { takeLead } from './figure-lead.ts';
import type { Lead } from './figure-lead.ts';
import { tidyFigure } from './figure-text.ts';
import { noUnit, ratioToOne, scaled, takeScale, takeUnit } from './figure-units.ts';
import type { Unit } from './figure-units.ts';
import { indefiniteWords, timeUnits, wordsAfter, wordsInside } from './figure-words.ts';
import type { Hedge } from './figure-words.ts';
import { takeNumber } from './number-token.ts';
import type { NumberToken } from './number-token.ts';
import { closed, negateRange, open, point, reciprocal } from './range.ts';
import type { Range } from './range.ts';

/**
 * Reads one number as a report prints it, with its unit and the words that make it an estimate: "1,234", "12.98万", "近1200万元",
 * "1700余人次", "10.5%", "百分之九十", "11.5:1" (also broken over lines), "1∶19", "15—20平方米", "三千多", "下降4.2个百分点". `unit` is
 * meant where the text has none. What is no number says why: blank, masked, a fragment ... Never throws.
 */
export function readFigure(text: string, unit: Unit = noUnit): FigureReading {
  const tidied = tidyFigure(text);
  const lead = takeLead(tidied);
  const refused = (problem: FigureProblem): FigureReading => ({ ok: false, problem, direction: lead.direction });
  const spoilt = /\d/.test(tidied) ? spoiltDigits(tidied) : null;
  if (spoilt !== null) return refused(spoilt);
  const first = takeNumber(lead.body);
  if (/\d/.test(tidied) ? lead.body === '第' : indefiniteWords.test(tidied)) {
    return refused(lead.body === '第' ? 'not-a-number' : 'indefinite');
  }
  if (first === 'unreadable') return refused(/\d[,.]/.test(lead.body) ? 'several-numbers' : 'not-a-number');
  const figure = first === null ? wordsOnly(lead, unit) : numberOf(first, lead, unit);
  if (figure === null) return refused(absenceOf(tidied));
  if (typeof figure === 'string') return refused(figure);
  return { ok: true, figure: lead.negative ? negated(figure) : figure };
}

function numberOf(first: NumberToken, lead: Lead, unit: Unit): Figure | FigureProblem {
  if (first.rest.startsWith(':')) {
    const second = takeNumber(first.rest.slice(1));
    return second === null || second === 'unreadable' ? 'fragment' : ratioOf(first, second, lead);
  }
  const span = /^([^\d:]{0,6}?)(?:[-~—–]+|至|到)(?=\d)/.exec(first.rest);
  if (span !== null) {
    const second = takeNumber(first.rest.slice(span[0].length));
    if (second === null || second === 'unreadable') return 'several-numbers';
    return spanOf({ ...first, rest: span[1] ?? '' }, second, lead, unit);
  }
  return amountOf(first, lead, unit);
}

/** What stands after the digits: words, scale, unit. */
interface Tail {
  readonly hedges: readonly Hedge[];
  readonly unit: Unit;
  /** The number goes on after its scale: 1亿2000万. */
  readonly more: string | null;
}

function takeTail(token: NumberToken, unit: Unit): Tail | 'several-numbers' | 'not-a-number' {
  const hedges: Hedge[] = [];
  const takeWord = (words: readonly (readonly [string, Hedge])[], text: string): string => {
    const found = words.find(([word]) => text.startsWith(word) && !text.startsWith('多媒体'));
    if (found === undefined) return text;
    hedges.push(found[1]);
    return text.slice(found[0].length);
  };
  const scale = takeScale(takeWord(wordsInside, token.rest));
  if (scale.text !== '' && /^\d/.test(scale.rest)) return { hedges, unit: scaled(scale, noUnit), more: scale.rest };
  const inside = takeWord(wordsInside, scale.rest);
  const own = token.unit === null ? takeUnit(inside) : { unit: token.unit, rest: inside };
  const after = takeWord(wordsAfter, own?.rest ?? inside);
  if (/\d/.test(after.replace(/\([^()]*\)/g, ''))) return 'several-numbers';
  // 三年巩固率, 三残儿童: a numeral within a name.
  if (token.inWords && /^[\u3400-\u9fff]/.test(after) && !after.startsWith('的')) return 'not-a-number';
  const printed = own?.unit ?? (scale.text === '' ? unit : { ...noUnit, base: unit.base });
  return { hedges, unit: scaled(scale, printed), more: null };
}

function amountOf(first: NumberToken, lead: Lead, unit: Unit): Figure | FigureProblem {
  let token = first;
  let tail = takeTail(token, unit);
  let before: Rational = zero;
  for (let parts = 0; typeof tail !== 'string' && tail.more !== null; parts += 1) {
    const next = takeNumber(tail.more);
    if (next === null || next === 'unreadable' || parts > 3) return 'several-numbers';
    before = add(before, multiply(token.value, tail.unit.factor));
    const larger = tail.unit.factor;
    token = next;
    tail = takeTail(next, unit);
    if (typeof tail !== 'string' && compare(tail.unit.factor, larger) >= 0) return 'several-numbers';
  }
  if (typeof tail === 'string') return tail;
  const { base, factor } = tail.unit;
  const nominal = add(before, multiply(token.value, factor));
  const hedges = [...lead.hedges, ...tail.hedges].filter((hedge) => hedge !== 'short-of' || !timeUnits.includes(base));
  const lastDigit = multiply(token.value.n === 0n ? one : lastDigitOf(token.value, token.decimals), factor);
  // 三分之二 is as a rule no exact fraction.
  const about = token.part === null ? null : multiply(token.part, rational(1n, 2n));
  const range =
    about === null
      ? hedgedRange(hedges, nominal, lastDigit, multiply(token.step, factor))
      : hedgedRange(hedges.length === 0 ? ['about'] : hedges, nominal, about, zero);
  if (range === null) return 'not-a-number';
  return {
    nominal,
    unit: tail.unit,
    decimals: token.decimals,
    step: multiply(token.step, factor),
    inverse: false,
    range,
    exact: hedges.length === 0 && about === null,
    direction: lead.direction,
  };
}

/** a:b. Judged at the digits of a; 1:x at those of x, as a teacher for so many pupils is printed. */
function ratioOf(a: NumberToken, b: NumberToken, lead: Lead): Figure | FigureProblem {
  if (a.value.n === 0n || b.value.n === 0n) return 'not-a-number';
  const after = wordsAfter.find(([word]) => b.rest.startsWith(word));
  if (/[\d:]/.test(b.rest.slice(after?.[0].length ?? 0))) return 'several-numbers';
  const hedges = [...lead.hedges, ...(after === undefined ? [] : [after[1]])];
  const inverse = compare(a.value, one) === 0 && compare(b.value, one) !== 0;
  const [printed, other] = inverse ? [b, a] : [a, b];
  const hedged = hedgedRange(hedges, printed.value, lastDigitOf(printed.value, printed.decimals), printed.step);
  if (hedged === null) return 'not-a-number';
  const perOther = (range: Range): Range => ({
    low: range.low === null ? null : { ...range.low, value: divide(range.low.value, other.value) },
    high: range.high === null ? null : { ...range.high, value: divide(range.high.value, other.value) },
  });
  const range = inverse ? reciprocal(hedged) : perOther(hedged);
  if (range === null) return 'not-a-number';
  return {
    nominal: divide(a.value, b.value),
    unit: inverse
      ? { ...ratioToOne, text: '1:' }
      : { text: `:${fractionDigits(b)}`, factor: divide(one, b.value), base: '' },
    decimals: printed.decimals,
    step: inverse ? printed.step : divide(printed.step, other.value),
    inverse,
    range,
    exact: hedges.length === 0,
    direction: lead.direction,
  };
}

function fractionDigits({ value, decimals }: NumberToken): string {
  const digits = String((value.n * 10n ** BigInt(decimals)) / value.d).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** 15—20平方米: anything from the one to the other. */
function spanOf(from: NumberToken, to: NumberToken, lead: Lead, unit: Unit): Figure | FigureProblem {
  const last = amountOf(to, { ...lead, hedges: [] }, unit);
  if (typeof last === 'string' || last.nominal === null) return 'several-numbers';
  // 20—30% names its unit once; 20%—30% twice.
  const own = amountOf(from, { ...lead, hedges: [] }, last.unit);
  if (typeof own === 'string' || own.nominal === null || compare(own.nominal, last.nominal) >= 0)
    return 'several-numbers';
  return { ...last, nominal: null, range: { low: closed(own.nominal), high: closed(last.nominal) }, exact: false };
}

/** 数百, 几十, 上千, and a bare scale with a word that makes it a number: 近百所, 千余人. */
function wordsOnly(lead: Lead, unit: Unit): Figure | null {
  const several = /^(?:好几|数|几)(?=[十百千万亿])/.exec(lead.body)?.[0];
  const upTo = /^[上成](?=[百千万亿])/.exec(lead.body)?.[0];
  const scale = takeScale(lead.body.slice((several ?? upTo ?? '').length));
  if (scale.text === '') return null;
  const token: NumberToken = {
    value: one,
    decimals: 0,
    step: one,
    unit: null,
    part: null,
    inWords: true,
    rest: `${scale.text}${scale.rest}`,
  };
  const tail = takeTail(token, unit);
  if (typeof tail === 'string' || tail.more !== null) return null;
  const { factor } = tail.unit;
  const hedges = [...lead.hedges, ...tail.hedges];
  if (several === undefined && upTo === undefined && hedges.length === 0) return null;
  const times = (count: bigint) => multiply(factor, rational(count, 1n));
  const range: Range | null =
    several === undefined
      ? hedgedRange(upTo === undefined ? hedges : ['at-least'], factor, factor, zero)
      : { low: closed(times(2n)), high: open(times(10n)) };
  if (range === null) return null;
  const nominal = several === undefined ? factor : null;
  return {
    nominal,
    unit: tail.unit,
    decimals: 0,
    step: factor,
    inverse: false,
    range,
    exact: false,
    direction: lead.direction,
  };
}

function negated(figure: Figure): Figure {
  return {
    ...figure,
    nominal: figure.nominal === null ? null : subtract(zero, figure.nominal),
    range: negateRange(figure.range),
  };
}

/** The change a text tells of: 下降3% is -3 %; "下降%" is some fall, however large. Null where it tells of none. */
export function changeOf(reading: FigureReading): { readonly nominal: Rational | null; readonly range: Range } | null {
  const direction: Direction | null = reading.ok ? reading.figure.direction : reading.direction;
  if (!reading.ok) {
    if (direction === null) return null;
    return {
      nominal: null,
      range: direction === 'up' ? { low: open(zero), high: null } : { low: null, high: open(zero) },
    };
  }
  const { nominal, range } = direction === 'down' ? negated(reading.figure) : reading.figure;
  return { nominal, range };
}

/** The amounts that print as this figure does: half a step to either side, or all that its words allow. */
export function printedRange(figure: Figure): Range {
  if (!figure.exact || figure.nominal === null) return figure.range;
  const half = multiply(figure.step, rational(1n, 2n));
  const around = (value: Rational): Range => ({ low: closed(subtract(value, half)), high: open(add(value, half)) });
  if (!figure.inverse) return around(figure.nominal);
  return reciprocal(around(divide(one, figure.nominal))) ?? point(figure.nominal);
}
