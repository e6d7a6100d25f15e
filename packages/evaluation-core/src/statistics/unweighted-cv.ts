import { squareRootToDouble } from '../quantities/double.ts';
import { divide, isZero, multiply, one, rational, square, subtract, sum } from '../quantities/rational.ts';
import type { WeightedTerm } from './weighted-moments.ts';

/** What people compute who forget the weights. Never decides anything. */
export interface UnweightedCvs {
  /** sqrt(sum (X_i - mean)^2 / n) / mean, mean = sum X_i / n; null where the mean is zero or there is no school. */
  readonly population: number | null;
  /** The same with n - 1; null also for a single school. */
  readonly sample: number | null;
}

/** From X_i = x_i / P_i, every school counting the same; exact until the double. */
export function unweightedCvs(terms: readonly WeightedTerm[]): UnweightedCvs {
  const ratios = terms.map((term) => divide(term.amount, term.pupils));
  const total = sum(ratios);
  if (isZero(total)) return { population: null, sample: null };
  const count = BigInt(terms.length);
  // CV^2 = n sum X_i^2 / (sum X_i)^2 - 1
  const squares = multiply(rational(count, 1n), sum(ratios.map(square)));
  const population = subtract(divide(squares, square(total)), one);
  return {
    population: squareRootToDouble(population),
    sample: count < 2n ? null : squareRootToDouble(multiply(population, rational(count, count - 1n))),
  };
}
