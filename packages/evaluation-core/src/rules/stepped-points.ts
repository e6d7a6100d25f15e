import type { Outcome } from '../outcome.ts';
import type { Interval } from '../quantities/interval.ts';
import { add, compare, divide, multiply, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { satisfies } from './threshold.ts';
import type { Standard } from './threshold.ts';

/** Reaching `from` (> 0) of a threshold gives `share` of the points. */
export interface Step {
  readonly from: Rational;
  readonly share: Rational;
}

/** From `least` to `most`, depending on what is open. */
export interface PointsRange {
  readonly least: Rational;
  readonly most: Rational;
}

/**
 * The share of its points that a value earns: of the highest step it reaches, none below all of them. `steps` from the highest. Reaching
 * 80 % of an upper limit is value <= threshold / 0.8, as for the floor.
 */
export function steppedShare(
  value: Interval,
  { threshold, comparator }: Pick<Standard, 'threshold' | 'comparator'>,
  steps: readonly Step[],
  policy: RoundingPolicy,
): PointsRange {
  const shareAt = (point: Rational | null): Rational | undefined =>
    point === null
      ? undefined
      : (steps.find(({ from }) =>
          satisfies(
            point,
            comparator === 'at-least' ? multiply(threshold, from) : divide(threshold, from),
            comparator,
            policy,
          ),
        )?.share ?? zero);
  const highest = steps[0]?.share ?? zero;
  // Without an upper bound the value may be as good as it can be at a lower limit, and as bad at an upper one.
  return comparator === 'at-least'
    ? { least: shareAt(value.low) ?? zero, most: shareAt(value.high) ?? highest }
    : { least: shareAt(value.high) ?? zero, most: shareAt(value.low) ?? highest };
}

/** Points of several indicators together against the pass mark. */
export function decidePoints(
  parts: readonly PointsRange[],
  pass: Rational,
): PointsRange & { readonly outcome: Outcome } {
  const least = parts.reduce((sum, part) => add(sum, part.least), zero);
  const most = parts.reduce((sum, part) => add(sum, part.most), zero);
  if (parts.length === 0) return { least, most, outcome: 'not-applicable' };
  return {
    least,
    most,
    outcome: compare(least, pass) >= 0 ? 'met' : compare(most, pass) < 0 ? 'unmet' : 'undetermined',
  };
}
