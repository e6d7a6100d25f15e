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
      return knownAmount(decimal(amount.value));
    case 'by-stage':
      return setNumber(source.stage === null ? undefined : amount.values[source.stage]);
    case 'by-choice': {
      const { cell, value } = source.answer(amount.item);
      if (value === null) return { ...unboundedAmount, missing: [cell] };
      return setNumber(Object.hasOwn(amount.values, value) ? amount.values[value] : (amount.otherwise ?? undefined));
    }
    case 'setting':
      return amount.value === null
        ? { ...unboundedAmount, low: decimal(amount.least), high: decimal(amount.greatest), open: 'to-be-set' }
        : knownAmount(decimal(amount.value));
    case 'years-since':
      return yearsSince(source, amount.item);
    case 'item':
      return source.number(amount.item, amount.stage === ownStage ? source.stage : amount.stage, amount.yearsBack);
    case 'sum':
      return joined(amount.of, source, sumOf);
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
      return joined([amount.of, amount.minus], source, (a, b) => sumOf(a, negative(b)));
    case 'quotient':
      return joined([amount.of, amount.by], source, quotientOf);
    case 'rounded-up': {
      const of = amountValue(amount.of, source);
      return { ...of, low: of.low === null ? null : ceiling(of.low), high: of.high === null ? null : ceiling(of.high) };
    }
    case 'total-of-schools':
      return source.total(amount);
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

function setNumber(text: string | undefined): AmountValue {
  return text === undefined ? { ...unboundedAmount, absent: 'not-set' } : knownAmount(decimal(text));
}

function yearsSince(source: AmountSource, item: string): AmountValue {
  const { cell, value } = source.answer(item);
  if (value === null) return { ...unboundedAmount, missing: [cell] };
  if (source.evaluationDate === null) return { ...unboundedAmount, open: 'no-evaluation-date' };
  return knownAmount({ n: BigInt(wholeYearsBetween(value, source.evaluationDate)), d: 1n });
}

/** An item that an amount reads. `stage` may be `ownStage`. */
export interface ItemRead {
  readonly item: string;
  readonly stage: StageId | null;
  readonly yearsBack: number;
}

/** The items an amount reads, those of the schools in a county total included. */
export function amountItems(amount: Amount): readonly ItemRead[] {
  switch (amount.kind) {
    case 'item':
      return [amount];
    case 'by-choice':
    case 'years-since':
      return [{ item: amount.item, stage: null, yearsBack: 0 }];
    default:
      return innerAmounts(amount).flatMap(amountItems);
  }
}

/** What an amount is made of, in the order in which it is printed. */
export function innerAmounts(amount: Amount): readonly Amount[] {
  switch (amount.kind) {
    case 'item':
    case 'constant':
    case 'by-stage':
    case 'by-choice':
    case 'setting':
    case 'years-since':
      return [];
    case 'sum':
    case 'product':
    case 'larger':
    case 'smaller':
      return amount.of;
    case 'difference':
      return [amount.of, amount.minus];
    case 'quotient':
      return [amount.of, amount.by];
    case 'rounded-up':
    case 'total-of-schools':
      return [amount.of];
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
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
  const missing = values.flatMap((each) => each.missing);
  const open = values.find((each) => each.open !== null)?.open ?? null;
  const absent = values.find((each) => each.absent !== null)?.absent ?? null;
  if (absent !== null) return { ...unboundedAmount, missing, open, absent };
  const bounds: Bounds = values.slice(1).reduce<Bounds>(combine, values[0] ?? zeroAmount);
  return { low: bounds.low, high: bounds.high, missing, open, absent: bounds.absent ?? null };
}

/** a + b, bounds and what is missing. */
export function addAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], sumOf);
}

/** The same of many at once: one by one, the growing list of missing cells would be copied for every school of a county. */
export function sumOfAmounts(values: readonly AmountValue[]): AmountValue {
  return combined([zeroAmount, ...values], sumOf);
}

/** 100 * part / whole and the like. */
export function divideAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], quotientOf);
}

export function multiplyAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], productOf);
}

export function subtractAmounts(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], (x, y) => sumOf(x, negative(y)));
}

export function smallerAmount(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], smallerOf);
}

export function largerAmount(a: AmountValue, b: AmountValue): AmountValue {
  return combined([a, b], largerOf);
}

function sumOf(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low === null || b.low === null ? null : add(a.low, b.low),
    high: a.high === null || b.high === null ? null : add(a.high, b.high),
  };
}

function negative(a: Bounds): Bounds {
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
    return {
      low: multiply(a.low, b.low),
      high: a.high === null || b.high === null ? null : multiply(a.high, b.high),
    };
  }
  return anything;
}

function isKnown(a: Bounds): boolean {
  return a.low !== null && a.high !== null && compare(a.low, a.high) === 0;
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
