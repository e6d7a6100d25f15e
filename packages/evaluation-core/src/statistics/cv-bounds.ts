import { divide, isZero, maximum, minimum, multiply, square, add, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { WeightedMoments } from './weighted-moments.ts';

/** Bounds of 1 + CV^2 over every value the missing amounts could take. */
export interface CvBounds {
  /** Reached. */
  readonly least: Rational;
  /** Not exceeded; may be approached only in the limit. */
  readonly greatest: Rational;
}

/**
 * Bounds of f(y) = P_N (Q + sum y_j^2/p_j) / (X + sum y_j)^2 over all y >= 0, where the amounts y_j of school-stages with known pupils p_j
 * are missing, X and Q are the moments of the others, and P_N counts the pupils of all. X > 0 is needed: with X = 0 the choice y = 0 has no
 * CV at all, so nothing can be decided (null).
 *
 * Least. With Y = sum y_j and p = sum p_j, Cauchy gives sum y_j^2/p_j >= Y^2/p, with equality at y_j = Y p_j/p. Then
 * g(Y) = (Q + Y^2/p) / (X + Y)^2 has derivative of the sign of Y X/p - Q, so its minimum is at Y = p Q/X, where g = Q / (X^2 + p Q).
 *
 * Greatest. sqrt(f / P_N) is a norm of (sqrt Q, y_j/sqrt p_j) divided by the positive linear form X + sum y_j; {f <= c} is therefore convex:
 * f is quasi-convex. For T large any y is a convex combination of 0 and the points T e_j, so f(y) <= max(f(0), max_j f(T e_j)), and for T -> infinity
 * f(T e_j) -> P_N / p_j. Hence f <= P_N max(Q/X^2, 1/min p_j).
 */
export function cvBoundsWithMissing(present: WeightedMoments, missingPupils: readonly Rational[]): CvBounds | null {
  if (isZero(present.total)) return null;
  const smallest = missingPupils.reduce<Rational | null>(
    (least, each) => (least === null ? each : minimum(least, each)),
    null,
  );
  const missing = missingPupils.reduce(add, zero);
  const all = add(present.pupils, missing);
  const { total, sumOfSquares } = present;
  const least = divide(multiply(all, sumOfSquares), add(square(total), multiply(missing, sumOfSquares)));
  const atZero = divide(multiply(all, sumOfSquares), square(total));
  return { least, greatest: smallest === null ? atZero : maximum(atZero, divide(all, smallest)) };
}
