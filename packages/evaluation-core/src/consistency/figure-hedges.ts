import { add, compare, maximum, minimum, multiply, one, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Hedge } from './figure-words.ts';
import { closed, halfOf, intersect, open, point } from './range.ts';
import type { Range } from './range.ts';

const tenth = rational(1n, 10n);
const fourFifths = rational(4n, 5n);

/**
 * What words leave of a printed amount p, in terms of u, one unit of its last digit that is not an ending zero (100 for 1200, 0.1 for
 * 7.5), and `step`, one unit of its last digit (1 for 1200):
 * 约 p: half a u to either side, but no more than a tenth of p (约1000 is no 1400), and no less than rounding to the last digit allows;
 * 余, 多 p: above p and below p + u; 近 p: below p, no further than u and than a fifth of p (近10万 is no 3万);
 * limits (以上, 不足 ...) as they stand. Null where two words exclude each other.
 */
export function hedgedRange(
  hedges: readonly Hedge[],
  amount: Rational,
  lastDigit: Rational,
  step: Rational,
): Range | null {
  if (hedges.length === 0) return point(amount);
  let range: Range | null = { low: null, high: null };
  for (const hedge of hedges) range = range === null ? null : intersect(range, rangeOf(hedge, amount, lastDigit, step));
  return range;
}

function rangeOf(hedge: Hedge, p: Rational, u: Rational, step: Rational): Range {
  switch (hedge) {
    case 'about': {
      const away = maximum(halfOf(step), minimum(halfOf(u), multiply(p, tenth)));
      return { low: closed(subtract(p, away)), high: closed(add(p, away)) };
    }
    case 'more-than':
      return { low: open(p), high: open(add(p, u)) };
    case 'short-of':
      return { low: closed(maximum(subtract(p, u), multiply(p, fourFifths))), high: open(p) };
    case 'at-least':
      return { low: closed(p), high: null };
    case 'above':
      return { low: open(p), high: null };
    // Amounts are not negative: 不足100人 are 0 to 99.
    case 'at-most':
      return { low: floorOf(p), high: closed(p) };
    case 'below':
      return { low: floorOf(p), high: open(p) };
    case 'equal':
      return point(p);
    default: {
      const exhaustive: never = hedge;
      return exhaustive;
    }
  }
}

function floorOf(p: Rational): Range['low'] {
  return compare(p, zero) > 0 ? closed(zero) : null;
}

/** One unit of the last digit that is not an ending zero of an integer; digits after a point are all meant. */
export function lastDigitOf(value: Rational, decimals: number): Rational {
  if (decimals > 0) return rational(1n, 10n ** BigInt(decimals));
  let unit: Rational = one;
  for (let rest = value.n / value.d; rest !== 0n && rest % 10n === 0n; rest /= 10n)
    unit = multiply(unit, rational(10n, 1n));
  return unit;
}
