import type { Relation } from './range.ts';

/** Name of a raw number within a claim. */
export type RawName = string;

/** How a number follows from others. A closed set; formulas nest at most 20 deep. */
export type Formula =
  | { readonly kind: 'raw'; readonly name: RawName }
  /** A raw text telling of a change, with its sign: 下降3% is -3 %, 增长3% is +3 %. */
  | { readonly kind: 'change'; readonly name: RawName }
  /** How many things a raw text lists: "入学机会;保障机制", "(一)-(八)". */
  | { readonly kind: 'count'; readonly name: RawName }
  /** A number with its unit that no report prints: `100`, `95%`. Read as raw texts are. */
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'difference'; readonly from: Formula; readonly minus: readonly Formula[] }
  | { readonly kind: 'product'; readonly factors: readonly Formula[] }
  | { readonly kind: 'quotient'; readonly of: Formula; readonly by: Formula }
  /** part / whole, shown in % */
  | { readonly kind: 'percent'; readonly part: Formula; readonly whole: Formula }
  /** to / from - 1, shown in % */
  | { readonly kind: 'growth'; readonly from: Formula; readonly to: Formula }
  | { readonly kind: 'smallest'; readonly of: readonly Formula[] }
  | { readonly kind: 'largest'; readonly of: readonly Formula[] };

/** One place of a report that gives a quantity. */
export interface Statement {
  /** Where: a page, a line, a table. */
  readonly at: string;
  /** Of what: two places that name the same subject must agree; others must be explained. */
  readonly about: string;
  /** The date or period meant, as the report gives it; null = it gives none. */
  readonly asOf: string | null;
  readonly values: readonly Formula[];
}

/** Something a report states, as plain data, with the raw texts from which it can be tested. */
export type Claim = {
  readonly id: string;
  /** The numbers as the report prints them, unit and words included: `6291人`, `近1200万元`, `( )元`, ``. */
  readonly raws: Readonly<Record<RawName, string>>;
} & (
  | DerivedClaim
  | ComparisonClaim
  | AttainmentClaim
  | RestatedClaim
  | TrendClaim
  | ShareOfWholeClaim
  | CoverageClaim
  | NumberingClaim
  | GivenClaim
);

/** A number that follows from others (生师比, 占比, 合计, 人均). */
export interface DerivedClaim {
  readonly kind: 'derived';
  readonly formula: Formula;
  /** As printed; null = the report does not state it: then it is only computed. */
  readonly stated: string | null;
  /** Unit of the stated number where its text has none, and of the result: `%`, `万元`, `元/人次`. */
  readonly unit?: string;
  /** Digits of the result where nothing is stated; 2 if not given. */
  readonly decimals?: number;
  /** Other readings of what was counted; one that gives the stated number explains it. */
  readonly alternatives?: readonly { readonly name: string; readonly formula: Formula }[];
}

/** A number against a limit or another number: 达到省定标准, 不低于上年, 学历合格率 against 教师资格. */
export interface ComparisonClaim {
  readonly kind: 'comparison';
  readonly left: Formula;
  readonly relation: Relation;
  readonly right: Formula;
  /** What the report says of it; false = it says that the relation does not hold (不达标). */
  readonly claimed: boolean;
  /**
   * Why it must hold: a `standard` (then it is simply not reached), a `definition` (then the two numbers contradict each other), or
   * the report's own `wording` (then it needs an explanation).
   */
  readonly basis: 'standard' | 'definition' | 'wording';
}

/** How far a target was reached, in words: 基本完成, 超额完成. */
export interface AttainmentClaim {
  readonly kind: 'attainment';
  readonly actual: Formula;
  readonly target: Formula;
  readonly stated: string;
}

/** The same quantity (or list of quantities) at several places. */
export interface RestatedClaim {
  readonly kind: 'restated';
  readonly statements: readonly Statement[];
}

/** A course over time in words: 逐年提高, 只增不减, 持平. */
export interface TrendClaim {
  readonly kind: 'trend';
  /** Oldest first. */
  readonly values: readonly Formula[];
  readonly stated: string;
  /** false: the report says that it was not so (未做到只增不减). */
  readonly claimed?: boolean;
}

/** A share and one side of it, in whole things: is there a whole number for the other side? 减少357所, 减幅23.8% -> 1500 schools before. */
export interface ShareOfWholeClaim {
  readonly kind: 'share-of-whole';
  readonly known: 'part' | 'whole';
  readonly amount: Formula;
  /** The share as printed. */
  readonly stated: string;
  readonly unit?: string;
}

/** Does what was done cover all that was to be done? 8 problems, 8 measures; 4 stages behind, 2 with a measure. */
export interface CoverageClaim {
  readonly kind: 'coverage';
  /** Raw texts: a list, or a number of things. With two lists the names are compared. */
  readonly required: RawName;
  readonly covered: RawName;
  /** Compare how many only, where the lists name things in different ways. */
  readonly byCount?: boolean;
}

/** Numbered items go from 1 on without gap or repetition: C1 ... C15. */
export interface NumberingClaim {
  readonly kind: 'numbering';
  readonly labels: RawName;
}

/** The report gives these numbers at all: no blank, mask or empty bracket. */
export interface GivenClaim {
  readonly kind: 'given';
}
