import type { Outcome } from '../outcome.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { contextOfPart, decisionOfParts } from './rule-decision.ts';
import type { DecideRule, RuleContext, RuleDecision } from './rule-decision.ts';

/**
 * At least so many parts met. A part that does not apply is asked of nobody: where fewer than the minimum apply, all that do must be met.
 * Decided as soon as the open parts cannot change it.
 */
export function atLeastOf(parts: readonly Outcome[], minimum: number): Outcome {
  const applicable = parts.filter((part) => part !== 'not-applicable');
  if (applicable.length === 0) return 'not-applicable';
  const needed = Math.min(minimum, applicable.length);
  const met = applicable.filter((part) => part === 'met').length;
  const unmet = applicable.filter((part) => part === 'unmet').length;
  if (met >= needed) return 'met';
  return applicable.length - unmet < needed ? 'unmet' : 'undetermined';
}

type AtLeastOfRule = Extract<RequirementRule, { readonly kind: 'at-least-of' }>;

export function decideAtLeastOf(rule: AtLeastOfRule, context: RuleContext, decide: DecideRule): RuleDecision {
  const parts = rule.parts.map((part) => ({
    id: part.id,
    decision: decide(part.rule, contextOfPart(context, part.id)),
  }));
  return decisionOfParts(
    rule,
    atLeastOf(
      parts.map((part) => part.decision.outcome),
      rule.minimum,
    ),
    parts,
  );
}
