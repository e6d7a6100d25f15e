import { cvSide, exactCvOutcome } from './decide-cv.ts';
import { atLeastMask, bitCount, thresholdSetOf } from './decide-school-stage.ts';
import { writeMasks } from './evaluate-carefully.ts';
import { fuseBlock } from './fuse-block.ts';
import type { BlockSums } from './fuse-block.ts';
import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { both, schoolsOutcome } from './row-outcomes.ts';
import type { RowOutcomes } from './row-outcomes.ts';
import { blockSize, blocksOf } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { CvLimit, StageRules, ThresholdSet } from './stage-rules.ts';
import { stageAmount } from './sum-stage.ts';

/** `exact`: as `evaluateCounty`. `plain-doubles`: what doubles say, with no proof; for comparison in benchmarks. */
export type Precision = 'exact' | 'plain-doubles';

/** What one run over a table uses again for every county-stage. */
export interface FusedWork {
  readonly sums: BlockSums;
  /** A copy of the county-stage with the stage's parts of split amounts. */
  readonly parts: Float64Array;
}

export function newFusedWork(rows: SchoolStageRows): FusedWork {
  const { offsets, splits, stride } = rows;
  let largest = 0;
  for (let each = 1; each < offsets.length; each += 1)
    largest = Math.max(largest, (offsets[each] ?? 0) - (offsets[each - 1] ?? 0));
  const lanes = (): Float64Array => new Float64Array(blockSize);
  return {
    sums: { pupils: 0, totals: lanes(), means: lanes(), deviations: lanes() },
    parts: new Float64Array(splits === null ? 0 : largest * stride),
  };
}

/** One county-stage without gaps. False = it has rows without pupils or numbers too large, nothing written can be relied on. */
export function evaluateFused(
  rows: SchoolStageRows,
  rules: StageRules,
  countyStage: number,
  outcomes: RowOutcomes,
  work: FusedWork,
  precision: Precision,
): boolean {
  const { indicators, offsets, stride } = rows;
  const set = rules.thresholdSets[0];
  if (set === undefined) throw new RangeError('rules without thresholds');
  const from = offsets[countyStage] ?? 0;
  const to = offsets[countyStage + 1] ?? 0;
  if (from === to) return false;
  const divided = hasSplits(rows, from, to);
  const numbers = divided ? work.parts : rows.numbers;
  // Compact rows are for the WebAssembly module; without it they are worked carefully.
  if (!(numbers instanceof Float64Array)) return false;
  if (divided) copyParts(rows, from, to, work.parts);
  const { sums } = work;
  const blocks = blocksOf(indicators);
  const first = divided ? 0 : from;
  let cvs: OutcomeCode = notApplicable;
  for (let block = 0; block < blocks; block += 1) {
    const lane = 1 + block * blockSize;
    fuseBlock(
      numbers,
      stride,
      lane,
      first,
      first + to - from,
      set,
      outcomes.reached,
      outcomes.aboveFloor,
      from * blocks + block,
      blocks,
      sums,
    );
    if (!isSound(sums, set, lane - 1)) return false;
    const last = Math.min(indicators - lane + 1, blockSize);
    for (let each = 0; each < last; each += 1) {
      const indicator = lane - 1 + each;
      const mean = sums.means[each] ?? 0;
      const cv = Math.sqrt((sums.deviations[each] ?? 0) * (1 / sums.pupils)) / mean;
      const at = countyStage * indicators + indicator;
      outcomes.means[at] = mean;
      outcomes.cvs[at] = cv;
      const limit = rules.cvLimits[indicator] ?? null;
      const outcome =
        limit === null
          ? notApplicable
          : ((precision === 'exact' ? cvSide(cv, to - from, limit) : null) ??
            undecidedCv(rows, countyStage, indicator, cv, limit, precision));
      outcomes.cvOutcomes[at] = outcome;
      cvs = both(cvs, outcome);
    }
  }
  judgeSpecialRows(rows, rules, from, to, outcomes);
  writeVerdict(outcomes, countyStage, to - from, countPassed(outcomes, rules, blocks, from, to), cvs);
  return true;
}

/**
 * Rows with divided amounts or thresholds of their own: those indicators by themselves, exactly; the rest of their masks stays. Returns how
 * many more rows pass than their masks said before.
 */
export function judgeSpecialRows(
  rows: SchoolStageRows,
  rules: StageRules,
  from: number,
  to: number,
  outcomes: RowOutcomes,
): number {
  const { splits, thresholdSets, indicators } = rows;
  if (splits === null && thresholdSets === null) return 0;
  const blocks = blocksOf(indicators);
  let more = 0;
  for (let row = from; row < to; row += 1) {
    const ownSet = thresholdSets !== null && thresholdSets[row] !== 0;
    const bits = ownSet ? 2 ** indicators - 1 : splits === null ? 0 : (splits.mask[row] ?? 0);
    if (bits === 0) continue;
    const set = thresholdSetOf(rows, rules, row);
    const reachedBefore = joined(outcomes.reached, row, blocks);
    const floorBefore = joined(outcomes.aboveFloor, row, blocks);
    const reached = (reachedBefore & ~bits) | atLeastMask(rows, set.times, set.reach, row, bits);
    const aboveFloor = (floorBefore & ~bits) | atLeastMask(rows, set.times, set.floor, row, bits);
    writeMasks(rows, row, reached, aboveFloor, outcomes);
    more += Number(passes(reached, aboveFloor, rules)) - Number(passes(reachedBefore, floorBefore, rules));
  }
  return more;
}

/** The masks of all blocks of a row as one. */
function joined(masks: Uint8Array, row: number, blocks: number): number {
  let mask = 0;
  for (let block = 0; block < blocks; block += 1) mask |= (masks[row * blocks + block] ?? 0) << (block * blockSize);
  return mask;
}

function passes(reached: number, aboveFloor: number, { counted, minimumMet }: StageRules): boolean {
  return bitCount(reached & counted) >= minimumMet && (aboveFloor & counted) === counted;
}

/** Where nothing is missing, a school-stage has passed or not. */
export function writeVerdict(
  outcomes: RowOutcomes,
  countyStage: number,
  schoolStages: number,
  passed: number,
  cvs: OutcomeCode,
): void {
  outcomes.metCounts[countyStage] = passed;
  outcomes.unmetCounts[countyStage] = schoolStages - passed;
  outcomes.undeterminedCounts[countyStage] = 0;
  outcomes.verdicts[countyStage] = both(schoolsOutcome(passed, schoolStages - passed, 0), cvs);
}

const exactProducts = 2 ** 52;

/**
 * No amount of a lane is larger than their sum, no school larger than the county: sums whose products with the thresholds stay below 2^52 prove
 * that every product of the lane was an integer below 2^53, and exact. (2^52, because sums of divided amounts are rounded.) A row without
 * pupils gives 1/0 and with it deviations that are not finite.
 */
function isSound({ pupils, totals, deviations }: BlockSums, set: ThresholdSet, first: number): boolean {
  for (let each = 0; each < blockSize; each += 1) {
    if (
      !((totals[each] ?? 0) * (set.times[first + each] ?? 0) < exactProducts) ||
      !(pupils * (set.reach[first + each] ?? 0) < exactProducts) ||
      !(pupils * (set.floor[first + each] ?? 0) < exactProducts) ||
      !((deviations[each] ?? 0) < Infinity)
    )
      return false;
  }
  return true;
}

/** A CV that its error bound leaves open: a zero mean has none, the rest is decided in big integers. */
export function undecidedCv(
  rows: SchoolStageRows,
  countyStage: number,
  indicator: number,
  cv: number,
  limit: CvLimit,
  precision: Precision,
): OutcomeCode {
  if (Number.isNaN(cv)) return undetermined;
  return precision === 'exact' ? exactCvOutcome(rows, countyStage, indicator, limit) : plainSide(cv, limit);
}

function plainSide(cv: number, limit: CvLimit): OutcomeCode {
  const at = limit.numerator / limit.denominator;
  return (limit.included ? cv <= at : cv < at) ? met : unmet;
}

export function hasSplits({ splits }: SchoolStageRows, from: number, to: number): boolean {
  if (splits === null) return false;
  for (let row = from; row < to; row += 1) if (splits.mask[row] !== 0) return true;
  return false;
}

/** Rows as they are, with the stage's parts in place of what the whole school has. */
export function copyParts(rows: SchoolStageRows, from: number, to: number, parts: Float64Array): void {
  const { numbers, stride, splits } = rows;
  parts.set(numbers.subarray(from * stride, to * stride));
  if (splits === null) return;
  for (let row = from; row < to; row += 1) {
    for (let rest = splits.mask[row] ?? 0; rest !== 0; rest &= rest - 1) {
      const indicator = 31 - Math.clz32(rest & -rest);
      parts[(row - from) * stride + 1 + indicator] = stageAmount(rows, row, indicator);
    }
  }
}

export function countPassed(
  outcomes: RowOutcomes,
  rules: StageRules,
  blocks: number,
  from: number,
  to: number,
): number {
  let passed = 0;
  for (let row = from; row < to; row += 1)
    if (passes(joined(outcomes.reached, row, blocks), joined(outcomes.aboveFloor, row, blocks), rules)) passed += 1;
  return passed;
}
