import { decimal, exactText } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { compare } from '../quantities/rational.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding } from './check-input.ts';
import type { CheckInput } from './check-input.ts';
import { cellsOfAmount, reportedAmount } from './reported-amounts.ts';

const shownDecimals = 2;

/** A ratio outside its bounds: possible, but to be explained. Nothing is said where a part is missing or the divisor is 0. */
export function checkRatioBounds(
  rule: Extract<CheckRule, { kind: 'ratio-bounds' }>,
  input: CheckInput,
): readonly CheckFinding[] {
  const stages = rule.stages === null ? [null] : rule.stages.filter((stage) => input.stages.includes(stage));
  return stages.flatMap((stage) => {
    const value = reportedAmount(input, rule.ratio, stage);
    if (value === null) return [];
    const below = rule.minimum !== null && compare(value, decimal(rule.minimum)) < 0;
    const above = rule.maximum !== null && compare(value, decimal(rule.maximum)) > 0;
    if (!below && !above) return [];
    const facts = {
      stage,
      value: fixedText(value, shownDecimals),
      of: amountText(reportedAmount(input, rule.ratio.of, stage)),
      by: amountText(reportedAmount(input, rule.ratio.by, stage)),
      bound: below ? 'minimum' : 'maximum',
      limit: below ? rule.minimum : rule.maximum,
    };
    return [finding(rule, cellsOfAmount(input, rule.ratio, stage), facts)];
  });
}

function amountText(value: ReturnType<typeof reportedAmount>): string | null {
  return value === null ? null : exactText(value);
}
