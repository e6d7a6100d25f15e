import type { Outcome } from '../outcome.ts';

/** One indicator of a school-stage, as the rules about several of them look at it. */
export interface CountedDecision {
  readonly outcome: Outcome;
  /** null = cannot tell, or not applicable */
  readonly aboveFloor: boolean | null;
}

/** Those that are judged at all. */
export function judged<T extends CountedDecision>(decisions: readonly T[]): readonly T[] {
  return decisions.filter((each) => each.outcome !== 'not-applicable');
}

/**
 * At least m indicators met, and every other at or above its floor (余项不能低于要求的85%). Decided early: met if it holds even when every
 * open indicator turns out as badly as it can, unmet if it fails even when each turns out as well as it can.
 */
export function atLeastMOfN(decisions: readonly CountedDecision[], minimumMet: number): Outcome {
  const counted = judged(decisions);
  if (counted.length === 0) return 'not-applicable';
  const certainlyMet = counted.filter((each) => each.outcome === 'met').length;
  const possiblyMet = counted.filter((each) => each.outcome !== 'unmet').length;
  return withFloors(counted, certainlyMet >= minimumMet, possiblyMet >= minimumMet);
}

/** At most k indicators unmet, every one of them at or above its floor. */
export function atMostKUnmet(decisions: readonly CountedDecision[], maximumUnmet: number): Outcome {
  const counted = judged(decisions);
  if (counted.length === 0) return 'not-applicable';
  const certainlyUnmet = counted.filter((each) => each.outcome === 'unmet').length;
  const possiblyUnmet = counted.filter((each) => each.outcome !== 'met').length;
  return withFloors(counted, possiblyUnmet <= maximumUnmet, certainlyUnmet <= maximumUnmet);
}

function withFloors(decisions: readonly CountedDecision[], certainly: boolean, possibly: boolean): Outcome {
  if (!possibly || decisions.some((each) => each.aboveFloor === false)) return 'unmet';
  return certainly && decisions.every((each) => each.aboveFloor === true) ? 'met' : 'undetermined';
}
