import { divide, isZero, multiply, rational, square, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { roughBitLength, toDouble } from '../quantities/double.ts';
import { weightedVariance } from './weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from './weighted-moments.ts';

/**
 * Share of the variance that each term causes: (P_i/P_N) (x_i/P_i - mean)^2 / S^2, in the order of the terms; empty where S = 0.
 * The exact difference is cut to 160 significant bits before it is squared (a county's exact mean may have thousands of digits), so a share
 * has a relative error below 2^-150 and its double is the same whatever the order of the schools.
 */
export function varianceShares(terms: readonly WeightedTerm[], moments: WeightedMoments): readonly number[] {
  const variance = weightedVariance(moments);
  if (isZero(variance)) return [];
  const scale = significant(multiply(variance, moments.pupils));
  return terms.map((term) => {
    const difference = subtract(multiply(term.amount, moments.pupils), multiply(moments.total, term.pupils));
    const deviation = significant(divide(difference, multiply(term.pupils, moments.pupils)));
    return toDouble(divide(multiply(term.pupils, square(deviation)), scale));
  });
}

const bits = 160;

/** The value with its numerator and denominator cut to `bits` leading bits. */
function significant(value: Rational): Rational {
  const n = leading(value.n < 0n ? -value.n : value.n);
  const d = leading(value.d);
  const exponent = n.dropped - d.dropped;
  return exponent >= 0 ? rational(n.kept << BigInt(exponent), d.kept) : rational(n.kept, d.kept << BigInt(-exponent));
}

function leading(value: bigint): { readonly kept: bigint; readonly dropped: number } {
  const dropped = Math.max(0, roughBitLength(value) - bits);
  return { kept: value >> BigInt(dropped), dropped };
}
