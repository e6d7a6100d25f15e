import type { Outcome } from '../outcome.ts';
import type { Rational } from '../quantities/rational.ts';
import { squaredLimit, withinSquaredLimit } from '../quantities/rounding.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared } from '../statistics/weighted-moments.ts';
import type { WeightedMoments } from '../statistics/weighted-moments.ts';

/** CV <= limit of a complete stage, by exact comparison of P_N Q with (1 + L^2) X^2. A zero mean has no CV and is never met. */
export function decideCvLimit(moments: WeightedMoments, limit: Rational, policy: RoundingPolicy): Outcome {
  const value = onePlusCvSquared(moments);
  if (value === null) return 'undetermined';
  return withinSquaredLimit(value, squaredLimit(limit, policy)) ? 'met' : 'unmet';
}

/** The same with amounts missing: decided only where every possible completion agrees. */
export function decideCvLimitWithMissing(
  present: WeightedMoments,
  missingPupils: readonly Rational[],
  limit: Rational,
  policy: RoundingPolicy,
): Outcome {
  const bounds = cvBoundsWithMissing(present, missingPupils);
  if (bounds === null) return 'undetermined';
  const test = squaredLimit(limit, policy);
  if (withinSquaredLimit(bounds.greatest, test)) return 'met';
  return withinSquaredLimit(bounds.least, test) ? 'undetermined' : 'unmet';
}

/** Would rounding the CV to any of these digits change the decision? */
export function isCvBoundary(
  moments: WeightedMoments,
  limit: Rational,
  policy: RoundingPolicy,
  decimals: readonly number[],
): boolean {
  const value = onePlusCvSquared(moments);
  if (value === null) return false;
  const decided = withinSquaredLimit(value, squaredLimit(limit, policy));
  return decimals.some(
    (each) => withinSquaredLimit(value, squaredLimit(limit, { kind: 'half-up', decimals: each })) !== decided,
  );
}
