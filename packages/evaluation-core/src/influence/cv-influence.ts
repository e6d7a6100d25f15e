import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';

/** What one school does to one difference coefficient. Numbers are correctly rounded doubles of exact values. */
export interface SchoolInfluence {
  readonly schoolId: string;
  /** Pupils P_i of the stage; null = missing. */
  readonly pupils: number | null;
  /** X_i in the indicator's unit; null where the school did not enter the numbers. */
  readonly value: number | null;
  /** X_i less the mean of the county, in the indicator's unit: below zero = the school has less than the mean. */
  readonly deviation: number | null;
  /** Its part (P_i/P_N)(X_i - mean)^2 of the variance, in [0, 1]; null where it did not enter, or where the CV is 0 or does not exist. */
  readonly share: number | null;
  /** The county without this school and its campuses. */
  readonly without: {
    /** Null where it does not exist: no school is left with a value, or the mean is zero. */
    readonly cv: number | null;
    readonly outcome: Outcome;
    readonly provisional: boolean;
  };
}

/** Message keys `not-official-cv.<kind>`. */
export const notOfficialCvKinds = [
  /** Every school counts the same, divided by n. */
  'unweightedPopulation',
  /** Every school counts the same, divided by n - 1. */
  'unweightedSample',
] as const;

/**
 * Figures that look like the difference coefficient and are not: never part of a verdict, shown only so that somebody who computed one of
 * them can see where the difference comes from. Null where it does not exist.
 */
export type NotOfficialCvs = Readonly<Record<(typeof notOfficialCvKinds)[number], number | null>>;

export interface CvInfluence {
  readonly stage: StageId;
  readonly indicatorId: string;
  readonly outcome: Outcome;
  readonly cv: number | null;
  readonly mean: number | null;
  readonly limit: string;
  readonly provisional: boolean;
  /** Every school-stage that enters the CV or keeps it open, by school id. */
  readonly schools: readonly SchoolInfluence[];
  readonly notOfficial: NotOfficialCvs;
}

export interface CvAddress {
  readonly stage: StageId;
  readonly indicatorId: string;
}
