import type { Outcome } from '../outcome.ts';
import { multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Interval } from '../quantities/interval.ts';
import { knownValue } from '../quantities/interval.ts';
import { reaches } from '../quantities/rounding.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';

/** A value against its threshold and against the floor below which it may not fall. */
export interface ThresholdDecision {
  readonly outcome: Extract<Outcome, 'met' | 'unmet' | 'undetermined'>;
  /** null = cannot tell */
  readonly aboveFloor: boolean | null;
  /** Rounding to the displayed digits would change one of the two decisions. */
  readonly boundary: boolean;
}

export function decideThreshold(
  value: Interval,
  threshold: Rational,
  floorShare: Rational | null,
  policy: RoundingPolicy,
  displayDecimals: number,
): ThresholdDecision {
  const floor = floorShare === null ? null : multiply(threshold, floorShare);
  const met = holdsFrom(value, threshold, policy);
  const aboveFloor = floor === null ? true : holdsFrom(value, floor, policy);
  return {
    outcome: met === null ? 'undetermined' : met ? 'met' : 'unmet',
    aboveFloor,
    boundary: isBoundary(knownValue(value), [threshold, ...(floor === null ? [] : [floor])], policy, displayDecimals),
  };
}

/** value >= limit for every possible value, for none, or null. */
function holdsFrom(value: Interval, limit: Rational, policy: RoundingPolicy): boolean | null {
  if (reaches(value.low, limit, policy)) return true;
  return value.high !== null && !reaches(value.high, limit, policy) ? false : null;
}

function isBoundary(
  value: Rational | null,
  limits: readonly Rational[],
  policy: RoundingPolicy,
  decimals: number,
): boolean {
  if (value === null) return false;
  return limits.some((limit) => reaches(value, limit, policy) !== reaches(value, limit, { kind: 'half-up', decimals }));
}
