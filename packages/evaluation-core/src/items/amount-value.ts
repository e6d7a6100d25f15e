import { ownStage } from './amount.ts';
import type { Amount } from './amount.ts';
import type { StageId } from './cells.ts';
import { wholeYearsBetween } from './dates.ts';
import type { MissingCell } from './missing-cell.ts';
import { decimal } from '../quantities/decimal.ts';
import { add, ceiling, compare, divide, isZero, maximum, multiply, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** What is known of an amount: low <= x <= high, null = without bound on that side. */
export interface AmountValue {
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** The cells whose values would say more. */
  readonly missing: readonly MissingCell[];
  /** What beside cells would say more. */
  readonly open: OpenReason | null;
  /** Why there is no such number at all, whatever the missing cells hold. */
  readonly absent: AbsentReason | null;
}

/** `to-be-set`: the instrument leaves the number to the bureau. */
export type OpenReason = 'to-be-set' | 'no-evaluation-date';
/** `not-set`: the edition has no such number for this stage or this kind of school. */
export type AbsentReason = 'division-by-zero' | 'not-set';

/** The unit that is looked at: what its cells say. */
export interface AmountSource {
  /** The stage that is looked at; null = a whole school, or the county. */
  readonly stage: StageId | null;
  /** `YYYY-MM-DD`; null = not given. */
  readonly evaluationDate: string | null;
  /** Decimals of the edition, read once. */
  readonly constants?: Map<string, AmountValue>;
  /** A reported number. */
  readonly number: (item: string, stage: StageId | null, yearsBack: number) => AmountValue;
  /** The answer to a choice, or a date, of the whole unit. */
  readonly answer: (item: string) => { readonly cell: MissingCell; readonly value: string | null };
  /** Sum over the schools of the county; unknown where the unit is not the county. */
  readonly total: (total: TotalOfSchools) => AmountValue;
}

export type TotalOfSchools = Extract<Amount, { readonly kind: 'total-of-schools' }>;

const nothing = { missing: [], open: null, absent: null } as const;
export const unboundedAmount: AmountValue = { low: null, high: null, ...nothing };
export const zeroAmount: AmountValue = { low: zero, high: zero, ...nothing };

export function knownAmount(value: Rational): AmountValue {
  return { low: value, high: value, ...nothing };
}

/** A count, an area, a sum of money that was not reported: it cannot be negative. */
export function unknownAmount(missing: readonly MissingCell[]): AmountValue {
  return { low: zero, high: null, missing, open: null, absent: null };
}

/** The value, if only one is possible. */
export function onlyValue(value: AmountValue): Rational | null {
  return value.absent === null && isKnown(value) ? value.low : null;
}

/** Bounds over every value the missing cells could take: never claims more than it knows. Reported amounts are not negative. */
export function amountValue(amount: Amount, source: AmountSource): AmountValue {
  switch (amount.kind) {
    case 'constant':
      return constantOf(amount.value, source);
    case 'by-stage':
      return setNumber(source, source.stage === null ? undefined : amount.values[source.stage]);
    case 'by-choice': {
      const { cell, value } = source.answer(amount.item);
      if (value === null) return { ...unboundedAmount, missing: [cell] };
      return setNumber(
        source,
        Object.hasOwn(amount.values, value) ? amount.values[value] : (amount.otherwise ?? undefined),
      );
    }
    case 'setting':
      return amount.value === null
        ? { ...unboundedAmount, low: decimal(amount.least), high: decimal(amount.greatest), open: 'to-be-set' }
        : constantOf(amount.value, source);
    case 'years-since':
      return yearsSince(source, amount.item);
    case 'item':
      return source.number(amount.item, amount.stage === ownStage ? source.stage : amount.stage, amount.yearsBack);
    case 'sum':
      return sumOfAmounts(amount.of.map((each) => amountValue(each, source)));
    case 'product': {
      const factors = amount.of.map((each) => amountValue(each, source));
      // Nothing of something unknown is nothing.
      const isNothing = factors.some((each) => isKnown(each) && each.low !== null && isZero(each.low));
      return isNothing && factors.every((each) => each.absent === null) ? zeroAmount : combined(factors, productOf);
    }
    case 'larger':
      return joined(amount.of, source, largerOf);
    case 'smaller':
      return joined(amount.of, source, smallerOf);
    case 'difference':
      return subtractAmounts(amountValue(amount.of, source), amountValue(amount.minus, source));
    case 'quotient':
      return divideAmounts(amountValue(amount.of, source), amountValue(amount.by, source));
    case 'rounded-up': {
      const of = amountValue(amount.of, source);
      const low = of.low === null ? null : ceiling(of.low);
      return { ...of, low, high: of.low === of.high ? low : of.high === null ? null : ceiling(of.high) };
    }
    case 'total-of-schools':
      return source.total(amount);
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

function setNumber(source: AmountSource, text: string | undefined): AmountValue {
  return text === undefined ? { ...unboundedAmount, absent: 'not-set' } : constantOf(text, source);
}

/** A decimal of the edition: there are few, and they are asked for every school. */
export function constantOf(text: string, { constants }: AmountSource): AmountValue {
  const before = constants?.get(text);
  if (before !== undefined) return before;
  const value = knownAmount(decimal(text));
  constants?.set(text, value);
  return value;
}

function yearsSince(source: AmountSource, item: string): AmountValue {
  const { cell, value } = source.answer(item);
  if (value === null) return { ...unboundedAmount, missing: [cell] };
  if (source.evaluationDate === null) return { ...unboundedAmount, open: 'no-evaluation-date' };
  return knownAmount({ n: BigInt(wholeYearsBetween(value, source.evaluationDate)), d: 1n });
}

type Bounds = Pick<AmountValue, 'low' | 'high'> & { readonly absent?: AbsentReason | null };
const anything: Bounds = { low: null, high: null };

function joined(
  parts: readonly Amount[],
  source: AmountSource,
  combine: (a: Bounds, b: Bounds) => Bounds,
): AmountValue {
  return combined(
    parts.map((part) => amountValue(part, source)),
    combine,
  );
}

function combined(values: readonly AmountValue[], combine: (a: Bounds, b: Bounds) => Bounds): AmountValue {
  const missing = missingOf(values);
  let open: OpenReason | null = null;
  let absent: AbsentReason | null = null;
  for (const each of values) {
    open ??= each.open;
    absent ??= each.absent;
  }
  if (absent !== null) return { low: null, high: null, missing, open, absent };
  let bounds: Bounds = values[0] ?? zeroAmount;
  for (let index = 1; index < values.length; index += 1) bounds = combine(bounds, values[index] ?? zeroAmount);
  return { low: bounds.low, high: bounds.high, missing, open, absent: bounds.absent ?? null };
}

/** Mostly nothing is: then nothing is copied. */
function missingOf(values: readonly AmountValue[]): readonly MissingCell[] {
  const lacking = values.filter((each) => each.missing.length > 0);
  if (lacking.length === 0) return nothing.missing;
  return lacking.length === 1 && lacking[0] !== undefined
    ? lacking[0].missing
    : lacking.flatMap((each) => each.missing);
}

/** The same of two, without lists in between: most arithmetic is of two. */
function combinedPair(a: AmountValue, b: AmountValue, combine: (a: Bounds, b: Bounds) => Bounds): AmountValue {
  const missing =
    a.missing.length === 0 ? b.missing : b.missing.length === 0 ? a.missing : [...a.missing, ...b.missing];
  const open = a.open ?? b.open;
  const absent = a.absent ?? b.absent;
  if (absent !== null) return { low: null, high: null, missing, open, absent };
  const bounds = combine(a, b);
  return { low: bounds.low, high: bounds.high, missing, open, absent: bounds.absent ?? null };
}

/** a + b, bounds and what is missing. */
export function addAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combinedPair(a, b, sumOf);
}

/** The same of many at once: one by one, the growing list of missing cells would be copied for every school of a county. */
export function sumOfAmounts(values: readonly AmountValue[]): AmountValue {
  // What is not asked adds nothing.
  const counted = values.filter((each) => each !== zeroAmount);
  const [first = zeroAmount] = counted;
  return counted.length < 2 ? first : combined(counted, sumOf);
}

/** 100 * part / whole and the like. */
export function divideAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combinedPair(a, b, quotientOf);
}

export function multiplyAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combinedPair(a, b, productOf);
}

export function subtractAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return b === zeroAmount ? a : combinedPair(a, b, differenceOf);
}

export function smallerAmount(a: AmountValue, b: AmountValue): AmountValue {
  return combinedPair(a, b, smallerOf);
}

export function largerAmount(a: AmountValue, b: AmountValue): AmountValue {
  return combinedPair(a, b, largerOf);
}

function sumOf(a: Bounds, b: Bounds): Bounds {
  const low = a.low === null || b.low === null ? null : add(a.low, b.low);
  // Known numbers are added once.
  if (a.low === a.high && b.low === b.high) return { low, high: low };
  return { low, high: a.high === null || b.high === null ? null : add(a.high, b.high) };
}

function differenceOf(a: Bounds, b: Bounds): Bounds {
  return sumOf(a, negative(b));
}

function negative(a: Bounds): Bounds {
  if (a.low !== null && a.low === a.high) {
    const known = subtract(zero, a.low);
    return { low: known, high: known };
  }
  return {
    low: a.high === null ? null : subtract(zero, a.high),
    high: a.low === null ? null : subtract(zero, a.low),
  };
}

function notNegative(a: Bounds): boolean {
  return a.low !== null && a.low.n >= 0n;
}

/** Exact where both are known or neither can be negative; otherwise nothing is claimed. */
function productOf(a: Bounds, b: Bounds): Bounds {
  if (a.low !== null && b.low !== null && ((isKnown(a) && isKnown(b)) || (notNegative(a) && notNegative(b)))) {
    const low = multiply(a.low, b.low);
    if (a.low === a.high && b.low === b.high) return { low, high: low };
    return { low, high: a.high === null || b.high === null ? null : multiply(a.high, b.high) };
  }
  return anything;
}

function isKnown(a: Bounds): boolean {
  return a.low !== null && a.high !== null && (a.low === a.high || compare(a.low, a.high) === 0);
}

function quotientOf(a: Bounds, b: Bounds): Bounds {
  if (b.low !== null && isKnown(b) && isZero(b.low)) return { ...anything, absent: 'division-by-zero' };
  if (a.low !== null && b.low !== null && isKnown(a) && isKnown(b)) {
    const exact = divide(a.low, b.low);
    return { low: exact, high: exact };
  }
  if (a.low === null || !notNegative(a) || b.low === null || !notNegative(b)) return anything;
  return {
    low: b.high === null || isZero(b.high) ? zero : divide(a.low, b.high),
    high: a.high === null || isZero(b.low) ? null : divide(a.high, b.low),
  };
}

function largerOf(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low === null ? b.low : b.low === null ? a.low : maximum(a.low, b.low),
    high: a.high === null || b.high === null ? null : maximum(a.high, b.high),
  };
}

function smallerOf(a: Bounds, b: Bounds): Bounds {
  return negative(largerOf(negative(a), negative(b)));
}
