import { reportedText } from '../items/cells.ts';
import { conditionCells, truthOf } from '../items/condition.ts';
import { exactText } from '../quantities/decimal.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, isReported } from './check-input.ts';
import type { CheckInput } from './check-input.ts';
import { reportedAmount, reportedAmounts } from './reported-amounts.ts';

type FlagRule = Extract<CheckRule, { kind: 'flag-contradicts' }>;

/** A yes or no that the other cells decide the other way, whatever is still missing. */
export function checkFlagContradicts(rule: FlagRule, input: CheckInput): readonly CheckFinding[] {
  if (reportedText(input.cells, rule.flag) !== rule.answer || !input.allowed.has(rule.flag)) return [];
  const truth = truthOf(rule.truth, input.indexed.items, input.cells, null, reportedAmounts(input, null));
  if (truth === null || truth === (rule.answer === 'yes')) return [];
  const cells = conditionCells(rule.truth).filter((key) => input.allowed.has(key) && isReported(input, key));
  const amounts = Object.entries(rule.amounts).map(([name, amount]) => {
    const value = reportedAmount(input, amount, null);
    return [name, value === null ? null : exactText(value)] as const;
  });
  return [finding(rule, [...new Set([rule.flag, ...cells])], { flag: rule.flag, ...Object.fromEntries(amounts) })];
}
