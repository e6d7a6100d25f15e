import type { RequirementRule } from '../standards/requirement.ts';
import { atLeastOf } from './at-least-of.ts';
import { decideComparison } from './comparison.ts';
import { contextOfPart, decisionOfParts } from './rule-decision.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';
import { changePart, yearsEarlier } from './shifted-amount.ts';

type NotFallingRule = Extract<RequirementRule, { readonly kind: 'not-falling' }>;

/** 连续下降: unmet where it fell in each of the last years, so met as soon as it did not in one of them. */
export function decideNotFalling(rule: NotFallingRule, context: RuleContext): RuleDecision {
  const parts = Array.from({ length: rule.years }, (_, yearsBack) => {
    const id = changePart(yearsBack);
    const compared = {
      kind: 'comparison' as const,
      left: yearsEarlier(rule.amount, yearsBack),
      comparator: 'at-least' as const,
      right: yearsEarlier(rule.amount, yearsBack + 1),
    };
    return { id, decision: decideComparison(compared, contextOfPart(context, id)) };
  });
  return decisionOfParts(
    rule,
    atLeastOf(
      parts.map((part) => part.decision.outcome),
      1,
    ),
    parts,
  );
}
