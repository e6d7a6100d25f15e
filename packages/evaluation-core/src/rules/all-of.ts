import type { RequirementRule } from '../standards/requirement.ts';
import { allMustHold } from './all-must-hold.ts';
import { contextOfPart, decisionOfParts } from './rule-decision.ts';
import type { DecideRule, RuleContext, RuleDecision } from './rule-decision.ts';

type AllOfRule = Extract<RequirementRule, { readonly kind: 'all-of' }>;

/** Every part must hold. */
export function decideAllOf(rule: AllOfRule, context: RuleContext, decide: DecideRule): RuleDecision {
  const parts = rule.parts.map((part) => ({
    id: part.id,
    decision: decide(part.rule, contextOfPart(context, part.id)),
  }));
  return decisionOfParts(rule, allMustHold(parts.map((part) => part.decision.outcome)), parts);
}
