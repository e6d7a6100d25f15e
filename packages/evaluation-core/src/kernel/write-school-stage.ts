import { outcomes } from '../outcome.ts';
import { knownValue } from '../quantities/interval.ts';
import { divide, isZero, lowest, multiply, one, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold } from '../quantities/rounding.ts';
import { floorOf } from '../rules/threshold.ts';
import type { StageAmount } from '../indicators/stage-amount.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { LoadedCounty } from './load-county.ts';
import { amountAt, pupilsAt } from './school-stage-rows.ts';
import { thresholdSet } from './stage-rules.ts';
import type { ThresholdPair } from './stage-rules.ts';

/** In the place of an outcome: the school has no such stage, or is out of scope. */
export const absent = 255;
/** Stands in a row for pupils that no row can hold: there are some. */
const tooMany = Number.MAX_SAFE_INTEGER;
const largest = BigInt(Number.MAX_SAFE_INTEGER);
const mostThresholdSets = 256;

/** Writes one row from what the evaluation found; null = the school has no such stage or is out of scope. */
export function writeSchoolStage(
  county: LoadedCounty,
  stage: number,
  row: number,
  own: SchoolStageAssessment | null,
): void {
  clearRow(county, row);
  county.outcomes[row] = own === null ? absent : outcomes.indexOf(own.outcome);
  if (own === null) return;
  const { rows, pupilScale } = county;
  if (own.scope.state === 'undetermined' || own.pupils === null) {
    if (rows.gaps !== null) rows.gaps.open[row] = 1;
    return;
  }
  const pupils = heldNumber(own.pupils, pupilScale);
  const set = pupils === null ? null : thresholdSetFor(county, stage, own);
  rows.numbers[pupilsAt(rows, row)] = pupils ?? tooMany;
  if (pupils === null) county.pupilsBeyond.set(row, rational(own.pupils.n * pupilScale, own.pupils.d));
  if (rows.thresholdSets !== null) rows.thresholdSets[row] = set ?? 0;
  county.columns.forEach((place, column) => {
    const each = own.indicators[place];
    if (each === undefined) return;
    const held =
      each.kind === 'per-pupil' && set !== null && isJudgedByOne(each) && writeAmount(county, row, column, each.amount);
    if (!held) writeCertainties(county, row, column, own.pupils, each);
  });
}

/** Not where the bureau has yet to set the threshold, nor where it is not known which of several counts: no row could say so. */
function isJudgedByOne({ standard, decision, specialRules }: IndicatorAssessment): boolean {
  if (specialRules.some((each) => each.state === 'open')) return false;
  return standard !== null || decision.outcome === 'not-applicable';
}

function clearRow({ rows, columns, beyond, pupilsBeyond }: LoadedCounty, row: number): void {
  const { numbers, stride, splits, gaps, thresholdSets } = rows;
  numbers.fill(0, row * stride, (row + 1) * stride);
  for (const column of splits === null ? [] : [splits.mask, splits.weight, splits.whole]) column[row] = 0;
  if (gaps !== null) {
    const { open, missing, reached, notReached, aboveFloor, belowFloor } = gaps;
    for (const column of [open, missing, reached, notReached, aboveFloor, belowFloor]) column[row] = 0;
  }
  if (thresholdSets !== null) thresholdSets[row] = 0;
  pupilsBeyond.delete(row);
  if (beyond.size === 0) return;
  for (let column = 0; column < columns.length; column += 1) beyond.delete(row * columns.length + column);
}

/** The value as an integer at its scale, or null where a double does not hold it. */
function heldNumber(value: Rational, scale: bigint): number | null {
  const { n, d } = lowest(rational(value.n * scale, value.d));
  return d === 1n && n >= 0n && n <= largest ? Number(n) : null;
}

/** false = not known, or not to be held in a row. */
function writeAmount(county: LoadedCounty, row: number, column: number, amount: StageAmount): boolean {
  const { rows, scales } = county;
  const known = knownValue(amount.interval);
  const scale = scales[column] ?? 1n;
  if (known === null || amount.contradiction) return false;
  const total = knownValue(amount.total);
  const weights = amount.share === null ? null : wholeOf(county, amount.share);
  const held = heldNumber(amount.share === null ? known : (total ?? known), scale);
  if (held === null || rows.splits === null) return false;
  if (weights !== null) {
    rows.splits.mask[row] = (rows.splits.mask[row] ?? 0) | (1 << column);
    rows.splits.weight[row] = weights.own;
    rows.splits.whole[row] = weights.whole;
  } else if (amount.share !== null && !isZero(known)) {
    return false;
  }
  // Nothing of anything is nothing, even where it is not known how it is divided.
  rows.numbers[amountAt(rows, row, column)] = held;
  return true;
}

/** The stage's weight and the weighted pupils of the whole school, as integers. */
function wholeOf(
  county: LoadedCounty,
  share: NonNullable<StageAmount['share']>,
): { readonly own: number; readonly whole: number } | null {
  let whole: Rational = rational(0n, 1n);
  for (const { stage, pupils } of share.weights) {
    if (pupils === null) return null;
    whole = rational(whole.n * pupils.d + (county.weights.get(stage) ?? 0n) * pupils.n * whole.d, whole.d * pupils.d);
  }
  const own = heldNumber(rational(county.weights.get(share.stage) ?? 0n, 1n), 1n);
  const all = heldNumber(whole, county.pupilScale);
  return own === null || all === null || all === 0 ? null : { own, whole: all };
}

/** What was decided of an indicator that the row has no number of; a known amount per pupil goes `beyond`. */
function writeCertainties(
  { rows, columns, scales, pupilScale, beyond }: LoadedCounty,
  row: number,
  column: number,
  pupils: Rational | null,
  assessment: IndicatorAssessment,
): void {
  const { gaps } = rows;
  if (gaps === null) return;
  const { outcome, aboveFloor } = assessment.decision;
  // What is not asked is neither met nor below a floor.
  const isJudged = outcome !== 'not-applicable';
  const mark = (mask: Uint32Array, certain: boolean) => {
    if (certain) mask[row] = (mask[row] ?? 0) | (1 << column);
  };
  mark(gaps.missing, true);
  mark(gaps.reached, outcome === 'met');
  mark(gaps.notReached, outcome === 'unmet' || !isJudged);
  mark(gaps.aboveFloor, aboveFloor === true || !isJudged);
  mark(gaps.belowFloor, aboveFloor === false);
  if (assessment.kind !== 'per-pupil' || pupils === null) return;
  const { amount } = assessment;
  const known = amount.contradiction ? null : knownValue(amount.interval);
  if (known === null) return;
  beyond.set(row * columns.length + column, {
    amount: rational(known.n * (scales[column] ?? 1n), known.d),
    pupils: rational(pupils.n * pupilScale, pupils.d),
  });
}

/** The place of the thresholds this school-stage is judged by; null where no row can hold them. */
function thresholdSetFor(county: LoadedCounty, stage: number, own: SchoolStageAssessment): number | null {
  const rules = county.rules[stage];
  if (rules === undefined) return null;
  const pairs = county.columns.map((place, column) => thresholdsOf(county, column, own.indicators[place]));
  const key = pairs.map(({ reach, floor }) => `${spelt(reach)} ${spelt(floor)}`).join();
  const known = rules.known.get(key);
  if (known !== undefined) return known;
  if (rules.thresholdSets.length === mostThresholdSets) return null;
  try {
    rules.thresholdSets.push(thresholdSet(pairs));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  rules.known.set(key, rules.thresholdSets.length - 1);
  return rules.thresholdSets.length - 1;
}

function thresholdsOf(county: LoadedCounty, column: number, own: IndicatorAssessment | undefined): ThresholdPair {
  // Where the row has no number, only what is marked as certain counts: nothing is reached by being zero.
  if (own?.kind !== 'per-pupil' || own.standard === null) return { reach: one, floor: one };
  const { indexed, scales, pupilScale } = county;
  // From the indicator's unit to that of the row: value = factor * amount / pupils.
  const perUnit = divide(rational(scales[column] ?? 1n, pupilScale), own.indicator.factor);
  const least = (value: Rational) =>
    notNegative(multiply(effectiveThreshold(value, indexed.edition.rounding.indicators), perUnit));
  const floor = floorOf(own.standard);
  return { reach: least(own.standard.threshold), floor: floor === null ? null : least(floor) };
}

function spelt(value: Rational | null): string {
  return value === null ? '' : `${value.n}/${value.d}`;
}

function notNegative(value: Rational): Rational {
  return value.n < 0n ? rational(0n, 1n) : value;
}
