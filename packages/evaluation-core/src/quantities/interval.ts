import { add, compare, maximum, multiply, subtract, zero } from './rational.ts';
import type { Rational } from './rational.ts';

/** What is known of an amount that cannot be negative: low <= x <= high; `high: null` = without bound. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational | null;
}

/** Nothing is known. */
export const anyAmount: Interval = { low: zero, high: null };
export const nothing: Interval = { low: zero, high: zero };

export function exactly(value: Rational): Interval {
  return { low: value, high: value };
}

/** The value, if only one is possible. */
export function knownValue(interval: Interval): Rational | null {
  return interval.high !== null && compare(interval.low, interval.high) === 0 ? interval.low : null;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: add(a.low, b.low), high: a.high === null || b.high === null ? null : add(a.high, b.high) };
}

export function largerInterval(a: Interval, b: Interval): Interval {
  return { low: maximum(a.low, b.low), high: a.high === null || b.high === null ? null : maximum(a.high, b.high) };
}

/** a - b, knowing that the difference is not negative. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return {
    low: b.high === null ? zero : maximum(zero, subtract(a.low, b.high)),
    high: a.high === null ? null : subtract(a.high, b.low),
  };
}

export function scaleInterval(a: Interval, factor: Interval): Interval {
  return {
    low: multiply(a.low, factor.low),
    high: a.high === null || factor.high === null ? null : multiply(a.high, factor.high),
  };
}
