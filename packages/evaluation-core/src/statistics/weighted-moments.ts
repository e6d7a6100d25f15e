import { divide, isZero, lowest, multiply, square, subtract, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** One school-stage in a county statistic: raw amount x and pupils P > 0. */
export interface WeightedTerm {
  readonly amount: Rational;
  readonly pupils: Rational;
}

/** P_N, X = sum x_i, Q = sum x_i^2 / P_i, exactly: everything the county statistics need. */
export interface WeightedMoments {
  readonly pupils: Rational;
  readonly total: Rational;
  readonly sumOfSquares: Rational;
}

/**
 * Only the pupils are in lowest terms. A total of amounts split between stages has a denominator that grows with the number of schools,
 * and reducing it took most of the time of a county of 50,000; nothing that is computed from it depends on its form.
 */
export function weightedMoments(terms: readonly WeightedTerm[]): WeightedMoments {
  return {
    pupils: lowest(sum(terms.map((term) => term.pupils))),
    total: sum(terms.map((term) => term.amount)),
    sumOfSquares: sum(terms.map((term) => divide(square(term.amount), term.pupils))),
  };
}

/** X / P_N: the ratio of totals, which is the pupil-weighted mean. Pupils > 0. */
export function weightedMean(moments: WeightedMoments): Rational {
  return divide(moments.total, moments.pupils);
}

/** (1 / P_N) sum P_i (x_i/P_i - X/P_N)^2 = Q/P_N - (X/P_N)^2 */
export function weightedVariance(moments: WeightedMoments): Rational {
  return subtract(divide(moments.sumOfSquares, moments.pupils), square(weightedMean(moments)));
}

/** 1 + CV^2 = P_N Q / X^2, or null where the mean is zero and the CV does not exist. */
export function onePlusCvSquared(moments: WeightedMoments): Rational | null {
  if (isZero(moments.total)) return null;
  return divide(multiply(moments.pupils, moments.sumOfSquares), square(moments.total));
}
