import type { Amount, Comparator } from '../items/amount.ts';
import type { Condition } from '../items/condition.ts';
import type { Source } from '../items/item-definition.ts';
import type { ScoreCard } from './score-card.ts';

/** A dimension of a framework (A 级, B 级 ...): a group of requirements or of scored points. */
export interface Dimension {
  readonly id: string;
  readonly parent: string | null;
}

/** A condition of the whole verdict (结论). All must hold. */
export interface Requirement {
  readonly id: string;
  /** Id of a dimension. */
  readonly group: string;
  /** What it is asked of. A requirement of schools holds for the county when it holds for each. */
  readonly per: 'county' | 'school' | 'school-stage';
  /** Of which schools; null = of all. A school for which it is false is not asked. */
  readonly appliesTo: Condition | null;
  /** `evaluated`: schools in the scope of the resource allocation; `registered`: all of the data set. */
  readonly schools: 'evaluated' | 'registered';
  readonly rule: RequirementRule;
  /** Section or department that answers for it (责任科室), as a bureau calls it; null in a shipped edition. */
  readonly responsible: string | null;
  /** Archive index (档案目录): what proves it; message keys. */
  readonly evidence: readonly string[];
  readonly source: Source;
}

/** Closed set of rule kinds; one evaluator each. */
export type RequirementRule =
  /** 资源配置: the school rule of every school-stage and the balance rule of every stage. */
  | { readonly kind: 'resource-allocation' }
  /** 办学基本标准: only the school rule, of every school-stage. */
  | { readonly kind: 'school-standard' }
  /** 校际均衡: only the balance rule, of every stage. */
  | { readonly kind: 'balance' }
  /** A judgement: the answer of a yes/no or choice item is one of these. A veto holds with `no`. */
  | { readonly kind: 'answer'; readonly item: string; readonly holds: readonly string[] }
  | { readonly kind: 'comparison'; readonly left: Amount; readonly comparator: Comparator; readonly right: Amount }
  /** multiplier * part / whole against a limit; nothing of the whole = not applicable. */
  | {
      readonly kind: 'share';
      readonly part: Amount;
      readonly whole: Amount;
      /** `100`: the share is in percent. */
      readonly multiplier: string;
      /** Values above are taken as this (a retention capped at 100 %); null = as computed. */
      readonly cap: string | null;
      readonly comparator: Comparator;
      readonly limit: Amount;
    }
  /** Each of the last `years` changes: from year to year it grows, or is not lower; with `fasterThan` it grows more, in percent, than that. */
  | {
      readonly kind: 'year-on-year';
      readonly amount: Amount;
      readonly years: number;
      readonly direction: 'grows' | 'not-lower';
      readonly fasterThan: Amount | null;
    }
  /** Unmet where it fell in each of the last `years` years (连续下降). */
  | { readonly kind: 'not-falling'; readonly amount: Amount; readonly years: number }
  /** Place among so many, 1 = best: not among the last `last`. */
  | { readonly kind: 'rank'; readonly rank: Amount; readonly among: Amount; readonly last: number }
  | { readonly kind: 'all-of'; readonly parts: readonly RulePart[] }
  | { readonly kind: 'at-least-of'; readonly minimum: number; readonly parts: readonly RulePart[] }
  | ScoreCard;

/** A part of a rule, named so that a finding can point at it: message key `requirement.<requirement>.<part>`. */
export interface RulePart {
  readonly id: string;
  readonly rule: RequirementRule;
}

export type RequirementRuleKind = RequirementRule['kind'];
