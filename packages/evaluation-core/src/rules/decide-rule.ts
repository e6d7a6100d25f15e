import type { RequirementRule, RequirementRuleKind } from '../standards/requirement.ts';
import { decideAllOf } from './all-of.ts';
import { decideAnswer } from './answer.ts';
import { decideAtLeastOf } from './at-least-of.ts';
import { decideComparison } from './comparison.ts';
import { decideNotFalling } from './not-falling.ts';
import { decideRank } from './rank.ts';
import type { DecideRule, RuleContext, RuleDecision } from './rule-decision.ts';
import { decideSchoolVerdicts } from './school-verdicts.ts';
import { decideScored } from './scored.ts';
import { decideShare } from './share.ts';
import { decideYearOnYear } from './year-on-year.ts';

type Evaluators = {
  readonly [K in RequirementRuleKind]: (
    rule: Extract<RequirementRule, { readonly kind: K }>,
    context: RuleContext,
    decide: DecideRule,
  ) => RuleDecision;
};

/** One evaluator per kind; a new kind without one does not compile. */
const evaluators: Evaluators = {
  'resource-allocation': decideSchoolVerdicts,
  'school-standard': decideSchoolVerdicts,
  balance: decideSchoolVerdicts,
  answer: decideAnswer,
  comparison: decideComparison,
  share: decideShare,
  'year-on-year': decideYearOnYear,
  'not-falling': decideNotFalling,
  rank: decideRank,
  'all-of': decideAllOf,
  'at-least-of': decideAtLeastOf,
  scored: decideScored,
};

export function decideRule(rule: RequirementRule, context: RuleContext): RuleDecision {
  return evaluate(rule, context);
}

function evaluate<K extends RequirementRuleKind>(
  rule: Extract<RequirementRule, { readonly kind: K }>,
  context: RuleContext,
): RuleDecision {
  const evaluator: Evaluators[K] = evaluators[rule.kind];
  return evaluator(rule, context, decideRule);
}
