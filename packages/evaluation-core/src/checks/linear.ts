import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import { add, compare, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { CheckRule, CheckTerm } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, isReported, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

/** One side of a comparison: the sum of what is reported, and whether all of it is. */
interface Side {
  readonly sum: Rational;
  readonly complete: boolean;
  readonly reported: readonly CellKey[];
}

type LinearRule = Extract<CheckRule, { kind: 'at-most' | 'equal' }>;

/** left <= right. Left counts as far as it is reported (amounts are not negative); right must be complete. */
export function checkAtMost(
  rule: Extract<LinearRule, { kind: 'at-most' }>,
  input: CheckInput,
): readonly CheckFinding[] {
  return compareSides(rule, input, (left, right) => right.complete && compare(left.sum, right.sum) > 0);
}

/** left = right, or left already above right. */
export function checkEqual(rule: Extract<LinearRule, { kind: 'equal' }>, input: CheckInput): readonly CheckFinding[] {
  return compareSides(rule, input, (left, right) => {
    if (!right.complete) return false;
    const difference = compare(left.sum, right.sum);
    return difference > 0 || (left.complete && difference !== 0);
  });
}

function compareSides(
  rule: LinearRule,
  input: CheckInput,
  isBroken: (left: Side, right: Side) => boolean,
): readonly CheckFinding[] {
  const byStage = [...rule.left, ...rule.right].some((term) => term.over === 'each-stage');
  const stages: readonly (StageId | null)[] = byStage ? input.stages : [null];
  return stages.flatMap((stage) => {
    const left = sideOf(input, rule.left, stage);
    const right = sideOf(input, rule.right, stage);
    if (left.reported.length === 0 || right.reported.length === 0 || !isBroken(left, right)) return [];
    const facts = { stage, left: exactText(left.sum), right: exactText(right.sum) };
    return [finding(rule, [...left.reported, ...right.reported], facts)];
  });
}

/** Cells that are not asked of the school add nothing and are not waited for. */
function sideOf(input: CheckInput, terms: readonly CheckTerm[], stage: StageId | null): Side {
  let sum = zero;
  let complete = true;
  const reported: CellKey[] = [];
  for (const { item, over } of terms) {
    for (const each of over === 'school' ? [null] : over === 'each-stage' ? [stage] : input.stages) {
      const key = cellKey(item, each);
      if (!input.allowed.has(key)) continue;
      const value = numberIn(input, item, each);
      if (value === null) {
        complete &&= !input.asked.some((cell) => cell.key === key && (cell.required || isReported(input, key)));
      } else {
        sum = add(sum, value);
        reported.push(key);
      }
    }
  }
  return { sum, complete, reported };
}
