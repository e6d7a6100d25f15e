import { amountValue, knownAmount, subtractAmounts } from '../items/amount-value.ts';
import { compareAmounts } from '../items/compare-amounts.ts';
import { one } from '../quantities/rational.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decideMeasured } from './compared.ts';
import { decision } from './rule-decision.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';

type RankRule = Extract<RequirementRule, { readonly kind: 'rank' }>;

/** 1 = best. Among the last `last` of so many is unmet. A place that does not exist (0, or below the last) decides nothing. */
export function decideRank(rule: RankRule, { source }: RuleContext): RuleDecision {
  const value = amountValue(rule.rank, source);
  const among = amountValue(rule.among, source);
  const first = compareAmounts(value, 'at-least', knownAmount(one));
  if (first === false || compareAmounts(value, 'at-most', among) === false) {
    return decision(rule, 'undetermined', { reason: 'impossible-value' });
  }
  const limit = subtractAmounts(among, knownAmount({ n: BigInt(rule.last), d: 1n }));
  return decideMeasured(rule, { value, comparator: 'at-most', limit });
}
