import type { CellKey, Facts, StageId } from './items/cells.ts';
import type { MissingCell } from './items/missing-cell.ts';
import type { Outcome } from './outcome.ts';
import type { OutOfScopeReason, SplitMethod } from './standards/edition.ts';

export { outcomes } from './outcome.ts';
export type { Outcome } from './outcome.ts';

export interface EvaluationOptions {
  /** Overrides the edition's splitting method. */
  readonly split?: SplitMethod;
  /** `YYYY-MM-DD`, decides whether the window of an enabled special rule is open. */
  readonly evaluationDate?: string;
}

export type { MissingCell } from './items/missing-cell.ts';

/** Why an indicator of a school-stage could not be computed although nothing is missing, or what is missing. */
export const undeterminedReasons = [
  /** Cells are missing and the rest does not decide. */
  'missing-cells',
  /** The school's type, or its pupils, are missing, so that it is not known whether it is in scope. */
  'scope-undetermined',
  /** Reported parts contradict each other (a difference below zero). */
  'negative-quantity',
  /** The mean of the county is zero: the CV does not exist. */
  'zero-mean',
] as const;
export type UndeterminedReason = (typeof undeterminedReasons)[number];

/** One of the seven indicators of one school-stage. Numbers: `value` = correctly rounded double of the exact value. */
export interface IndicatorEvaluation {
  readonly indicatorId: string;
  readonly outcome: Outcome;
  /** true = reaches `floorShare` of the threshold (always true where met), null = cannot tell. */
  readonly aboveFloor: boolean | null;
  readonly value: number | null;
  /** Exact value as a fraction in lowest terms, `8/9` or `5`. */
  readonly exact: string | null;
  readonly threshold: string;
  readonly floor: string;
  /** true = rounding the value to the displayed digits would change a decision. */
  readonly boundary: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly CellKey[];
  readonly trace: IndicatorTrace;
}

/** What the value was computed from. Decimals or fractions as strings. `explain` tells the whole story. */
export interface IndicatorTrace {
  /** The amount x of this stage, after splitting, in the item's unit. */
  readonly amount: string | null;
  readonly pupils: string | null;
  /** The stage's share of the whole school's amount, null where nothing was split. */
  readonly share: string | null;
  /** The cells read, own and of merged campuses. */
  readonly cells: readonly MissingCell[];
}

export interface SchoolStageEvaluation {
  readonly schoolId: string;
  readonly name: string;
  readonly code: string;
  readonly stage: StageId;
  /** Pupils as a decimal string would lose nothing; they are integers below 2^53, so a number does too. */
  readonly pupils: number | null;
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  readonly metCount: number;
  readonly unmetCount: number;
  readonly undeterminedCount: number;
  readonly indicators: readonly IndicatorEvaluation[];
}

/** The difference coefficient (差异系数) of one indicator in one stage. */
export interface CvEvaluation {
  readonly indicatorId: string;
  readonly outcome: Outcome;
  readonly cv: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly limit: string;
  /** true = school-stages are missing; the numbers are those of the rest. */
  readonly provisional: boolean;
  readonly boundary: boolean;
  /** School-stages that entered the numbers. */
  readonly schoolStageCount: number;
  readonly pupils: number;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  /** Share of the variance by school, in [0, 1], sum 1; empty where the CV is 0 or does not exist. */
  readonly contributions: readonly { readonly schoolId: string; readonly share: number }[];
}

export interface StageEvaluation {
  readonly stage: StageId;
  readonly outcome: Outcome;
  readonly complete: boolean;
  /** All school-stages together. */
  readonly schoolsOutcome: Outcome;
  readonly schoolStageCount: number;
  readonly metCount: number;
  readonly unmetCount: number;
  readonly undeterminedCount: number;
  readonly pupils: number;
  readonly cvs: readonly CvEvaluation[];
}

export interface RequirementOutcome {
  readonly requirementId: string;
  readonly group: string;
  readonly outcome: Outcome;
  readonly complete: boolean;
}

export interface OutOfScope {
  readonly schoolId: string;
  /** null = the whole school. */
  readonly stage: StageId | null;
  readonly reason: OutOfScopeReason;
  readonly facts: Facts;
}

export interface MergedCampus {
  readonly schoolId: string;
  readonly parentSchoolId: string;
}

export const dataProblemKinds = [
  'parent-missing',
  'parent-not-in-data-set',
  'parent-cycle',
  'duplicate-school-id',
  'school-type-missing',
  'pupils-missing',
  'ownership-missing',
] as const;

/** Why it cannot be told whether a school is in scope, or with which school it belongs. Its stages are undetermined. */
export interface DataProblem {
  readonly schoolId: string;
  readonly kind: (typeof dataProblemKinds)[number];
  readonly missing: readonly CellKey[];
}

export interface CountyEvaluation {
  readonly editionId: string;
  readonly editionHash: string;
  readonly dataSetHash: string;
  readonly rulesVersion: string;
  readonly options: { readonly split: SplitMethod; readonly evaluationDate: string | null };
  readonly countyCode: string;
  readonly countyName: string;
  /** 资源配置: every school-stage and every CV. */
  readonly resourceAllocation: {
    readonly outcome: Outcome;
    readonly complete: boolean;
    readonly stages: readonly StageEvaluation[];
  };
  /** The whole verdict (结论): undetermined while requirements that no self-report holds are open, unless one is already unmet. */
  readonly county: {
    readonly outcome: Outcome;
    readonly complete: boolean;
    readonly requirements: readonly RequirementOutcome[];
  };
  /** Sorted by school id, then by stage in the order of the edition. */
  readonly schoolStages: readonly SchoolStageEvaluation[];
  readonly outOfScope: readonly OutOfScope[];
  readonly mergedCampuses: readonly MergedCampus[];
  readonly dataProblems: readonly DataProblem[];
  readonly hash: string;
}

/** One school by itself: what the portal shows while typing. Campuses merged into it are not part of it. */
export interface SchoolEvaluation {
  readonly editionId: string;
  readonly schoolId: string;
  readonly scope: {
    readonly state: 'in' | 'out' | 'undetermined';
    readonly reason: OutOfScopeReason | null;
    readonly facts: Facts;
  };
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly stages: readonly SchoolStageEvaluation[];
}
