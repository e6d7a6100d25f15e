import { outcomes } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

// Outcomes as bytes: their place in the list of outcomes.
export type OutcomeCode = 0 | 1 | 2 | 3;
export const met: OutcomeCode = 0;
export const unmet: OutcomeCode = 1;
export const undetermined: OutcomeCode = 2;
export const notApplicable: OutcomeCode = 3;

/** RangeError for a number that is no code: a fault of the caller. */
export function outcomeOf(code: number): Outcome {
  const outcome = outcomes[code];
  if (outcome === undefined) throw new RangeError(`not an outcome: ${code}`);
  return outcome;
}

/** `rules/all-must-hold.ts` of the outcomes whose bits are set. */
export function outcomeOfSeen(seen: number): OutcomeCode {
  if ((seen & (1 << unmet)) !== 0) return unmet;
  if ((seen & (1 << undetermined)) !== 0) return undetermined;
  return (seen & (1 << met)) !== 0 ? met : notApplicable;
}
