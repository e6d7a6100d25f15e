import type { Amount, Comparator } from '../items/amount.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { allMustHold } from './all-must-hold.ts';
import { decideComparison } from './comparison.ts';
import { contextOfPart, decisionOfParts } from './rule-decision.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';
import { changePart, yearsEarlier } from './shifted-amount.ts';

type YearOnYearRule = Extract<RequirementRule, { readonly kind: 'year-on-year' }>;

/** Every one of the last changes from year to year: growth, no decrease, or growth above that of another amount (in percent). */
export function decideYearOnYear(rule: YearOnYearRule, context: RuleContext): RuleDecision {
  const comparator: Comparator = rule.direction === 'grows' ? 'more-than' : 'at-least';
  const parts = Array.from({ length: rule.years }, (_, yearsBack) => {
    const id = changePart(yearsBack);
    const compared =
      rule.fasterThan === null
        ? { left: yearsEarlier(rule.amount, yearsBack), right: yearsEarlier(rule.amount, yearsBack + 1) }
        : { left: growth(rule.amount, yearsBack), right: growth(rule.fasterThan, yearsBack) };
    return {
      id,
      decision: decideComparison({ kind: 'comparison', comparator, ...compared }, contextOfPart(context, id)),
    };
  });
  return decisionOfParts(rule, allMustHold(parts.map((part) => part.decision.outcome)), parts);
}

/** This year's amount over last year's: grows faster in percent exactly where this is more. */
function growth(amount: Amount, yearsBack: number): Amount {
  return { kind: 'quotient', of: yearsEarlier(amount, yearsBack), by: yearsEarlier(amount, yearsBack + 1) };
}
