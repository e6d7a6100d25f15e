import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  one,
  rational,
  subtract,
  zero,
} from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** One end of what is possible; `closed` = the value itself is possible. */
export interface RangeEnd {
  readonly value: Rational;
  readonly closed: boolean;
}

/** What words such as 约, 近, 余 leave possible; null = without bound on that side. */
export interface Range {
  readonly low: RangeEnd | null;
  readonly high: RangeEnd | null;
}

export const everything: Range = { low: null, high: null };

export function closed(value: Rational): RangeEnd {
  return { value, closed: true };
}

export function open(value: Rational): RangeEnd {
  return { value, closed: false };
}

export function point(value: Rational): Range {
  return { low: closed(value), high: closed(value) };
}

export function contains(range: Range, value: Rational): boolean {
  return overlap(range, point(value));
}

export function overlap(a: Range, b: Range): boolean {
  return !isBelow(a.high, b.low) && !isBelow(b.high, a.low);
}

/** Every value up to `high` lies below every value from `low` on. */
function isBelow(high: RangeEnd | null, low: RangeEnd | null): boolean {
  if (high === null || low === null) return false;
  const difference = compare(high.value, low.value);
  return difference < 0 || (difference === 0 && !(high.closed && low.closed));
}

/** Null where nothing satisfies both. */
export function intersect(a: Range, b: Range): Range | null {
  if (!overlap(a, b)) return null;
  return { low: stricter(a.low, b.low, 1), high: stricter(a.high, b.high, -1) };
}

function stricter(a: RangeEnd | null, b: RangeEnd | null, sign: 1 | -1): RangeEnd | null {
  if (a === null || b === null) return a ?? b;
  const difference = sign * compare(a.value, b.value);
  if (difference === 0) return { value: a.value, closed: a.closed && b.closed };
  return difference > 0 ? a : b;
}

export function addRanges(a: Range, b: Range): Range {
  return { low: addEnds(a.low, b.low), high: addEnds(a.high, b.high) };
}

function addEnds(a: RangeEnd | null, b: RangeEnd | null): RangeEnd | null {
  return a === null || b === null ? null : { value: add(a.value, b.value), closed: a.closed && b.closed };
}

export function negateRange({ low, high }: Range): Range {
  const negate = (end: RangeEnd | null) => (end === null ? null : { ...end, value: subtract(zero, end.value) });
  return { low: negate(high), high: negate(low) };
}

/** An end of a product: a number, or beyond every number of that sign. */
type Extended = RangeEnd | 'below-all' | 'above-all';

export function multiplyRanges(a: Range, b: Range): Range {
  const ends: Extended[] = [];
  for (const x of [a.low ?? 'below-all', a.high ?? 'above-all'] as const) {
    for (const y of [b.low ?? 'below-all', b.high ?? 'above-all'] as const) ends.push(productOf(x, y));
  }
  return {
    low: ends.includes('below-all') ? null : extreme(ends, minimum),
    high: ends.includes('above-all') ? null : extreme(ends, maximum),
  };
}

function productOf(x: Extended, y: Extended): Extended {
  if (typeof x !== 'string' && typeof y !== 'string') {
    const attainedZero = (x.closed && x.value.n === 0n) || (y.closed && y.value.n === 0n);
    return { value: multiply(x.value, y.value), closed: attainedZero || (x.closed && y.closed) };
  }
  const sign = signOf(x) * signOf(y);
  // 0 times what has no bound: 0 is the only value approached, and it is attained elsewhere if at all.
  if (sign === 0) return open(zero);
  return sign < 0 ? 'below-all' : 'above-all';
}

function signOf(end: Extended): -1 | 0 | 1 {
  if (typeof end === 'string') return end === 'below-all' ? -1 : 1;
  return end.value.n < 0n ? -1 : end.value.n > 0n ? 1 : 0;
}

function extreme(ends: readonly Extended[], pick: (a: Rational, b: Rational) => Rational): RangeEnd | null {
  let best: RangeEnd | null = null;
  for (const end of ends) {
    if (typeof end === 'string') continue;
    if (best === null) best = end;
    else if (compare(best.value, end.value) === 0) best = { value: best.value, closed: best.closed || end.closed };
    else if (pick(best.value, end.value) === end.value) best = end;
  }
  return best;
}

/** Everything is possible where the divisor may be 0. */
export function divideRanges(a: Range, b: Range): Range {
  const inverse = reciprocal(b);
  return inverse === null ? everything : multiplyRanges(a, inverse);
}

/** 1/x over a range on one side of 0; null where 0 lies inside. */
export function reciprocal({ low, high }: Range): Range | null {
  const positive = low !== null && (low.value.n > 0n || (low.value.n === 0n && !low.closed));
  const negative = high !== null && (high.value.n < 0n || (high.value.n === 0n && !high.closed));
  if (!positive && !negative) return null;
  const invert = (end: RangeEnd | null): RangeEnd | null => {
    if (end === null) return open(zero);
    return end.value.n === 0n ? null : { value: divide(one, end.value), closed: end.closed };
  };
  return { low: invert(high), high: invert(low) };
}

export type Relation = 'at-least' | 'above' | 'at-most' | 'below' | 'equal';

/** Does every pair of possible values stand in the relation (true), none (false), or only some (null)? */
export function relationHolds(a: Range, relation: Relation, b: Range): boolean | null {
  switch (relation) {
    case 'above':
      return isBelow(b.high, a.low) ? true : reaches(b.low, a.high) ? false : null;
    case 'at-least':
      return reaches(a.low, b.high) ? true : isBelow(a.high, b.low) ? false : null;
    case 'below':
      return relationHolds(b, 'above', a);
    case 'at-most':
      return relationHolds(b, 'at-least', a);
    case 'equal':
      if (!overlap(a, b)) return false;
      return isPoint(a) && isPoint(b) ? true : null;
    default: {
      const exhaustive: never = relation;
      return exhaustive;
    }
  }
}

/** Every value from `low` on is at least every value up to `high`. */
function reaches(low: RangeEnd | null, high: RangeEnd | null): boolean {
  return low !== null && high !== null && compare(low.value, high.value) >= 0;
}

export function isPoint({ low, high }: Range): boolean {
  return low !== null && high !== null && low.closed && high.closed && compare(low.value, high.value) === 0;
}

export function halfOf(value: Rational): Rational {
  return multiply(value, rational(1n, 2n));
}
