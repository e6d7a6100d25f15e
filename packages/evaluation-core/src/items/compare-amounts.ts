import type { Comparator } from './amount.ts';
import type { AmountValue } from './amount-value.ts';
import { compare } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** Does the comparison hold for every value the two could have (true), for none (false), or may it still turn out either way (null)? */
export function compareAmounts(left: AmountValue, comparator: Comparator, right: AmountValue): boolean | null {
  if (left.absent !== null || right.absent !== null) return null;
  switch (comparator) {
    case 'at-least':
      return notBelow(left, right);
    case 'at-most':
      return notBelow(right, left);
    case 'more-than':
      return inverse(notBelow(right, left));
    case 'less-than':
      return inverse(notBelow(left, right));
    case 'equal': {
      const over = notBelow(left, right);
      const under = notBelow(right, left);
      return over === false || under === false ? false : over === true && under === true ? true : null;
    }
    default: {
      const exhaustive: never = comparator;
      return exhaustive;
    }
  }
}

/** a >= b */
function notBelow(a: AmountValue, b: AmountValue): boolean | null {
  if (reaches(a.low, b.high)) return true;
  return a.high !== null && b.low !== null && compare(a.high, b.low) < 0 ? false : null;
}

function reaches(low: Rational | null, high: Rational | null): boolean {
  return low !== null && high !== null && compare(low, high) >= 0;
}

function inverse(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}
