import type { CellKey, Facts, StageId } from './items/cells.ts';
import type { MissingCell } from './items/missing-cell.ts';
import type { Outcome } from './outcome.ts';
import type { RequirementOutcome, SpecialRuleUse } from './requirement-outcome.ts';
import type { OutOfScopeReason, SplitMethod } from './standards/edition.ts';
import type { UndeterminedReason } from './undetermined-reason.ts';

export { outcomes } from './outcome.ts';
export type { Outcome } from './outcome.ts';

export interface EvaluationOptions {
  /** Overrides the edition's splitting method. */
  readonly split?: SplitMethod;
  /** `YYYY-MM-DD`, decides whether the window of an enabled special rule is open. */
  readonly evaluationDate?: string;
}

export type { MissingCell } from './items/missing-cell.ts';
export * from './undetermined-reason.ts';
export type * from './requirement-outcome.ts';

/**
 * One indicator of one school-stage. Numbers: `value` = correctly rounded double of the exact value. `not-applicable` with a value: not
 * judged in this stage, it only enters a CV.
 */
export interface IndicatorEvaluation {
  readonly indicatorId: string;
  readonly outcome: Outcome;
  /** true = not below the floor (always true where met), null = cannot tell, or not applicable. */
  readonly aboveFloor: boolean | null;
  readonly value: number | null;
  /** Exact value as a fraction in lowest terms, `8/9` or `5`. */
  readonly exact: string | null;
  /** Empty where there is none. */
  readonly threshold: string;
  /** On which side of its threshold the value is met; null where the indicator is an answer. */
  readonly comparator: 'at-least' | 'at-most' | null;
  /** Decimal or fraction; of an upper limit the largest value that is not below the floor. Empty where there is none. */
  readonly floor: string;
  /** true = rounding the value to the displayed digits would change a decision. */
  readonly boundary: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly CellKey[];
  readonly trace: IndicatorTrace;
}

/** What the value was computed from. Decimals or fractions as strings. `explain` tells the whole story. */
export interface IndicatorTrace {
  /** The amount x of this stage, after splitting, in the item's unit; of a ratio its numerator. Null for an answer. */
  readonly amount: string | null;
  /** Null where the indicator is not per pupil. */
  readonly pupils: string | null;
  /** Of a ratio, after splitting. */
  readonly denominator: string | null;
  /** The stage's share of the whole school's amount, null where nothing was split. */
  readonly share: string | null;
  /** The reported answer, where the indicator is one; null also where campuses answered differently. */
  readonly answer: string | null;
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
  /** By the school rule; `not-applicable` where the edition has none. */
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  /** Counts of the indicators that are judged. */
  readonly metCount: number;
  readonly unmetCount: number;
  readonly undeterminedCount: number;
  /** Set where the school rule gives points. */
  readonly points: PointsEvaluation | null;
  /** Set where the school rule gives grades. */
  readonly grade: GradeEvaluation | null;
  readonly indicators: readonly IndicatorEvaluation[];
}

/** Points (得分) as decimals or fractions: from `least` to `most` while something is open, else equal. */
export interface PointsEvaluation {
  readonly least: string;
  readonly most: string;
  readonly pass: string;
}

/** Ids of grades (等次): between `worst` and `best` while something is open, else equal. Null = below every grade. */
export interface GradeEvaluation {
  readonly worst: string | null;
  readonly best: string | null;
}

/** The difference coefficient (差异系数) of one indicator in one stage. */
export interface CvEvaluation {
  readonly indicatorId: string;
  readonly outcome: Outcome;
  readonly cv: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Empty where the single CV has no limit: only their mean is judged, or the stage has none. */
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

/** The mean of the CVs of a stage (综合差异系数), judged. */
export interface CompositeCvEvaluation {
  readonly outcome: Outcome;
  /** Correctly rounded double; null where a CV does not exist. */
  readonly value: number | null;
  readonly limit: string;
  /** true = school-stages are missing in some CV; the value is that of the rest. */
  readonly provisional: boolean;
  readonly boundary: boolean;
  readonly reason: UndeterminedReason | null;
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
  /** All that the balance rule asks of the stage; `not-applicable` where the edition has none. */
  readonly balanceOutcome: Outcome;
  readonly composite: CompositeCvEvaluation | null;
  readonly cvs: readonly CvEvaluation[];
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
  /** A typed value that cannot be: it is not believed. `schoolId` is empty where it stands in the county report. */
  'impossible-value',
] as const;

/** Why it cannot be told whether a school is in scope, or with which school it belongs (its stages are undetermined), or what is wrong. */
export interface DataProblem {
  readonly schoolId: string;
  readonly kind: (typeof dataProblemKinds)[number];
  /** The cells that are missing, or wrong. */
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
  /** The special rules that counted, by school, and those of which it is open. */
  readonly specialRules: readonly SpecialRuleUse[];
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
