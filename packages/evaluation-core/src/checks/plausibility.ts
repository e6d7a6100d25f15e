import { reportedNumber } from '../items/reported-number.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { add, compare, divide, multiply, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { StageId } from '../items/cells.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>;

/** Outside the soft bounds of the item: possible, but to be explained. */
export function checkPlausibleRange(rule: RuleOf<'plausible-range'>, input: CheckInput): readonly CheckFinding[] {
  return input.asked.flatMap(({ key, item, stage }) => {
    const value = numberIn(input, item.id, stage);
    const range = item.plausible;
    if (value === null || range === null) return [];
    const facts = { item: item.id, stage, value: exactText(value) };
    if (range.minimum !== null && compare(value, decimal(range.minimum)) < 0) {
      return [finding(rule, [key], { ...facts, bound: 'minimum', limit: range.minimum })];
    }
    if (range.maximum !== null && compare(value, decimal(range.maximum)) > 0) {
      return [finding(rule, [key], { ...facts, bound: 'maximum', limit: range.maximum })];
    }
    const pupils = range.maximumPerPupil === null ? null : pupilsOf(input, stage);
    if (range.maximumPerPupil === null || pupils === null || pupils.n === 0n) return [];
    if (compare(value, multiply(pupils, decimal(range.maximumPerPupil))) <= 0) return [];
    return [finding(rule, [key], { ...facts, bound: 'maximum-per-pupil', limit: range.maximumPerPupil })];
  });
}

/** Pupils of the stage, or of the whole school; null where some are missing. */
function pupilsOf(input: CheckInput, stage: StageId | null): Rational | null {
  const { pupilsItem } = input.indexed.edition;
  if (stage !== null) return numberIn(input, pupilsItem, stage);
  const counts = input.asked
    .filter((cell) => cell.item.id === pupilsItem)
    .flatMap((cell) => {
      const count = numberIn(input, pupilsItem, cell.stage);
      return count === null && !cell.required ? [] : [count];
    });
  return counts.reduce((sum, each) => (sum === null || each === null ? null : add(sum, each)), zero);
}

/** A change by more than a share of last year's value (and by more than a few units) needs a reason. */
export function checkChangeFromLastYear(
  rule: RuleOf<'change-from-last-year'>,
  input: CheckInput,
): readonly CheckFinding[] {
  const { lastYear } = input;
  if (lastYear === null) return [];
  const share = decimal(rule.share);
  return input.asked.flatMap(({ key, item, stage }) => {
    if (rule.exemptItems.includes(item.id)) return [];
    const now = numberIn(input, item.id, stage);
    const before = reportedNumber(item, lastYear, key);
    if (now === null || before === null) return [];
    const change = subtract(now, before);
    const size = change.n < 0n ? { n: -change.n, d: change.d } : change;
    if (compare(size, decimal(rule.minimumChange)) < 0 || compare(size, multiply(share, before)) <= 0) return [];
    const percent = before.n === 0n ? null : fixedText(multiply(divide(change, before), rational(100n, 1n)), 1);
    return [finding(rule, [key], { item: item.id, stage, now: exactText(now), before: exactText(before), percent })];
  });
}
