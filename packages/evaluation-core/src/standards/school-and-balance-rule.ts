import type { StageId } from '../items/cells.ts';
import type { Source } from '../items/item-definition.ts';

/**
 * What every school-stage (学校学段) must reach. `indicators`: the ids that count; null = all. Of those only the ones that are judged: with
 * a threshold in the stage, or an answer that is asked of the school.
 */
export type SchoolRule = AtLeastMOfN | AtMostKUnmet | SteppedPoints | Grades;

/**
 * At least `minimumMet` indicators met, every other at or above its floor (底线): `floorShare` of its threshold; for an indicator that must
 * be at most its threshold, threshold / floorShare (docs/decisions/divide-the-threshold-for-the-floor-of-an-upper-limit.md).
 */
export interface AtLeastMOfN {
  readonly kind: 'at-least-m-of-n';
  readonly indicators: readonly string[] | null;
  readonly minimumMet: number;
  /** Above 0, at most 1; null: no floor. */
  readonly floorShare: string | null;
  readonly source: Source;
}

/** At most `maximumUnmet` indicators unmet. Not the same as at least N - K met where some are not applicable. Floors as above. */
export interface AtMostKUnmet {
  readonly kind: 'at-most-k-unmet';
  readonly indicators: readonly string[] | null;
  readonly maximumUnmet: number;
  readonly floorShare: string | null;
  readonly source: Source;
}

/**
 * Each indicator gives points by the share of its threshold that it reaches (threshold / value where it must be at most that; an answer
 * that holds gives all); together at least `pass`. An indicator that is not judged gives none.
 */
export interface SteppedPoints {
  readonly kind: 'stepped-points';
  /** Points of an indicator at full reach. */
  readonly points: Readonly<Record<string, string>>;
  /** From the highest; value / threshold >= from gives that share of the points, below all of them none. */
  readonly steps: readonly { readonly from: string; readonly share: string }[];
  readonly pass: string;
  readonly source: Source;
}

/** Grades (合格, 基本合格) by the number of indicators met; `passing` is the lowest that passes. */
export interface Grades {
  readonly kind: 'grades';
  readonly indicators: readonly string[] | null;
  /** From the highest. */
  readonly grades: readonly { readonly id: string; readonly minimumMet: number }[];
  readonly passing: string;
  readonly source: Source;
}

/** How far the schools of a stage may differ. `indicators`: the per-pupil indicators that have a CV; null = all of them. */
export type BalanceRule = CvLimit | CompositeCv;

/** Every CV of every evaluated stage at most the limit. */
export interface CvLimit {
  readonly kind: 'cv-limit';
  readonly indicators: readonly string[] | null;
  readonly limits: Readonly<Record<StageId, string>>;
  readonly source: Source;
}

/** The mean of the CVs (综合差异系数) of every evaluated stage at most the limit. */
export interface CompositeCv {
  readonly kind: 'composite-cv';
  readonly indicators: readonly string[] | null;
  readonly limits: Readonly<Record<StageId, string>>;
  readonly source: Source;
}
