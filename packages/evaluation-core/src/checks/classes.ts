import { cellKey } from '../items/cells.ts';
import type { StageId } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import { add, compare, multiply, rational, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { CheckRule, ClassBand } from '../standards/check-rule.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>;

function bandsOf(input: CheckInput, bands: readonly ClassBand[], stage: StageId) {
  return bands.map((band) => ({ band, key: cellKey(band.item, stage), classes: numberIn(input, band.item, stage) }));
}

function times(classes: Rational, pupils: number): Rational {
  return multiply(classes, rational(BigInt(pupils), 1n));
}

/** sum(classes * least pupils) <= pupils <= sum(classes * most pupils), as far as the bands are reported. */
export function checkBandsCapacity(rule: RuleOf<'class-bands-capacity'>, input: CheckInput): readonly CheckFinding[] {
  const { pupilsItem } = input.indexed.edition;
  return input.stages.flatMap((stage) => {
    const pupils = numberIn(input, pupilsItem, stage);
    const bands = bandsOf(input, rule.bands, stage);
    const reported = bands.filter((each) => each.classes !== null && each.classes.n > 0n);
    if (pupils === null || reported.length === 0) return [];
    const least = reported.reduce((sum, { band, classes }) => add(sum, times(classes ?? zero, band.minimum)), zero);
    const open = bands.some((each) => each.classes === null) || reported.some(({ band }) => band.maximum === null);
    const most = open
      ? null
      : reported.reduce((sum, { band, classes }) => add(sum, times(classes ?? zero, band.maximum ?? 0)), zero);
    if (compare(pupils, least) >= 0 && (most === null || compare(pupils, most) <= 0)) return [];
    const facts = {
      stage,
      pupils: exactText(pupils),
      least: exactText(least),
      most: most === null ? null : exactText(most),
    };
    return [finding(rule, [cellKey(pupilsItem, stage), ...reported.map((each) => each.key)], facts)];
  });
}

/** The largest class lies in the highest band that has classes. */
export function checkLargestInBands(
  rule: RuleOf<'largest-class-in-bands'>,
  input: CheckInput,
): readonly CheckFinding[] {
  return input.stages.flatMap((stage) => {
    const largest = numberIn(input, rule.largestItem, stage);
    const bands = bandsOf(input, rule.bands, stage);
    if (largest === null || largest.n === 0n || bands.every((each) => each.classes === null)) return [];
    const size = Number(largest.n / largest.d);
    const own = bands.find(({ band }) => band.minimum <= size && (band.maximum === null || size <= band.maximum));
    const above = bands.find(({ band, classes }) => band.minimum > size && classes !== null && classes.n > 0n);
    const wrong = above ?? (own?.classes?.n === 0n ? own : undefined);
    if (wrong === undefined) return [];
    const facts = { stage, largest: exactText(largest), minimum: wrong.band.minimum, maximum: wrong.band.maximum };
    return [finding(rule, [cellKey(rule.largestItem, stage), wrong.key], facts)];
  });
}

/** pupils <= classes * largest class: else the largest class is smaller than the average. */
export function checkLargestBelowAverage(
  rule: RuleOf<'largest-class-below-average'>,
  input: CheckInput,
): readonly CheckFinding[] {
  const { pupilsItem } = input.indexed.edition;
  return input.stages.flatMap((stage) => {
    const pupils = numberIn(input, pupilsItem, stage);
    const classes = numberIn(input, rule.classesItem, stage);
    const largest = numberIn(input, rule.largestItem, stage);
    if (pupils === null || classes === null || largest === null || classes.n === 0n) return [];
    if (compare(pupils, multiply(classes, largest)) <= 0) return [];
    const keys = [rule.largestItem, rule.classesItem, pupilsItem].map((item) => cellKey(item, stage));
    return [
      finding(rule, keys, {
        stage,
        pupils: exactText(pupils),
        classes: exactText(classes),
        largest: exactText(largest),
      }),
    ];
  });
}
