import type { Outcome } from '../outcome.ts';
import { decideCv } from './decide-cv.ts';
import { bitCount, outcomeOfMasks, schoolStageMasks } from './decide-school-stage.ts';
import { notApplicable, outcomeOf, outcomeOfSeen, undetermined } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { isOpen } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules, ThresholdSet } from './stage-rules.ts';
import { stageAmount, sumStage } from './sum-stage.ts';

/** Why a county-stage is judged as it is, in numbers; plain data. Values are per pupil in the unit of the amounts, rounded doubles. */
export interface CountyStageExplanation {
  readonly outcome: Outcome;
  readonly schoolsOutcome: Outcome;
  readonly cvs: readonly CvExplanation[];
  /** In the order of the rows. */
  readonly schoolStages: readonly SchoolStageExplanation[];
}

export interface CvExplanation {
  readonly outcome: Outcome;
  /** Null where there is none. */
  readonly mean: number | null;
  readonly cv: number | null;
  readonly limit: number | null;
  /** Amounts are missing; the numbers are those of the rest. */
  readonly provisional: boolean;
  /** By row: what part of the variance it causes; null where it is not in it. */
  readonly shares: readonly (number | null)[];
}

export interface SchoolStageExplanation {
  readonly outcome: Outcome;
  readonly pupils: number;
  readonly reachedCount: number;
  readonly indicators: readonly IndicatorExplanation[];
}

export interface IndicatorExplanation {
  readonly outcome: Outcome;
  /** Null = cannot tell. */
  readonly aboveFloor: boolean | null;
  /** Null = missing. */
  readonly value: number | null;
  readonly threshold: number;
  readonly floor: number;
  /** value / threshold; null without either. */
  readonly ratio: number | null;
}

/** Decisions as `evaluateRows` takes them, exactly. */
export function explainCountyStage(
  rows: SchoolStageRows,
  rules: StageRules,
  countyStage: number,
): CountyStageExplanation {
  const from = rows.offsets[countyStage] ?? 0;
  const to = rows.offsets[countyStage + 1] ?? 0;
  let schoolsSeen = 0;
  let cvsSeen = 0;
  const schoolStages: SchoolStageExplanation[] = [];
  for (let row = from; row < to; row += 1) {
    const { code, explanation } = explainSchoolStage(rows, rules, row);
    schoolsSeen |= 1 << code;
    schoolStages.push(explanation);
  }
  const cvs: CvExplanation[] = [];
  for (let indicator = 0; indicator < rows.indicators; indicator += 1) {
    const { code, explanation } = explainCv(rows, rules, countyStage, indicator);
    cvsSeen |= 1 << code;
    cvs.push(explanation);
  }
  return {
    outcome: outcomeOf(outcomeOfSeen(schoolsSeen | cvsSeen)),
    schoolsOutcome: outcomeOf(outcomeOfSeen(schoolsSeen)),
    cvs,
    schoolStages,
  };
}

function explainSchoolStage(
  rows: SchoolStageRows,
  rules: StageRules,
  row: number,
): { readonly code: OutcomeCode; readonly explanation: SchoolStageExplanation } {
  const masks = schoolStageMasks(rows, rules, row);
  const pupils = rows.numbers[row * rows.stride] ?? 0;
  const known = !isOpen(rows, row) && pupils > 0;
  const code = isOpen(rows, row) ? undetermined : known ? outcomeOfMasks(masks, rules) : notApplicable;
  const set = rules.thresholdSets[rows.thresholdSets?.[row] ?? 0];
  const missing = rows.gaps?.missing[row] ?? 0;
  const indicators: IndicatorExplanation[] = [];
  for (let indicator = 0; indicator < rows.indicators; indicator += 1) {
    const bit = 1 << indicator;
    const value = known && (missing & bit) === 0 ? stageAmount(rows, row, indicator) / pupils : null;
    const threshold = perPupil(set, set?.reach, indicator);
    indicators.push({
      outcome: !known && code === notApplicable ? 'not-applicable' : sided(masks.reached, masks.notReached, bit),
      aboveFloor: (masks.aboveFloor & bit) !== 0 ? true : (masks.belowFloor & bit) !== 0 ? false : null,
      value,
      threshold,
      floor: perPupil(set, set?.floor, indicator),
      ratio: value === null || threshold === 0 ? null : value / threshold,
    });
  }
  const reachedCount = bitCount(masks.reached & rules.counted);
  return { code, explanation: { outcome: outcomeOf(code), pupils, reachedCount, indicators } };
}

function sided(reached: number, notReached: number, bit: number): Outcome {
  if ((reached & bit) !== 0) return 'met';
  return (notReached & bit) !== 0 ? 'unmet' : 'undetermined';
}

function perPupil(set: ThresholdSet | undefined, column: Float64Array | undefined, indicator: number): number {
  return (column?.[indicator] ?? 0) / (set?.times[indicator] ?? 1);
}

function explainCv(
  rows: SchoolStageRows,
  rules: StageRules,
  countyStage: number,
  indicator: number,
): { readonly code: OutcomeCode; readonly explanation: CvExplanation } {
  const sums = sumStage(rows, countyStage, indicator);
  const code = decideCv(rows, rules, countyStage, indicator, sums);
  const limit = rules.cvLimits[indicator] ?? null;
  const shares: (number | null)[] = [];
  const to = rows.offsets[countyStage + 1] ?? 0;
  for (let row = rows.offsets[countyStage] ?? 0; row < to; row += 1) {
    const pupils = rows.numbers[row * rows.stride] ?? 0;
    const absent = pupils === 0 || isOpen(rows, row) || ((rows.gaps?.missing[row] ?? 0) & (1 << indicator)) !== 0;
    const deviation = stageAmount(rows, row, indicator) - sums.mean * pupils;
    shares.push(absent || !(sums.deviations > 0) ? null : (deviation * deviation) / pupils / sums.deviations);
  }
  const explanation: CvExplanation = {
    outcome: outcomeOf(code),
    mean: Number.isNaN(sums.mean) ? null : sums.mean,
    cv: Number.isNaN(sums.cv) ? null : sums.cv,
    limit: limit === null ? null : limit.numerator / limit.denominator,
    provisional: sums.open || sums.missing > 0,
    shares,
  };
  return { code, explanation };
}
