import { amountValue } from '../items/amount-value.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decideMeasured, decideWithChanges } from './compared.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';

export type ComparisonRule = Extract<RequirementRule, { readonly kind: 'comparison' }>;

/** left <comparator> right. */
export function decideComparison(rule: ComparisonRule, context: RuleContext): RuleDecision {
  return decideWithChanges(
    rule,
    context,
    (own, { left, right }) => ({ ...own, left: left ?? own.left, right: right ?? own.right }),
    (own) =>
      decideMeasured(own, {
        value: amountValue(own.left, context.source),
        comparator: own.comparator,
        limit: amountValue(own.right, context.source),
      }),
  );
}
