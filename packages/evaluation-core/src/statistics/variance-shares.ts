import { compare, divide, isZero, multiply, rational, square, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { toDouble } from '../quantities/double.ts';
import { leadingBits } from './leading-bits.ts';
import { weightedMean, weightedVariance } from './weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from './weighted-moments.ts';

/**
 * Share of the variance that each term causes: (P_i/P_N) (x_i/P_i - mean)^2 / S^2, in the order of the terms; empty where S = 0.
 * Deviations are taken to 150 significant bits (a county's exact mean may have a million digits), so a share has a relative error
 * below 2^-140 and its double is the same whatever the order of the schools.
 */
export function varianceShares(terms: readonly WeightedTerm[], moments: WeightedMoments): readonly number[] {
  const variance = weightedVariance(moments);
  if (isZero(variance)) return [];
  const scale = leadingBits(multiply(variance, moments.pupils), shareBits);
  const deviation = deviations(moments);
  return terms.map((term) =>
    toDouble(divide(multiply(term.pupils, square(leadingBits(deviation(term), shareBits))), scale)),
  );
}

const shareBits = 160;
const meanBits = 640;

/**
 * x_i/P_i - X/P_N to a relative error below 2^-150; 0 where it is 0. The mean is cut to 640 bits once, which is enough unless a term
 * agrees with it to 480 bits; then the exact difference is taken.
 */
export function deviations(moments: WeightedMoments): (term: WeightedTerm) => Rational {
  const mean = leadingBits(weightedMean(moments), meanBits);
  const exactMean = compare(mean, weightedMean(moments)) === 0;
  const nearest = multiply(mean, rational(1n, 1n << 480n));
  return (term) => {
    const own = divide(term.amount, term.pupils);
    const difference = subtract(own, mean);
    const size = difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
    return exactMean || compare(size, nearest) > 0 ? difference : subtract(own, weightedMean(moments));
  };
}
