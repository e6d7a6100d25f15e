import {
  amountValue,
  constantOf,
  divideAmounts,
  largerAmount,
  multiplyAmounts,
  onlyValue,
  smallerAmount,
  zeroAmount,
} from '../items/amount-value.ts';
import type { AmountSource, AmountValue } from '../items/amount-value.ts';
import { isZero } from '../quantities/rational.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decideMeasured, decideWithChanges } from './compared.ts';
import { decision } from './rule-decision.ts';
import type { RuleContext, RuleDecision } from './rule-decision.ts';

export type ShareRule = Extract<RequirementRule, { readonly kind: 'share' }>;

/** multiplier * part / whole, at most the cap, against the limit. A special rule may change the part (left) and the limit (right). */
export function decideShare(rule: ShareRule, context: RuleContext): RuleDecision {
  return decideWithChanges(
    rule,
    context,
    (own, { left, right }) => ({ ...own, part: left ?? own.part, limit: right ?? own.limit }),
    (own) => decideOwnShare(own, context),
  );
}

function decideOwnShare(rule: ShareRule, { source }: RuleContext): RuleDecision {
  const part = amountValue(rule.part, source);
  const whole = amountValue(rule.whole, source);
  if (isBelowZero(part) || isBelowZero(whole)) return decision(rule, 'undetermined', { reason: 'negative-quantity' });
  const total = onlyValue(whole);
  if (total !== null && isZero(total)) return decision(rule, 'not-applicable');
  const measured = {
    value: shareOf(rule, part, whole, source),
    comparator: rule.comparator,
    limit: amountValue(rule.limit, source),
  };
  const decided = decideMeasured(rule, measured);
  // Nothing of the whole would ask nothing; unmet is only what is unmet whatever the whole is.
  const mayBeNothing = total === null && (whole.low === null || whole.low.n <= 0n);
  return decided.outcome === 'unmet' && mayBeNothing
    ? decision(rule, 'undetermined', { measured, missing: decided.missing })
    : decided;
}

/** Parts and wholes are counts and sums of money: what is unknown of them is not negative. */
function shareOf(rule: ShareRule, part: AmountValue, whole: AmountValue, source: AmountSource): AmountValue {
  const quotient = divideAmounts(notNegative(part), notNegative(whole));
  const share = multiplyAmounts(constantOf(rule.multiplier, source), quotient);
  return rule.cap === null ? share : smallerAmount(share, constantOf(rule.cap, source));
}

function notNegative(value: AmountValue): AmountValue {
  return value.low !== null && value.low.n >= 0n ? value : largerAmount(value, zeroAmount);
}

function isBelowZero(value: AmountValue): boolean {
  return value.absent === null && value.high !== null && value.high.n < 0n;
}
