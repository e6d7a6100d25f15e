import { divide, square, subtract } from '../quantities/rational.ts';
import { leadingBounds } from './leading-bits.ts';
import type { WeightedMoments, WeightedTerm } from './weighted-moments.ts';

/**
 * Reads something from moments: a rounded number, a decision. It may only grow (or only fall) when the sum of squares grows, and when
 * the total falls.
 */
type Reading<T> = (moments: WeightedMoments) => T;

/**
 * The statistics of a county without one of its terms, term by term: the moments less that term's part, so that n of them cost n and not n^2.
 *
 * The exact moments of thousands of multi-stage schools have hundreds of thousands of digits. So they are first bounded by numbers of 256
 * bits; where a reading of both bounds agrees it is that of the exact moments between them, and where it does not the exact ones are read.
 */
export function momentsWithout(
  moments: WeightedMoments,
): <T extends string | number | boolean | null>(term: WeightedTerm, read: Reading<T>) => T {
  const totals = leadingBounds(moments.total, boundBits);
  const squares = leadingBounds(moments.sumOfSquares, boundBits);
  return (term, read) => {
    const pupils = subtract(moments.pupils, term.pupils);
    const ownSquare = divide(square(term.amount), term.pupils);
    const low = {
      pupils,
      total: subtract(totals.high, term.amount),
      sumOfSquares: subtract(squares.low, ownSquare),
    };
    const high = {
      pupils,
      total: subtract(totals.low, term.amount),
      sumOfSquares: subtract(squares.high, ownSquare),
    };
    if (low.sumOfSquares.n > 0n && high.total.n > 0n) {
      const [first, second] = [read(low), read(high)];
      if (first === second) return first;
    }
    return read({
      pupils,
      total: subtract(moments.total, term.amount),
      sumOfSquares: subtract(moments.sumOfSquares, ownSquare),
    });
  };
}

const boundBits = 256;
