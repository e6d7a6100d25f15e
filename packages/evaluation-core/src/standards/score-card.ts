import type { Amount } from '../items/amount.ts';
import type { Source } from '../items/item-definition.ts';
import type { RequirementRule } from './requirement.ts';

/** Points added up and compared with a pass mark. */
export interface ScoreCard {
  readonly kind: 'scored';
  /** Printed total; null where the instrument leaves it to the bureau. */
  readonly total: string | null;
  /** Pass mark; null = the score is shown and nothing is decided. */
  readonly pass: string | null;
  readonly points: readonly ScoredPoint[];
}

/** A scored point (评价要点). What is not known yet counts as anything from 0 to its maximum. */
export interface ScoredPoint {
  readonly id: string;
  /** Id of a dimension. */
  readonly dimension: string;
  /** Points it can give; null = to be set by the bureau that publishes the edition. */
  readonly maximum: string | null;
  readonly scoring: Scoring;
  /** Archive index: what proves it; message keys. */
  readonly evidence: readonly string[];
  readonly responsible: string | null;
  readonly source: Source;
}

/** How a point is scored; never below 0 nor above its maximum. */
export type Scoring =
  /** The score is what an assessor typed into a county or school item. */
  | { readonly kind: 'judged'; readonly item: string }
  | { readonly kind: 'all-or-nothing'; readonly rule: RequirementRule }
  /** value / standard reaches a step: that share of the maximum; the highest step that is reached counts. */
  | {
      readonly kind: 'steps';
      readonly value: Amount;
      readonly standard: Amount;
      readonly steps: readonly { readonly from: string; readonly share: string }[];
    }
  /** 每低1个百分点扣1分: for each `step` that the value is below the standard, `deduct` points; null = to be set by the bureau. */
  | {
      readonly kind: 'per-shortfall';
      readonly value: Amount;
      readonly standard: Amount;
      readonly step: string;
      readonly deduct: string | null;
      /** A step begun counts whole, not at all, or in proportion. */
      readonly partial: 'whole' | 'none' | 'proportional';
    }
  /** 每出现一次扣1分: points off for each occurrence. */
  | { readonly kind: 'deductions'; readonly deductions: readonly Deduction[] };

export interface Deduction {
  readonly id: string;
  /** How often it occurred: a count, or an amount such as the years in which growth failed. */
  readonly occurrences: DeductionCount;
  /** Points off each time; null = to be set by the bureau. */
  readonly each: string | null;
  /** Not more than this altogether; null = down to 0. */
  readonly atMost: string | null;
}

export type DeductionCount =
  | { readonly kind: 'amount'; readonly amount: Amount }
  /** 1 where the rule is unmet, else 0. */
  | { readonly kind: 'unless'; readonly rule: RequirementRule }
  /** Number of the last `years` changes from year to year that are below zero. */
  | { readonly kind: 'falls'; readonly amount: Amount; readonly years: number };
