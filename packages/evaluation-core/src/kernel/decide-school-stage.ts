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
  const { numbers, gaps, stride, indicators } = rows;
  if ((numbers[row * stride] ?? 0) === 0 || (gaps !== null && gaps.open[row] === 1))
    return { reached: 0, notReached: 0, aboveFloor: 0, belowFloor: 0 };
  const set = thresholdSetOf(rows, rules, row);
  const all = 2 ** indicators - 1;
  const missing = gaps === null ? 0 : (gaps.missing[row] ?? 0) & all;
  const known = all & ~missing;
  const reached = atLeastMask(rows, set.times, set.reach, row, known);
  const aboveFloor = atLeastMask(rows, set.times, set.floor, row, known);
  if (gaps === null || missing === 0)
    return { reached, notReached: known & ~reached, aboveFloor, belowFloor: known & ~aboveFloor };
  return {
    reached: reached | (missing & ((gaps.reached[row] ?? 0) | zeroMask(set.reach, indicators))),
    notReached: (known & ~reached) | (missing & (gaps.notReached[row] ?? 0)),
    aboveFloor: aboveFloor | (missing & ((gaps.aboveFloor[row] ?? 0) | zeroMask(set.floor, indicators))),
    belowFloor: (known & ~aboveFloor) | (missing & (gaps.belowFloor[row] ?? 0)),
  };
}

/** Which of the indicators in `bits`, none of them missing, are at or above `least`; exactly. */
export function atLeastMask(
  { numbers, splits, stride }: SchoolStageRows,
  times: Float64Array,
  least: Float64Array,
  row: number,
  bits: number,
): number {
  const pupils = numbers[row * stride] ?? 0;
  const split = splits === null ? 0 : (splits.mask[row] ?? 0);
  const weight = splits === null ? 1 : (splits.weight[row] ?? 1);
  const whole = splits === null ? pupils : (splits.whole[row] ?? 0);
  let mask = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const indicator = 31 - Math.clz32(rest & -rest);
    const bit = 1 << indicator;
    const divided = (split & bit) !== 0;
    const amount = numbers[row * stride + 1 + indicator] ?? 0;
    const reaches = productReaches(
      amount,
      divided ? weight : 1,
      times[indicator] ?? 0,
      divided ? whole : pupils,
      least[indicator] ?? 0,
    );
    if (reaches) mask |= bit;
  }
  return mask;
}

/** No amount is below zero: a limit of zero holds whatever is missing. */
function zeroMask(least: Float64Array, indicators: number): number {
  let mask = 0;
  for (let indicator = 0; indicator < indicators; indicator += 1) if (least[indicator] === 0) mask |= 1 << indicator;
  return mask;
}

/** RangeError where the row names a set that the rules do not have. */
export function thresholdSetOf(rows: SchoolStageRows, rules: StageRules, row: number): ThresholdSet {
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
