import { ownStage } from './amount.ts';
import type { Amount } from './amount.ts';
import type { Condition } from './condition.ts';
import type { CellKey, StageId } from './cells.ts';
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
  /** Why there is no such number at all, whatever the missing cells hold. */
  readonly absent: AbsentReason | null;
}

export type AbsentReason = 'division-by-zero' | 'none-for-stage';

/** Where the cells of the unit that is looked at are read. */
export interface AmountSource {
  /** The stage that is looked at; null = a whole school, or the county. */
  readonly stage: StageId | null;
  readonly read: (item: string, stage: StageId | null, yearsBack: number) => ReadCell;
  /** Sum over the schools of the county; unknown where the unit is not the county. */
  readonly total: (of: Amount, where: Condition | null, schools: 'evaluated' | 'registered') => AmountValue;
}

export interface ReadCell {
  readonly schoolId: string;
  readonly key: CellKey;
  readonly value: Rational | null;
}

const unknown: AmountValue = { low: null, high: null, missing: [], absent: null };

export function knownAmount(value: Rational): AmountValue {
  return { low: value, high: value, missing: [], absent: null };
}

/** A count, an area, a sum of money that was not reported: it cannot be negative. */
export function unknownAmount(missing: readonly MissingCell[]): AmountValue {
  return { low: zero, high: null, missing, absent: null };
}

/** The value, if only one is possible. */
export function onlyValue(value: AmountValue): Rational | null {
  if (value.absent !== null || value.low === null || value.high === null) return null;
  return compare(value.low, value.high) === 0 ? value.low : null;
}

/** Bounds over every value the missing cells could take: never claims more than it knows. Reported amounts are not negative. */
export function amountValue(amount: Amount, source: AmountSource): AmountValue {
  switch (amount.kind) {
    case 'constant':
      return knownAmount(decimal(amount.value));
    case 'by-stage': {
      const text = source.stage === null ? undefined : amount.values[source.stage];
      return text === undefined ? { ...unknown, absent: 'none-for-stage' } : knownAmount(decimal(text));
    }
    case 'item': {
      const stage = amount.stage === ownStage ? source.stage : amount.stage;
      const { schoolId, key, value } = source.read(amount.item, stage, amount.yearsBack);
      return value === null ? unknownAmount([{ schoolId, key }]) : knownAmount(value);
    }
    case 'sum':
      return joined(amount.of, source, sumOf);
    case 'product':
      return joined(amount.of, source, productOf);
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
      return source.total(amount.of, amount.where, amount.schools);
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

/** The reported items an amount reads, those of the schools in a county total included. */
export function amountItems(amount: Amount): readonly Extract<Amount, { readonly kind: 'item' }>[] {
  switch (amount.kind) {
    case 'item':
      return [amount];
    case 'constant':
    case 'by-stage':
      return [];
    case 'sum':
    case 'product':
    case 'larger':
    case 'smaller':
      return amount.of.flatMap(amountItems);
    case 'difference':
      return [...amountItems(amount.of), ...amountItems(amount.minus)];
    case 'quotient':
      return [...amountItems(amount.of), ...amountItems(amount.by)];
    case 'rounded-up':
    case 'total-of-schools':
      return amountItems(amount.of);
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

type Bounds = Pick<AmountValue, 'low' | 'high'> & { readonly absent?: AbsentReason | null };

function joined(
  parts: readonly Amount[],
  source: AmountSource,
  combine: (a: Bounds, b: Bounds) => Bounds,
): AmountValue {
  const values = parts.map((part) => amountValue(part, source));
  const missing = values.flatMap((each) => each.missing);
  const absent = values.find((each) => each.absent !== null)?.absent ?? null;
  if (absent !== null) return { ...unknown, missing, absent };
  const bounds: Bounds = values.slice(1).reduce<Bounds>(combine, values[0] ?? knownAmount(zero));
  return { low: bounds.low, high: bounds.high, missing, absent: bounds.absent ?? null };
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
  return unknown;
}

function isKnown(a: Bounds): boolean {
  return a.low !== null && a.high !== null && compare(a.low, a.high) === 0;
}

function quotientOf(a: Bounds, b: Bounds): Bounds {
  if (b.low !== null && isKnown(b) && isZero(b.low)) return { ...unknown, absent: 'division-by-zero' };
  if (a.low !== null && b.low !== null && isKnown(a) && isKnown(b)) {
    const exact = divide(a.low, b.low);
    return { low: exact, high: exact };
  }
  if (a.low === null || !notNegative(a) || b.low === null || !notNegative(b)) return unknown;
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
