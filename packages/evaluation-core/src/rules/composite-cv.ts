import type { Outcome } from '../outcome.ts';
import { multiply, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { movedLimit } from '../quantities/rounding.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { compareRootSum } from '../statistics/composite-cv.ts';

/** What CV^2 can be, depending on what is missing. */
export interface CvSquareRange {
  readonly least: Rational;
  /** Not exceeded; may be approached only in the limit. */
  readonly greatest: Rational;
}

/**
 * The mean of the CVs (综合差异系数) <= limit, decided exactly. The mean lies between the means of the bounds of the single CVs: met if the greater
 * stays within, unmet if the smaller does not. Null = the CV may not exist (zero mean) or nothing is known of it: then nothing is decided.
 * Under a rounding policy the mean is rounded, never the single CVs.
 */
export function decideCompositeCv(
  parts: readonly (CvSquareRange | null)[],
  limit: Rational,
  policy: RoundingPolicy,
): Outcome {
  if (parts.length === 0) return 'not-applicable';
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length) return 'undetermined';
  if (
    isWithin(
      known.map((part) => part.greatest),
      limit,
      policy,
    )
  )
    return 'met';
  const least = known.map((part) => part.least);
  return isWithin(least, limit, policy) ? 'undetermined' : 'unmet';
}

/** Would rounding the mean to any of these digits change the decision? */
export function isCompositeBoundary(
  cvSquares: readonly Rational[],
  limit: Rational,
  policy: RoundingPolicy,
  decimals: readonly number[],
): boolean {
  if (cvSquares.length === 0) return false;
  const decided = isWithin(cvSquares, limit, policy);
  return decimals.some((each) => isWithin(cvSquares, limit, { kind: 'half-up', decimals: each }) !== decided);
}

/** Mean of the roots <= limit, as sum of the roots against n * limit. */
function isWithin(cvSquares: readonly Rational[], limit: Rational, policy: RoundingPolicy): boolean {
  const moved = movedLimit(limit, policy);
  const difference = compareRootSum(cvSquares, multiply(moved.limit, rational(BigInt(cvSquares.length), 1n)));
  return moved.included ? difference <= 0 : difference < 0;
}
