import { add, lowest, one, rational, square, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { MovedLimit, SquaredLimit } from '../quantities/rounding.ts';

/** The rules of one stage as plain numbers; integers up to 2^53. Bit i of a mask = indicator i. */
export interface StageRules {
  /** Set 0 is the standard's; further ones have the thresholds of special rules (特殊规定). */
  readonly thresholdSets: readonly ThresholdSet[];
  /** Mask of the indicators that the rule on each school counts. */
  readonly counted: number;
  /** A school-stage reaches at least so many of them and is at or above the floor in the others. */
  readonly minimumMet: number;
  /** By indicator; null = no limit in this stage. */
  readonly cvLimits: readonly (CvLimit | null)[];
}

/**
 * By indicator: reached where amount * times >= pupils * reach, at or above the floor where amount * times >= pupils * floor. 4.2 per
 * 100 pupils with a floor of 85 % are 10000 x >= 420 P and 10000 x >= 357 P. A `reach` or `floor` of 0 always holds.
 */
export interface ThresholdSet {
  readonly times: Float64Array;
  readonly reach: Float64Array;
  readonly floor: Float64Array;
}

/** CV <= numerator / denominator, or < where `included` is false. */
export interface CvLimit {
  readonly numerator: number;
  readonly denominator: number;
  readonly included: boolean;
}

/** Least values per pupil in the unit in which the amounts are held; null = none. */
export interface ThresholdPair {
  readonly reach: Rational | null;
  readonly floor: Rational | null;
}

/** RangeError where a threshold has more digits than a double: a fault of the edition's author, no instrument prints such. */
export function thresholdSet(pairs: readonly ThresholdPair[]): ThresholdSet {
  const set = {
    times: new Float64Array(pairs.length),
    reach: new Float64Array(pairs.length),
    floor: new Float64Array(pairs.length),
  };
  pairs.forEach((pair, indicator) => {
    const reach = lowest(pair.reach ?? zero);
    const floor = lowest(pair.floor ?? zero);
    // The least common multiple of both denominators.
    const times = reach.d * lowest(rational(floor.d, reach.d)).n;
    set.times[indicator] = exactNumber(times);
    set.reach[indicator] = exactNumber((reach.n * times) / reach.d);
    set.floor[indicator] = exactNumber((floor.n * times) / floor.d);
  });
  return set;
}

/** RangeError as above. */
export function cvLimit({ limit, included }: MovedLimit): CvLimit {
  const { n, d } = lowest(limit);
  return { numerator: exactNumber(n), denominator: exactNumber(d), included };
}

export function squaredCvLimit({ numerator, denominator, included }: CvLimit): SquaredLimit {
  return { bound: add(one, square(rational(BigInt(numerator), BigInt(denominator)))), included };
}

function exactNumber(value: bigint): number {
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`a rule needs the number ${value}, which no double holds`);
  return Number(value);
}
