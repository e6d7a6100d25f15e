import { add, compare, divide, multiply, one, rational, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { operand } from '../trace/expression.ts';
import type { Claim, Formula } from './claim.ts';
import { noUnit, percent } from './figure-units.ts';
import type { Unit } from './figure-units.ts';
import { addRanges, divideRanges, multiplyRanges, negateRange, point } from './range.ts';
import type { Range, RangeEnd } from './range.ts';
import { changeOf, printedRange, readFigure } from './read-figure.ts';
import { readList } from './read-list.ts';
import type { MissingFigure } from './result.ts';

const deepest = 20;

/** A number that came out of raw numbers. */
export interface Amount {
  /** From the printed numbers; null where only words bound one of them. */
  readonly nominal: Rational | null;
  /** What words such as 约 leave possible. */
  readonly range: Range;
  /** The same if the printed raws were themselves rounded to their last digit. */
  readonly loose: Range;
  readonly unit: Unit;
  /** Spelt out in the grammar of `trace/expression`. */
  readonly expression: string;
}

export type Evaluated =
  | { readonly ok: true; readonly amount: Amount }
  | { readonly ok: false; readonly why: 'figure-missing'; readonly missing: readonly MissingFigure[] }
  | { readonly ok: false; readonly why: 'divided-by-zero' | 'malformed-claim' };

/** The value of a formula over the raw texts of a claim. Never throws. */
export function evaluateFormula(formula: Formula, raws: Claim['raws'], depth = 0): Evaluated {
  if (depth > deepest) return { ok: false, why: 'malformed-claim' };
  const inner = (each: Formula) => evaluateFormula(each, raws, depth + 1);
  switch (formula.kind) {
    case 'raw':
      return ofText(formula.name, textOf(raws, formula.name));
    case 'change':
      return ofChange(formula.name, textOf(raws, formula.name));
    case 'count':
      return ofList(formula.name, textOf(raws, formula.name));
    case 'constant':
      return ofText(formula.value, formula.value);
    case 'sum':
      return fold(formula.terms.map(inner), ' + ', sumOf);
    case 'difference':
      return fold([formula.from, ...formula.minus].map(inner), ' - ', differenceOf);
    case 'product':
      return fold(formula.factors.map(inner), ' * ', productOf);
    case 'quotient':
      return fold([formula.of, formula.by].map(inner), ' / ', quotientOf);
    case 'percent':
      return inUnit(percent, fold([formula.part, formula.whole].map(inner), ' / ', quotientOf));
    case 'growth':
      return growthOf(inner(formula.from), inner(formula.to));
    case 'smallest':
      return named(
        'min',
        fold(formula.of.map(inner), ', ', (a, b) => extremeOf(a, b, 1)),
      );
    case 'largest':
      return named(
        'max',
        fold(formula.of.map(inner), ', ', (a, b) => extremeOf(a, b, -1)),
      );
    default: {
      const exhaustive: never = formula;
      return exhaustive;
    }
  }
}

function textOf(raws: Claim['raws'], name: string): string | undefined {
  return Object.hasOwn(raws, name) ? raws[name] : undefined;
}

function missing(name: string, text: string | undefined, problem: MissingFigure['problem']): Evaluated {
  return { ok: false, why: 'figure-missing', missing: [{ name, text: text ?? '', problem }] };
}

function ofText(name: string, text: string | undefined): Evaluated {
  if (text === undefined) return missing(name, text, 'not-given');
  const reading = readFigure(text);
  if (!reading.ok) return missing(name, text, reading.problem);
  const { figure } = reading;
  // Counts in single units are exact; printed decimals, percentages, 万 and ratios were rounded by somebody.
  const counted = figure.exact && compare(figure.step, one) === 0 && !figure.inverse;
  const expression = figure.nominal === null ? text.trim() : operand(figure.nominal);
  return {
    ok: true,
    amount: {
      nominal: figure.nominal,
      range: figure.range,
      loose: counted ? figure.range : printedRange(figure),
      unit: figure.unit,
      expression,
    },
  };
}

function ofChange(name: string, text: string | undefined): Evaluated {
  if (text === undefined) return missing(name, text, 'not-given');
  const reading = readFigure(text);
  const change = changeOf(reading);
  if (change === null) return missing(name, text, reading.ok ? 'not-a-number' : reading.problem);
  const unit = reading.ok ? reading.figure.unit : percent;
  const expression = change.nominal === null ? text.trim() : operand(change.nominal);
  return { ok: true, amount: { ...change, loose: change.range, unit, expression } };
}

function ofList(name: string, text: string | undefined): Evaluated {
  const items = readList(text ?? '');
  if (items.length === 0) return missing(name, text, text === undefined ? 'not-given' : 'blank');
  const value = rational(BigInt(items.length), 1n);
  const range = point(value);
  return { ok: true, amount: { nominal: value, range, loose: range, unit: noUnit, expression: String(items.length) } };
}

type Operation = (a: Amount, b: Amount) => Omit<Amount, 'expression'> | null;

/** All operands missing are named together; null from an operation is a division by zero. */
function fold(operands: readonly Evaluated[], sign: string, operation: Operation): Evaluated {
  const failed = operands.filter((each) => !each.ok);
  const missingFigures = failed.flatMap((each) => (each.ok || each.why !== 'figure-missing' ? [] : each.missing));
  if (missingFigures.length > 0) return { ok: false, why: 'figure-missing', missing: missingFigures };
  const [first, ...others] = operands;
  if (first === undefined || failed[0] !== undefined) return failed[0] ?? { ok: false, why: 'malformed-claim' };
  if (!first.ok) return first;
  let result: Omit<Amount, 'expression'> = first.amount;
  const parts = [bracketed(first.amount.expression)];
  for (const each of others) {
    if (!each.ok) return each;
    const next = operation({ ...result, expression: '' }, each.amount);
    if (next === null) return { ok: false, why: 'divided-by-zero' };
    result = next;
    parts.push(bracketed(each.amount.expression));
  }
  return { ok: true, amount: { ...result, expression: parts.join(sign) } };
}

function bracketed(expression: string): string {
  return /^[\d.]+$|^\([^()]*\)$/.test(expression) ? expression : `(${expression})`;
}

function both(a: Rational | null, b: Rational | null, join: (x: Rational, y: Rational) => Rational): Rational | null {
  return a === null || b === null ? null : join(a, b);
}

function commonUnit(a: Unit, b: Unit): Unit {
  return a.text === b.text ? a : a.base === b.base && compare(a.factor, b.factor) === 0 ? a : noUnit;
}

const sumOf: Operation = (a, b) => ({
  nominal: both(a.nominal, b.nominal, add),
  range: addRanges(a.range, b.range),
  loose: addRanges(a.loose, b.loose),
  unit: commonUnit(a.unit, b.unit),
});

const differenceOf: Operation = (a, b) => ({
  nominal: both(a.nominal, b.nominal, subtract),
  range: addRanges(a.range, negateRange(b.range)),
  loose: addRanges(a.loose, negateRange(b.loose)),
  unit: commonUnit(a.unit, b.unit),
});

const productOf: Operation = (a, b) => ({
  nominal: both(a.nominal, b.nominal, multiply),
  range: multiplyRanges(a.range, b.range),
  loose: multiplyRanges(a.loose, b.loose),
  unit: noUnit,
});

const quotientOf: Operation = (a, b) => {
  if (b.nominal?.n === 0n) return null;
  return {
    nominal: both(a.nominal, b.nominal, divide),
    range: divideRanges(a.range, b.range),
    loose: divideRanges(a.loose, b.loose),
    unit: noUnit,
  };
};

function growthOf(from: Evaluated, to: Evaluated): Evaluated {
  const ratio = fold([to, from], ' / ', quotientOf);
  if (!ratio.ok) return ratio;
  const minusOne = point(rational(-1n, 1n));
  const { nominal, range, loose, expression } = ratio.amount;
  return {
    ok: true,
    amount: {
      nominal: nominal === null ? null : subtract(nominal, one),
      range: addRanges(range, minusOne),
      loose: addRanges(loose, minusOne),
      unit: percent,
      expression: `${expression} - 1`,
    },
  };
}

function inUnit(unit: Unit, evaluated: Evaluated): Evaluated {
  return evaluated.ok ? { ok: true, amount: { ...evaluated.amount, unit } } : evaluated;
}

function named(name: string, evaluated: Evaluated): Evaluated {
  if (!evaluated.ok) return evaluated;
  return { ok: true, amount: { ...evaluated.amount, expression: `${name}(${evaluated.amount.expression})` } };
}

/** The smaller (sign 1) or larger (-1) of two, end by end. */
function extremeOf(a: Amount, b: Amount, sign: 1 | -1): Omit<Amount, 'expression'> {
  const pick = (x: Rational, y: Rational) => (sign * compare(x, y) <= 0 ? x : y);
  const rangeOf = (x: Range, y: Range): Range => ({
    low: endOf(x.low, y.low, sign, sign === 1),
    high: endOf(x.high, y.high, sign, sign === -1),
  });
  return {
    nominal: both(a.nominal, b.nominal, pick),
    range: rangeOf(a.range, b.range),
    loose: rangeOf(a.loose, b.loose),
    unit: commonUnit(a.unit, b.unit),
  };
}

/** `boundless`: an end without bound wins (the low end of a minimum), otherwise the other end does. */
function endOf(a: RangeEnd | null, b: RangeEnd | null, sign: 1 | -1, boundless: boolean): RangeEnd | null {
  if (a === null || b === null) return boundless ? null : (a ?? b);
  const difference = sign * compare(a.value, b.value);
  return difference < 0 || (difference === 0 && a.closed) ? a : b;
}
