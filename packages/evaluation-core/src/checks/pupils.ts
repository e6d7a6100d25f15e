import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import { exactText } from '../quantities/decimal.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>;

/** A stage without pupils that reports amounts by stage, and a school without any pupils that reports whole-school amounts. */
export function checkZeroPupils(
  rule: RuleOf<'zero-pupils-with-resources'>,
  input: CheckInput,
): readonly CheckFinding[] {
  const { pupilsItem } = input.indexed.edition;
  const empty = input.stages.filter((stage) => numberIn(input, pupilsItem, stage)?.n === 0n);
  const findings = empty.flatMap((stage) => {
    const cells = amountsAt(rule.items, input, stage);
    return cells.length === 0 ? [] : [finding(rule, [cellKey(pupilsItem, stage), ...cells], { stage })];
  });
  if (empty.length > 0 && empty.length === input.stages.length) {
    const cells = amountsAt(rule.items, input, null);
    if (cells.length > 0)
      findings.push(finding(rule, [...empty.map((stage) => cellKey(pupilsItem, stage)), ...cells], { stage: null }));
  }
  return findings;
}

function amountsAt(items: readonly string[], input: CheckInput, stage: StageId | null): readonly CellKey[] {
  return items.flatMap((item) => {
    const value = numberIn(input, item, stage);
    return value !== null && value.n > 0n ? [cellKey(item, stage)] : [];
  });
}

export function checkZeroWithPupils(rule: RuleOf<'zero-with-pupils'>, input: CheckInput): readonly CheckFinding[] {
  const { pupilsItem } = input.indexed.edition;
  return input.stages.flatMap((stage) => {
    const pupils = numberIn(input, pupilsItem, stage);
    const value = numberIn(input, rule.item, stage);
    if (pupils === null || pupils.n === 0n || value === null || value.n > 0n) return [];
    return [
      finding(rule, [cellKey(rule.item, stage), cellKey(pupilsItem, stage)], {
        stage,
        item: rule.item,
        pupils: exactText(pupils),
      }),
    ];
  });
}
