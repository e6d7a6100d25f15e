import type { Comparator } from './items/amount.ts';
import type { StageId } from './items/cells.ts';
import type { MissingCell } from './items/missing-cell.ts';
import type { Outcome } from './outcome.ts';
import type { UndeterminedReason } from './undetermined-reason.ts';

/** A condition of the whole verdict. */
export interface RequirementOutcome {
  readonly requirementId: string;
  readonly group: string;
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  /** Of the county report and, where schools are asked, of the schools; those of the resource allocation stand with its schools. */
  readonly missing: readonly MissingCell[];
  /** The number compared, where it is one of the county. */
  readonly measured: MeasuredNumber | null;
  /** The named parts of the rule, where it is asked of the county. */
  readonly parts: readonly RequirementPartOutcome[];
  readonly score: RequirementScore | null;
  /** Null where the county is asked. */
  readonly schools: RequirementOfSchools | null;
}

/** Numbers as correctly rounded doubles and exactly (`8/9`, `4.2`); null where not known. */
export interface MeasuredNumber {
  readonly value: number | null;
  readonly exact: string | null;
  readonly comparator: Comparator;
  readonly limit: string | null;
}

export interface RequirementPartOutcome {
  /** Ids of nested parts are joined with a dot; `@0` = the change from last year to this year, `@1` the one before. */
  readonly part: string;
  readonly outcome: Outcome;
  readonly reason: UndeterminedReason | null;
  readonly measured: MeasuredNumber | null;
}

/** Decimals or fractions. What is not known counts as anything from 0 to its maximum. */
export interface RequirementScore {
  readonly least: string;
  /** Null = points are still to be set. */
  readonly greatest: string | null;
  readonly total: string | null;
  /** Null = the score is shown and nothing is decided. */
  readonly pass: string | null;
  readonly points: readonly PointScore[];
}

export interface PointScore {
  readonly pointId: string;
  readonly dimension: string;
  readonly least: string;
  readonly greatest: string | null;
  readonly maximum: string | null;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
}

export interface RequirementOfSchools {
  /** Schools, or school-stages, that are asked. */
  readonly askedCount: number;
  readonly metCount: number;
  readonly unmetCount: number;
  readonly undeterminedCount: number;
  /** Those that are unmet or undetermined, by school id and stage. */
  readonly open: readonly SchoolRequirementOutcome[];
}

export interface SchoolRequirementOutcome {
  readonly schoolId: string;
  /** Null: the whole school. */
  readonly stage: StageId | null;
  readonly outcome: Outcome;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  readonly measured: MeasuredNumber | null;
  readonly parts: readonly RequirementPartOutcome[];
}

/** A special rule (特殊规定) that counted, or of which it is not known whether it counts. */
export interface SpecialRuleUse {
  readonly ruleId: string;
  readonly state: 'applied' | 'open';
  readonly schoolId: string;
  /** Null: the whole school. */
  readonly stage: StageId | null;
  /** What it changed: an indicator or a requirement (and a part of it). */
  readonly indicatorId: string | null;
  readonly requirementId: string | null;
  readonly part: string | null;
  /** Without it the outcome would be another. */
  readonly decisive: boolean;
  /** What the school must show, and what follows (message keys `special-rule-evidence.<id>`, `special-rule-follow-up.<id>`). */
  readonly evidence: readonly string[];
  readonly followUp: string | null;
}
