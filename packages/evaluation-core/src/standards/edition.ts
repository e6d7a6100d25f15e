import type { CheckRule } from './check-rule.ts';
import type { Condition } from '../items/condition.ts';
import type { ItemDefinition, Source } from '../items/item-definition.ts';
import type { StageId } from '../items/cells.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';

/**
 * A standard edition (标准版本): a dated, immutable body of rules as plain data. Decimals are strings, so that a threshold is
 * exactly the number that is printed in the instrument.
 */
export interface Edition {
  readonly id: string;
  /** Number of the instrument, for example `教督〔2017〕6号`. */
  readonly instrument: string;
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
  readonly quantities: readonly QuantityDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly schoolRule: SchoolRule;
  readonly balanceRule: BalanceRule;
  readonly scope: ScopeRules;
  readonly splitting: SplittingRules;
  readonly rounding: { readonly indicators: RoundingPolicy; readonly cvs: RoundingPolicy };
  readonly display: DisplayRules;
  readonly checks: readonly CheckRule[];
  readonly requirements: readonly Requirement[];
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
  /** Counts only under this special rule. */
  readonly specialRule: SpecialRule | null;
}

/** A relaxation (特殊规定): off until the bureau that publishes the edition turns it on. */
export interface SpecialRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly condition: Condition;
  /** Validity window, both ends included, `YYYY-MM-DD`; null = open. Compared with the evaluation date. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Evidence the school must show; message keys. */
  readonly evidence: readonly string[];
  /** Obligation that follows; message key. */
  readonly followUp: string | null;
  readonly source: Source;
}

/** Closed set of indicator kinds; one evaluator each. */
export type IndicatorDefinition = PerPupilIndicator;

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
  readonly thresholds: Readonly<Record<StageId, string>>;
  readonly source: Source;
}

/** Every school-stage: at least `minimumMet` indicators met, every other at least `floorShare` of its threshold. */
export interface SchoolRule {
  readonly kind: 'at-least-m-of-n';
  readonly minimumMet: number;
  /** Null: no floor. */
  readonly floorShare: string | null;
  readonly source: Source;
}

/** Every CV of every evaluated stage at most the limit. */
export interface BalanceRule {
  readonly kind: 'cv-limit';
  readonly limits: Readonly<Record<StageId, string>>;
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

/** How numbers are shown; never how they are compared. */
export interface DisplayRules {
  readonly indicatorDecimals: number;
  readonly cvDecimals: number;
  /** A decision that rounding the CV to any of these would change is flagged `boundary`. */
  readonly cvBoundaryDecimals: readonly number[];
}

/** A condition of the county's whole verdict (结论). */
export interface Requirement {
  readonly id: string;
  readonly group: 'precondition' | 'resource-allocation' | 'government' | 'quality' | 'recognition' | 'veto';
  /** `resource-allocation` is decided from the reports; the others need the county report, survey or inspection. */
  readonly kind: 'resource-allocation' | 'county-report' | 'survey' | 'veto' | 'recognition-record';
  readonly source: Source;
}
