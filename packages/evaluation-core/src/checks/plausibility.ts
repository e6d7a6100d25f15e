import { reportedNumber } from '../items/reported-number.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { add, compare, divide, multiply, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { StageId } from '../items/cells.ts';
import type { PlausibleRange } from '../items/item-definition.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberAt, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>;

/** The soft bounds of an item, read once. */
interface Bounds {
  readonly minimum: Rational | null;
  readonly maximum: Rational | null;
  readonly maximumPerPupil: Rational | null;
}

const boundsOf = new WeakMap<PlausibleRange, Bounds>();

function readBounds(range: PlausibleRange): Bounds {
  const known = boundsOf.get(range);
  if (known !== undefined) return known;
  const read = (text: string | null) => (text === null ? null : decimal(text));
  const bounds = {
    minimum: read(range.minimum),
    maximum: read(range.maximum),
    maximumPerPupil: read(range.maximumPerPupil),
  };
  boundsOf.set(range, bounds);
  return bounds;
}

/** Outside the soft bounds of the item: possible, but to be explained. */
export function checkPlausibleRange(rule: RuleOf<'plausible-range'>, input: CheckInput): readonly CheckFinding[] {
  const findings: CheckFinding[] = [];
  const pupils = new Map<StageId | null, Rational | null>();
  const pupilsAt = (stage: StageId | null) => {
    const known = pupils.get(stage);
    if (known !== undefined) return known;
    const count = pupilsOf(input, stage);
    pupils.set(stage, count);
    return count;
  };
  for (const { key, item, stage } of input.asked) {
    const range = item.plausible;
    const value = range === null ? null : numberAt(input, item.id, key);
    if (value === null || range === null) continue;
    const broken = brokenBound(value, readBounds(range), () => pupilsAt(stage));
    if (broken === null) continue;
    const [bound, name] = broken;
    const facts = { item: item.id, stage, value: exactText(value), bound, limit: range[name] };
    findings.push(finding(rule, [key], facts));
  }
  return findings;
}

function brokenBound(
  value: Rational,
  { minimum, maximum, maximumPerPupil }: Bounds,
  pupilsThere: () => Rational | null,
): readonly [string, keyof Bounds] | null {
  if (minimum !== null && compare(value, minimum) < 0) return ['minimum', 'minimum'];
  if (maximum !== null && compare(value, maximum) > 0) return ['maximum', 'maximum'];
  const pupils = maximumPerPupil === null ? null : pupilsThere();
  if (maximumPerPupil === null || pupils === null || pupils.n === 0n) return null;
  return compare(value, multiply(pupils, maximumPerPupil)) <= 0 ? null : ['maximum-per-pupil', 'maximumPerPupil'];
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
    const now = numberAt(input, item.id, key);
    const before = reportedNumber(item, lastYear, key);
    if (now === null || before === null) return [];
    const change = subtract(now, before);
    const size = change.n < 0n ? { n: -change.n, d: change.d } : change;
    if (compare(size, decimal(rule.minimumChange)) < 0 || compare(size, multiply(share, before)) <= 0) return [];
    const percent = before.n === 0n ? null : fixedText(multiply(divide(change, before), rational(100n, 1n)), 1);
    return [finding(rule, [key], { item: item.id, stage, now: exactText(now), before: exactText(before), percent })];
  });
}
