import type {
  CvEvaluation,
  DataProblem,
  IndicatorEvaluation,
  OutOfScope,
  RequirementOutcome,
  SchoolStageEvaluation,
  StageEvaluation,
} from '../evaluation.ts';
import type { CellKey, DataSet, StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import type { Edition } from '../standards/edition.ts';

// What changed between two runs, as plain data. `before` and `after` are only names: swapping the runs swaps them everywhere.

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** The id of one school in both runs; null = the school is not in that run. */
export type SchoolPair = Change<string | null>;

/** What a run was made of. */
export interface RunBasis {
  readonly edition: Edition;
  readonly dataSet: DataSet;
}

export interface ComparisonOptions {
  /**
   * Which school of the first run is which of the second. Several pairs with one `after` = schools that were joined (合并), several with one
   * `before` = a school that was divided. An id named here is matched only as it says; all others by equal id.
   */
  readonly sameSchools?: readonly Change<string>[];
  /** With the data of both runs every changed indicator and CV names the changed cells that entered it. */
  readonly data?: Change<RunBasis>;
}

/** What can differ between the foundations of two runs; message keys `comparison-basis.<what>`. */
export const basisDifferenceKinds = [
  'county',
  'edition',
  /** Same id, other content: a draft, or a bureau's edition under the id of another. */
  'edition-content',
  'rules-version',
  'split',
  'evaluation-date',
  'data-set',
] as const;

export interface BasisDifference extends Change<string | null> {
  readonly what: (typeof basisDifferenceKinds)[number];
}

/** What happened to schools between the runs; message keys `school-change.<kind>`. */
export const schoolChangeKinds = [
  'appeared',
  'disappeared',
  /** Several became one (撤并). */
  'joined',
  /** One became several. */
  'divided',
  /** Several became several others. */
  'regrouped',
  /** The same school takes part in another way: other stages, in or out of scope, merged into another as a campus or no longer. */
  'other-part',
] as const;

/** How a school takes part in one run. */
export interface SchoolPart {
  readonly schoolId: string;
  /** The evaluated stages it has a part in. */
  readonly stages: readonly StageId[];
  readonly outOfScope: readonly Pick<OutOfScope, 'stage' | 'reason'>[];
  /** The school this campus is merged into (不计校数). */
  readonly mergedInto: string | null;
  readonly problem: DataProblem['kind'] | null;
}

export interface SchoolChange extends Change<readonly SchoolPart[]> {
  readonly kind: (typeof schoolChangeKinds)[number];
}

/** A cell that both runs could read and that says something else in each; null = nothing reported. */
export interface CellChange extends Change<string | null> {
  /** Null on both sides for a cell of the county report. */
  readonly school: SchoolPair;
  readonly key: CellKey;
}

/** Why a number or an outcome is another one. Differences of the basis (`basis`) come on top. */
export interface Causes {
  /** Changed cells that entered it in one of the runs. */
  readonly cells: readonly CellChange[];
  /** Schools that entered it in one of the runs only, or as part of another school (a campus), or that keep it open in one. */
  readonly schools: readonly SchoolPair[];
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly complete: boolean;
}

export type StageSummary = Omit<StageEvaluation, 'stage' | 'cvs'>;
export type CvSummary = Omit<CvEvaluation, 'indicatorId' | 'missing' | 'contributions'>;
export type SchoolStageSummary = Omit<SchoolStageEvaluation, 'schoolId' | 'name' | 'code' | 'stage' | 'indicators'>;
export type IndicatorSummary = Omit<IndicatorEvaluation, 'indicatorId' | 'trace'>;

export interface RequirementChange extends Change<RequirementOutcome | null> {
  readonly requirementId: string;
  /** The changed cells of the items it reads. Null also for the rules over indicators and CVs, whose causes stand with those. */
  readonly becauseOf: Causes | null;
}

export interface StageChange extends Change<StageSummary | null> {
  readonly stage: StageId;
}

export interface CvChange extends Change<CvSummary | null> {
  readonly stage: StageId;
  readonly indicatorId: string;
  /** null = the data of the runs were not given */
  readonly becauseOf: Causes | null;
}

export interface SchoolStageChange extends Change<SchoolStageSummary | null> {
  readonly school: SchoolPair;
  readonly stage: StageId;
  readonly becauseOf: Causes | null;
}

/** Only of school-stages that both runs have. */
export interface IndicatorChange extends Change<IndicatorSummary | null> {
  readonly school: SchoolPair;
  readonly stage: StageId;
  readonly indicatorId: string;
  readonly becauseOf: Causes | null;
}

/** Only what differs is listed. A null inside a change: that run has no such stage, requirement, CV, or school. */
export interface EvaluationComparison {
  /** true = nothing differs, and all the rest is empty */
  readonly same: boolean;
  readonly basis: readonly BasisDifference[];
  readonly county: Change<Verdict> | null;
  readonly resourceAllocation: Change<Verdict> | null;
  readonly requirements: readonly RequirementChange[];
  readonly stages: readonly StageChange[];
  readonly cvs: readonly CvChange[];
  readonly schools: readonly SchoolChange[];
  readonly schoolStages: readonly SchoolStageChange[];
  readonly indicators: readonly IndicatorChange[];
}
