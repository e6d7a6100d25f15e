import type { CheckRule } from './check-rule.ts';
import type { CountyItemDefinition, ItemDefinition, Source } from '../items/item-definition.ts';
import type { StageId } from '../items/cells.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import type { Dimension, Requirement } from './requirement.ts';
import type { BalanceRule, SchoolRule } from './school-and-balance-rule.ts';
import type { SpecialRule } from './special-rule.ts';

/**
 * A standard edition (标准版本): a dated, immutable body of rules as plain data. Decimals are strings, so that a threshold is
 * exactly the number that is printed in the instrument.
 */
export interface Edition {
  readonly id: string;
  /** Number of the instrument, for example `教督〔2017〕6号`. */
  readonly instrument: string;
  /** The published edition that a bureau started from; null for one written from the instrument itself. */
  readonly base: { readonly editionId: string; readonly editionHash: string } | null;
  readonly stages: readonly StageDefinition[];
  /** Item holding the pupils (在校生数) of a stage: the denominator of every indicator. */
  readonly pupilsItem: string;
  /** Item holding the school type; its options are the ids of `schoolTypes`. */
  readonly schoolTypeItem: string;
  readonly schoolTypes: readonly SchoolType[];
  /** Section ids in form order. */
  readonly sections: readonly string[];
  /** In form order. */
  readonly items: readonly ItemDefinition[];
  /** Section ids of the county report in form order. */
  readonly countySections: readonly string[];
  /** In form order. */
  readonly countyItems: readonly CountyItemDefinition[];
  readonly quantities: readonly QuantityDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  /** Null: the framework asks nothing of a single school. */
  readonly schoolRule: SchoolRule | null;
  /** Null: the framework asks nothing of the differences between schools. */
  readonly balanceRule: BalanceRule | null;
  readonly specialRules: readonly SpecialRule[];
  readonly scope: ScopeRules;
  readonly splitting: SplittingRules;
  readonly rounding: { readonly indicators: RoundingPolicy; readonly cvs: RoundingPolicy };
  readonly display: DisplayRules;
  readonly checks: readonly CheckRule[];
  readonly dimensions: readonly Dimension[];
  readonly requirements: readonly Requirement[];
  /** Names of what a bureau added, by message key: Chinese, English. Absent: nothing was added that the program does not name. */
  readonly texts?: EditionTexts;
}

export interface StageDefinition {
  readonly id: StageId;
  /** false: the stage only takes its share of a multi-stage school's facilities. */
  readonly evaluated: boolean;
}

export interface SchoolType {
  readonly id: string;
  readonly stages: readonly {
    readonly stage: StageId;
    /** `if-reported`: the school has the stage only if it reports pupils in it (a teaching point with junior pupils). */
    readonly presence: 'expected' | 'if-reported';
  }[];
}

/** A raw amount x of the formula: signed parts, or the aggregate item where parts are absent. */
export interface QuantityDefinition {
  readonly id: string;
  /** `stage`: parts are cells by stage; `school`: parts are whole-school cells, split between stages. */
  readonly level: 'stage' | 'school';
  readonly parts: readonly QuantityPart[];
  readonly aggregate: string | null;
  readonly source: Source;
}

export interface QuantityPart {
  readonly item: string;
  readonly sign: 1 | -1;
  /** The stages in which the part counts; null = all. */
  readonly stages: readonly StageId[] | null;
}

/** Closed set of indicator kinds; one evaluator each. Only `per-pupil` indicators have a difference coefficient. */
export type IndicatorDefinition = PerPupilIndicator | RatioIndicator | AmountIndicator | AnswerIndicator;

/**
 * Thresholds (标准值) by stage. A stage without one is not judged. Null: the instrument has a standard that is not public; the bureau
 * that publishes the edition sets it, and until then nothing is decided.
 */
export type Thresholds = Readonly<Record<StageId, string | null>>;

/** value = multiplier * unitFactor * quantity / pupils of the stage; met when value >= threshold. */
export interface PerPupilIndicator {
  readonly kind: 'per-pupil';
  readonly id: string;
  readonly quantity: string;
  /** `100` per hundred pupils, `1` per pupil. */
  readonly multiplier: string;
  /** From the item's unit to the indicator's (万元 -> 元: `10000`). */
  readonly unitFactor: string;
  /** Unit id of the value. */
  readonly unit: string;
  /** A stage without one is not judged: the indicator only has a CV there. */
  readonly thresholds: Thresholds;
  readonly source: Source;
}

/** value = multiplier * numerator / denominator, for example pupils per teacher. A zero denominator has no value. */
export interface RatioIndicator {
  readonly kind: 'ratio';
  readonly id: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly multiplier: string;
  readonly unit: string;
  readonly comparator: 'at-least' | 'at-most';
  readonly thresholds: Thresholds;
  readonly source: Source;
}

/** value = the quantity itself, for example the largest class. */
export interface AmountIndicator {
  readonly kind: 'amount';
  readonly id: string;
  readonly quantity: string;
  readonly unit: string;
  readonly comparator: 'at-least' | 'at-most';
  readonly thresholds: Thresholds;
  readonly source: Source;
}

/**
 * Met where the yes/no or choice item (of the school, or of the stage) is answered so, by every campus that is asked. Has no number and
 * so no floor: an answer that does not hold is unmet, never below a floor. Not applicable where nobody is asked.
 */
export interface AnswerIndicator {
  readonly kind: 'answer';
  readonly id: string;
  readonly item: string;
  readonly holds: readonly string[];
  readonly source: Source;
}

export interface ScopeRules {
  readonly excludedTypes: readonly {
    readonly type: string;
    readonly reason: OutOfScopeReason;
    readonly source: Source;
  }[];
  /** A school of these types with fewer pupils in the evaluated stages together is out. */
  readonly minimumPupils: readonly {
    readonly types: readonly string[];
    readonly fewerThan: string;
    readonly reason: OutOfScopeReason;
    readonly source: Source;
  }[];
  readonly includePrivate: boolean;
  readonly ownershipItem: string | null;
}

export const outOfScopeReasons = [
  'special-education',
  'vocational',
  'teaching-point-below-minimum',
  'teaching-point',
  'private',
  'no-pupils',
  'no-evaluated-stage',
] as const;
export type OutOfScopeReason = (typeof outOfScopeReasons)[number];

export type SplitMethod = 'weighted' | 'reported-by-stage';

export interface SplittingRules {
  readonly method: SplitMethod;
  /** Weight of one pupil by stage (1 : 1.1 : 1.32). Only their ratios within a school matter. */
  readonly weights: Readonly<Record<StageId, string>>;
  readonly source: Source;
}

export type EditionTexts = Readonly<Record<string, readonly [zhCN: string, en: string]>>;

/** How numbers are shown; never how they are compared. */
export interface DisplayRules {
  readonly indicatorDecimals: number;
  readonly cvDecimals: number;
  /** A decision that rounding the CV to any of these would change is flagged `boundary`. */
  readonly cvBoundaryDecimals: readonly number[];
}
