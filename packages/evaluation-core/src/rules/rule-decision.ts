import type { UndeterminedReason } from '../evaluation.ts';
import { undeterminedReasons } from '../evaluation.ts';
import type { AmountSource, AmountValue } from '../items/amount-value.ts';
import type { Comparator } from '../items/amount.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { Outcome } from '../outcome.ts';
import type { Rational } from '../quantities/rational.ts';
import type { InForce } from '../schools/special-rules.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import type { ScoredPoint } from '../standards/score-card.ts';
import type { SpecialRule, SpecialRuleEffect } from '../standards/special-rule.ts';

/** What a requirement's rule is asked of: the county, a school, or a school in one stage. */
export interface RuleContext {
  readonly source: AmountSource;
  /** The part of the rule that is looked at; null = the rule itself. */
  readonly part: string | null;
  /** The answers to a yes/no or choice item, of each campus that is asked. */
  readonly answers: (item: string) => readonly { readonly cell: MissingCell; readonly value: string | null }[];
  /** What special rules may change of a part; one entry where it is certain. */
  readonly changes: (part: string | null) => readonly ChangeInForce[];
  /** What the schools' self-reports say by the school rule and the balance rule. */
  readonly verdicts: SchoolVerdicts;
}

export type ChangedComparison = Extract<SpecialRuleEffect, { readonly kind: 'changed-comparison' }>;
export interface ChangeInForce extends InForce<ChangedComparison> {
  /** The cells on which it depends whether this rule counts; none where that is certain. */
  readonly open: readonly MissingCell[];
}

export interface SchoolVerdicts {
  readonly resourceAllocation: Verdict;
  readonly schoolStandard: Verdict;
  readonly balance: Verdict;
}
export type Verdict = Pick<RuleDecision, 'outcome' | 'complete' | 'reason'>;

/** What a rule says of one unit, with everything it came from. */
export interface RuleDecision {
  /** The rule as it was applied: with the amounts of a special rule where one is in force. */
  readonly rule: RequirementRule;
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  /** Two numbers compared, where the rule is that. */
  readonly measured: MeasuredAmounts | null;
  readonly parts: readonly PartDecision[];
  readonly score: ScoreDecision | null;
  readonly specialRules: readonly SpecialRuleInUse[];
  /** Values that cannot be true: they are not believed. */
  readonly impossible: readonly MissingCell[];
}

export interface MeasuredAmounts {
  readonly value: AmountValue;
  readonly comparator: Comparator;
  readonly limit: AmountValue;
}

export interface PartDecision {
  readonly id: string;
  readonly decision: RuleDecision;
}

export interface ScoreDecision {
  readonly least: Rational;
  /** Null = points are still to be set. */
  readonly greatest: Rational | null;
  readonly points: readonly PointDecision[];
}

export interface PointDecision {
  readonly point: ScoredPoint;
  readonly least: Rational;
  readonly greatest: Rational | null;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  /** What the points were computed from; none where they are not known. */
  readonly terms: PointTerms | null;
  /** Rules inside: all or nothing, deductions unless something holds. */
  readonly parts: readonly PartDecision[];
  readonly impossible: readonly MissingCell[];
}

/** base - deducted, not below 0 and not above the maximum. */
export interface PointTerms {
  readonly base: Rational;
  readonly deducted: readonly { readonly times: Rational; readonly each: Rational; readonly atMost: Rational | null }[];
}

/** A special rule (特殊规定) that counts here. */
export interface SpecialRuleInUse {
  readonly rule: SpecialRule;
  /** `open`: it is not known whether it counts. */
  readonly state: 'applied' | 'open';
  readonly part: string | null;
  /** Without it the outcome would be another. */
  readonly decisive: boolean;
}

export type DecideRule = (rule: RequirementRule, context: RuleContext) => RuleDecision;

const none: readonly never[] = [];

/** A decision with everything unsaid left empty. */
export function decision(
  rule: RequirementRule,
  outcome: Outcome,
  rest: Partial<Omit<RuleDecision, 'rule' | 'outcome'>> = {},
): RuleDecision {
  const missing = distinctCells(rest.missing ?? none);
  return {
    rule,
    outcome,
    complete: rest.complete ?? (missing.length === 0 && outcome !== 'undetermined'),
    reason: outcome === 'undetermined' ? (rest.reason ?? 'missing-cells') : null,
    missing,
    measured: rest.measured ?? null,
    parts: rest.parts ?? none,
    score: rest.score ?? null,
    specialRules: rest.specialRules ?? none,
    impossible: rest.impossible ?? none,
  };
}

/** One reason for several: the first in the order of the list of reasons. */
export function mainReason(reasons: readonly (UndeterminedReason | null)[]): UndeterminedReason | null {
  return undeterminedReasons.find((reason) => reasons.includes(reason)) ?? null;
}

/** The same, asked of a part. Every member by its name: it is asked for every school, and `...` takes many times as long. */
export function contextOfPart({ source, answers, changes, verdicts }: RuleContext, part: string | null): RuleContext {
  return { source, part, answers, changes, verdicts };
}

/** A rule made of parts: what they lack is what it lacks. */
export function decisionOfParts(rule: RequirementRule, outcome: Outcome, parts: readonly PartDecision[]): RuleDecision {
  return decision(rule, outcome, {
    parts,
    complete: parts.every((each) => each.decision.complete),
    reason: outcome === 'undetermined' ? mainReason(parts.map((each) => each.decision.reason)) : null,
    missing: gathered(parts, (each) => each.missing),
    specialRules: gathered(parts, (each) => each.specialRules),
    impossible: gathered(parts, (each) => each.impossible),
  });
}

/** What the parts have of something; mostly nothing, and then nothing is copied. */
function gathered<T>(parts: readonly PartDecision[], of: (decision: RuleDecision) => readonly T[]): readonly T[] {
  return parts.some((part) => of(part.decision).length > 0) ? parts.flatMap((part) => of(part.decision)) : none;
}
