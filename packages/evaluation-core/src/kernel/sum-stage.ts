import type { SchoolStageRows } from './school-stage-rows.ts';

/** Sums of one indicator over one county-stage, in doubles. What is missing or without pupils is in none of them. */
export interface StageSums {
  /** School-stages that entered. */
  readonly entered: number;
  /** P_N of those */
  readonly pupils: number;
  /** X = sum x */
  readonly total: number;
  /** X / P_N; NaN without pupils. */
  readonly mean: number;
  /** S = sum (x - mean P)^2 / P */
  readonly deviations: number;
  /** sqrt(S / P_N) / mean; NaN where the mean is zero or does not exist. */
  readonly cv: number;
  /** School-stages whose pupils are known and whose amount is missing: how many, all their pupils, the pupils of the smallest. */
  readonly missing: number;
  readonly missingPupils: number;
  readonly smallestMissing: number;
  /** Some row is open: nothing can be decided. */
  readonly open: boolean;
}

/** The stage's part of an amount: x, or x * weight * P / whole. Relative error at most 3 roundings where split, else none. */
export function stageAmount(rows: SchoolStageRows, row: number, indicator: number): number {
  const { numbers, stride, splits } = rows;
  const amount = numbers[row * stride + 1 + indicator] ?? 0;
  if (splits === null || ((splits.mask[row] ?? 0) & (1 << indicator)) === 0) return amount;
  return (amount * (splits.weight[row] ?? 0) * (numbers[row * stride] ?? 0)) / (splits.whole[row] ?? 0);
}

/** Two passes over the county-stage: the mean first, then the deviations from it. */
export function sumStage(rows: SchoolStageRows, countyStage: number, indicator: number): StageSums {
  const { numbers, offsets, gaps, stride } = rows;
  const from = offsets[countyStage] ?? 0;
  const to = offsets[countyStage + 1] ?? 0;
  const bit = 1 << indicator;
  let entered = 0;
  let pupils = 0;
  let total = 0;
  let missing = 0;
  let missingPupils = 0;
  let smallestMissing = Infinity;
  let open = false;
  for (let row = from; row < to; row += 1) {
    const own = numbers[row * stride] ?? 0;
    if (gaps !== null) {
      if (gaps.open[row] === 1) {
        open = true;
        continue;
      }
      if (((gaps.missing[row] ?? 0) & bit) !== 0) {
        if (own === 0) continue;
        missing += 1;
        missingPupils += own;
        if (own < smallestMissing) smallestMissing = own;
        continue;
      }
    }
    if (own === 0) continue;
    entered += 1;
    pupils += own;
    total += stageAmount(rows, row, indicator);
  }
  const mean = total / pupils;
  let deviations = 0;
  for (let row = from; row < to; row += 1) {
    const own = numbers[row * stride] ?? 0;
    if (own === 0 || (gaps !== null && (gaps.open[row] === 1 || ((gaps.missing[row] ?? 0) & bit) !== 0))) continue;
    const deviation = stageAmount(rows, row, indicator) - mean * own;
    deviations += deviation * deviation * (1 / own);
  }
  const cv = Math.sqrt(deviations * (1 / pupils)) / mean;
  return { entered, pupils, total, mean, deviations, cv, missing, missingPupils, smallestMissing, open };
}
