import type { Outcome } from '../outcome.ts';
import { divide, multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Interval } from '../quantities/interval.ts';
import { knownValue } from '../quantities/interval.ts';
import { reaches, staysWithin } from '../quantities/rounding.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';

/** What a value must reach (师生比 ...) or may not exceed (班额, 生机比 ...). */
export interface Standard {
  readonly threshold: Rational;
  readonly comparator: 'at-least' | 'at-most';
  /** > 0; null: no floor. */
  readonly floorShare: Rational | null;
}

/** A value against its threshold and against the floor below which it may not fall. */
export interface ThresholdDecision {
  readonly outcome: Extract<Outcome, 'met' | 'unmet' | 'undetermined'>;
  /** null = cannot tell */
  readonly aboveFloor: boolean | null;
  /** Rounding to the displayed digits would change one of the two decisions. */
  readonly boundary: boolean;
}

/**
 * The worst value that is still not below the floor (底线). An upper limit of a/b is a lower limit of b/a by its reciprocal, so that 60 % of
 * "at most 10 pupils per computer" is 60 % of one computer per 10 pupils: 10 / 0.6 pupils per computer.
 */
export function floorOf(standard: Standard): Rational | null {
  const { threshold, comparator, floorShare } = standard;
  if (floorShare === null) return null;
  const known = floors.get(standard);
  if (known !== undefined) return known;
  const floor = comparator === 'at-least' ? multiply(threshold, floorShare) : divide(threshold, floorShare);
  floors.set(standard, floor);
  return floor;
}

const floors = new WeakMap<Standard, Rational>();
const standards = new WeakMap<Rational, Standard>();

/** An edition has few standards, and they are asked for every school: the same threshold gives the same object. */
export function standardOf(
  threshold: Rational,
  comparator: Standard['comparator'],
  floorShare: Rational | null,
): Standard {
  const known = standards.get(threshold);
  if (known !== undefined && known.comparator === comparator && known.floorShare === floorShare) return known;
  const standard: Standard = { threshold, comparator, floorShare };
  standards.set(threshold, standard);
  return standard;
}

export function decideThreshold(
  value: Interval,
  standard: Standard,
  policy: RoundingPolicy,
  displayDecimals: number,
): ThresholdDecision {
  const { threshold, comparator } = standard;
  const floor = floorOf(standard);
  const met = holdsFor(value, threshold, comparator, policy);
  const aboveFloor = floor === null ? true : holdsFor(value, floor, comparator, policy);
  const limits = floor === null ? [threshold] : [threshold, floor];
  return {
    outcome: met === null ? 'undetermined' : met ? 'met' : 'unmet',
    aboveFloor,
    boundary: isBoundary(knownValue(value), limits, comparator, policy, displayDecimals),
  };
}

/** value >= limit, or value <= limit, under the policy. */
export function satisfies(
  value: Rational,
  limit: Rational,
  comparator: Standard['comparator'],
  policy: RoundingPolicy,
): boolean {
  return comparator === 'at-least' ? reaches(value, limit, policy) : staysWithin(value, limit, policy);
}

/** For every possible value (true), for none (false), or undecided (null). */
function holdsFor(
  value: Interval,
  limit: Rational,
  comparator: Standard['comparator'],
  policy: RoundingPolicy,
): boolean | null {
  const [worst, best] = comparator === 'at-least' ? [value.low, value.high] : [value.high, value.low];
  if (worst !== null && satisfies(worst, limit, comparator, policy)) return true;
  return best !== null && !satisfies(best, limit, comparator, policy) ? false : null;
}

function isBoundary(
  value: Rational | null,
  limits: readonly Rational[],
  comparator: Standard['comparator'],
  policy: RoundingPolicy,
  decimals: number,
): boolean {
  if (value === null) return false;
  const rounded: RoundingPolicy = { kind: 'half-up', decimals };
  return limits.some(
    (limit) => satisfies(value, limit, comparator, policy) !== satisfies(value, limit, comparator, rounded),
  );
}
