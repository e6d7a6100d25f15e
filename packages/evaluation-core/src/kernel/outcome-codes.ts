import { outcomes } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

// Outcomes as bytes: their place in the list of outcomes.
export const met = 0;
export const unmet = 1;
export const undetermined = 2;
export const notApplicable = 3;
export type OutcomeCode = 0 | 1 | 2 | 3;

/** RangeError for a number that is no code: a fault of the caller. */
export function outcomeOf(code: number): Outcome {
  const outcome = outcomes[code];
  if (outcome === undefined) throw new RangeError(`not an outcome: ${code}`);
  return outcome;
}
