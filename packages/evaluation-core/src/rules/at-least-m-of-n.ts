import type { Outcome } from '../outcome.ts';
import type { ThresholdDecision } from './threshold.ts';

/**
 * At least m indicators met, and every other at or above its floor (余项不能低于要求的85%). Decided early: met if it holds even when every
 * open indicator turns out as badly as it can, unmet if it fails even when each turns out as well as it can.
 */
export function atLeastMOfN(
  decisions: readonly Pick<ThresholdDecision, 'outcome' | 'aboveFloor'>[],
  minimumMet: number,
): Extract<Outcome, 'met' | 'unmet' | 'undetermined'> {
  const certainlyMet = decisions.filter((each) => each.outcome === 'met').length;
  const possiblyMet = decisions.filter((each) => each.outcome !== 'unmet').length;
  if (possiblyMet < minimumMet || decisions.some((each) => each.aboveFloor === false)) return 'unmet';
  return certainlyMet >= minimumMet && decisions.every((each) => each.aboveFloor === true) ? 'met' : 'undetermined';
}
