import type { RequirementRule } from '../standards/requirement.ts';
import { allMustHold } from './all-must-hold.ts';
import { decision } from './rule-decision.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';

type AnswerRule = Extract<RequirementRule, { readonly kind: 'answer' }>;

/** Met where the answer is one that holds; of a school with campuses, where each that is asked answers so. */
export function decideAnswer(rule: AnswerRule, context: RuleContext): RuleDecision {
  const answers = context.answers(rule.item);
  const outcome = allMustHold(
    answers.map(({ value }) => (value === null ? 'undetermined' : rule.holds.includes(value) ? 'met' : 'unmet')),
  );
  const missing = answers.filter(({ value }) => value === null).map(({ cell }) => cell);
  return decision(rule, outcome, { missing });
}
