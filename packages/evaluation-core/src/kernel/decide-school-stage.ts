import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules, ThresholdSet } from './stage-rules.ts';

/** The first integer above which doubles have gaps. */
export const exactLimit = 2 ** 53;

/**
 * amount * weight * times >= base * least, for integers from 0 to 2^53, exactly.
 *
 * Rounding is monotone: from a <= b follows fl(a) <= fl(b). So fl(a) < fl(b) proves a < b whatever the size of the products, and only
 * equal ones leave a doubt. An integer below 2^53 is a double; a product whose rounded value is below 2^53 is such an integer, because a
 * product of 2^53 or more would round to 2^53 or more. Equal products below 2^53 are therefore equal.
 */
export function productReaches(amount: number, weight: number, times: number, base: number, least: number): boolean {
  const weighted = amount * weight;
  if (weighted < exactLimit) {
    const left = weighted * times;
    const right = base * least;
    if (left !== right) return left > right;
    if (left < exactLimit) return true;
  }
  return BigInt(amount) * BigInt(weight) * BigInt(times) >= BigInt(base) * BigInt(least);
}

/** What is certain of a school-stage: masks, bit i = indicator i. */
export interface SchoolStageMasks {
  readonly reached: number;
  readonly notReached: number;
  readonly aboveFloor: number;
  readonly belowFloor: number;
}

/** The thresholds of one row, exactly. All zero where the pupils are missing or none. */
export function schoolStageMasks(rows: SchoolStageRows, rules: StageRules, row: number): SchoolStageMasks {
  const { numbers, splits, gaps, stride, indicators } = rows;
  const pupils = numbers[row * stride] ?? 0;
  let reached = 0;
  let aboveFloor = 0;
  let notReached = 0;
  let belowFloor = 0;
  if (pupils === 0 || (gaps !== null && gaps.open[row] === 1)) return { reached, notReached, aboveFloor, belowFloor };
  const set = thresholdSetOf(rows, rules, row);
  const missing = gaps === null ? 0 : (gaps.missing[row] ?? 0);
  const split = splits === null ? 0 : (splits.mask[row] ?? 0);
  for (let indicator = 0; indicator < indicators; indicator += 1) {
    const bit = 1 << indicator;
    const reach = set.reach[indicator] ?? 0;
    const floor = set.floor[indicator] ?? 0;
    if ((missing & bit) !== 0) {
      // No amount is below zero.
      if (reach === 0) reached |= bit;
      if (floor === 0) aboveFloor |= bit;
      continue;
    }
    const amount = numbers[row * stride + 1 + indicator] ?? 0;
    const times = set.times[indicator] ?? 0;
    const divided = (split & bit) !== 0;
    const weight = divided ? (splits?.weight[row] ?? 0) : 1;
    const base = divided ? (splits?.whole[row] ?? 0) : pupils;
    if (productReaches(amount, weight, times, base, reach)) reached |= bit;
    else notReached |= bit;
    if (productReaches(amount, weight, times, base, floor)) aboveFloor |= bit;
    else belowFloor |= bit;
  }
  if (gaps !== null && missing !== 0) {
    reached |= missing & (gaps.reached[row] ?? 0);
    notReached |= missing & (gaps.notReached[row] ?? 0);
    aboveFloor |= missing & (gaps.aboveFloor[row] ?? 0);
    belowFloor |= missing & (gaps.belowFloor[row] ?? 0);
  }
  return { reached, notReached, aboveFloor, belowFloor };
}

function thresholdSetOf(rows: SchoolStageRows, rules: StageRules, row: number): ThresholdSet {
  const index = rows.thresholdSets === null ? 0 : (rows.thresholdSets[row] ?? 0);
  const set = rules.thresholdSets[index];
  if (set === undefined) throw new RangeError(`row ${row} names threshold set ${index}, which the rules do not have`);
  return set;
}

/** At least m of the counted indicators, every other above its floor; decided early as in `rules/at-least-m-of-n.ts`. */
export function decideSchoolStage(rows: SchoolStageRows, rules: StageRules, row: number): OutcomeCode {
  if (rows.gaps !== null && rows.gaps.open[row] === 1) return undetermined;
  if ((rows.numbers[row * rows.stride] ?? 0) === 0) return notApplicable;
  return outcomeOfMasks(schoolStageMasks(rows, rules, row), rules);
}

export function outcomeOfMasks(masks: SchoolStageMasks, { counted, minimumMet }: StageRules): OutcomeCode {
  const certainlyMet = bitCount(masks.reached & counted);
  const possiblyMet = bitCount(counted & ~masks.notReached);
  if (possiblyMet < minimumMet || (masks.belowFloor & counted) !== 0) return unmet;
  return certainlyMet >= minimumMet && (masks.aboveFloor & counted) === counted ? met : undetermined;
}

export function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
