import { rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { squaredLimit, withinSquaredLimit } from '../quantities/rounding.ts';
import type { SquaredLimit } from '../quantities/rounding.ts';
import { toDouble } from '../quantities/double.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared, weightedMoments } from '../statistics/weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from '../statistics/weighted-moments.ts';
import type { LoadedCounty } from './load-county.ts';
import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { newSumTree, setTerm, sumOf, termOf } from './sum-tree.ts';
import type { SumTree } from './sum-tree.ts';

/** The sums behind one CV (差异系数) of a loaded county, which follow a change of one school in a few steps. */
export interface CvSums {
  readonly stage: number;
  readonly column: number;
  /** Null = not judged by itself in this stage. */
  readonly limit: ExactLimit | null;
  /** P, x and x^2 / P by unit; 0 where the school has no part in it. */
  readonly pupils: SumTree;
  readonly amounts: SumTree;
  readonly squares: SumTree;
}

interface ExactLimit {
  readonly squared: SquaredLimit;
  /** 1 + L^2, nearest double. */
  readonly double: number;
}

export function newCvSums(county: LoadedCounty, stage: number, column: number): CvSums {
  const { indexed, stages, units } = county;
  const { balanceRule, rounding } = indexed.edition;
  const limit = balanceRule?.kind === 'cv-limit' ? indexed.cvLimits.get(stages[stage] ?? '') : undefined;
  const squared = limit === undefined ? null : squaredLimit(limit, rounding.cvs);
  return {
    stage,
    column,
    limit: squared === null ? null : { squared, double: toDouble(squared.bound) },
    pupils: newSumTree(units.length),
    amounts: newSumTree(units.length),
    squares: newSumTree(units.length),
  };
}

/** Takes over what the row of this unit says. */
export function updateCvTerm(county: LoadedCounty, sums: CvSums, unit: number): void {
  const { numbers, stride, splits, gaps } = county.rows;
  const { stage, column } = sums;
  const row = stage * county.units.length + unit;
  let pupils = numbers[row * stride] ?? 0;
  let amount = numbers[row * stride + 1 + column] ?? 0;
  const bit = 1 << column;
  if (gaps !== null && (gaps.open[row] === 1 || ((gaps.missing[row] ?? 0) & bit) !== 0)) {
    const term = county.beyond.get(row * county.columns.length + column);
    pupils = term === undefined ? 0 : toDouble(term.pupils);
    amount = term === undefined ? 0 : toDouble(term.amount);
  } else if (splits !== null && ((splits.mask[row] ?? 0) & bit) !== 0) {
    amount = (amount * (splits.weight[row] ?? 0) * pupils) / (splits.whole[row] ?? 0);
  }
  setTerm(sums.pupils, unit, pupils);
  setTerm(sums.amounts, unit, amount);
  setTerm(sums.squares, unit, pupils === 0 ? 0 : (amount * amount) / pupils);
}

/** What is missing in a stage: what the CV must be decided without. */
export interface StageGaps {
  /** Rows with pupils, or open. */
  readonly schools: number;
  /** Rows of which nothing is known. */
  readonly open: number;
  /** Rows whose amount is missing. */
  readonly missing: number;
}

/**
 * The doubles decide where they are further from the limit than twice this share of either. Each term has at most 3 roundings in x, 1 in P, so 9 in x^2/P
 * (2 * 3 + 1, one product, one division); a tree of 2^d terms adds d. P Q / X^2 has then, as (1 + t_a)/(1 + t_b) = 1 + t_(a+2b) (Higham, Lemma
 * 3.3), at most (1 + d) + (9 + d) + 1 + 2 (2 (3 + d) + 1) + 1 = 26 + 6d roundings; the least CV with amounts missing,
 * P Q / (X^2 + M Q), at most 37 + 6d. With d <= 31 that is below 2^8 roundings of 2^-53, hence below 2^-44 with what the limit and the comparison add.
 */
export const doubt = 2 ** -44;

/** As `rules/cv-limit.ts` decides it. */
export function decideCvSums(county: LoadedCounty, sums: CvSums, gaps: StageGaps): OutcomeCode {
  const { limit } = sums;
  if (limit === null || gaps.schools === 0) return notApplicable;
  if (gaps.open > 0) return undetermined;
  const total = sumOf(sums.amounts);
  // Terms are not negative and do not underflow: the sum is zero only where each is.
  if (total === 0) return undetermined;
  if (gaps.missing > 0) return decideWithMissing(county, sums, limit);
  const side = sideOf((sumOf(sums.pupils) * sumOf(sums.squares)) / (total * total), limit.double);
  if (side !== null) return side < 0 ? met : unmet;
  const exact = onePlusCvSquared(exactMoments(county, sums).moments);
  if (exact === null) return undetermined;
  return withinSquaredLimit(exact, limit.squared) ? met : unmet;
}

/** Below the limit, above it, or too close to tell. */
function sideOf(value: number, limit: number): -1 | 1 | null {
  if (Math.abs(value - limit) <= doubt * (value + limit)) return null;
  return value < limit ? -1 : 1;
}

function decideWithMissing(county: LoadedCounty, sums: CvSums, limit: ExactLimit): OutcomeCode {
  const range = cvRange(county, sums);
  const greatest = sideOf(range.greatest, limit.double);
  const least = sideOf(range.least, limit.double);
  if (greatest === -1) return met;
  if (least === 1) return unmet;
  if (greatest === 1 && least === -1) return undetermined;
  const { moments, missingPupils } = exactMoments(county, sums);
  const bounds = cvBoundsWithMissing(moments, missingPupils);
  if (bounds === null) return undetermined;
  if (withinSquaredLimit(bounds.greatest, limit.squared)) return met;
  return withinSquaredLimit(bounds.least, limit.squared) ? undetermined : unmet;
}

/** Bounds of 1 + CV^2 over all that the missing amounts could be (`statistics/cv-bounds.ts`), each within `doubt` of itself. */
export function cvRange(county: LoadedCounty, sums: CvSums): { readonly least: number; readonly greatest: number } {
  const total = sumOf(sums.amounts);
  const squares = sumOf(sums.squares);
  let missing = 0;
  let smallest = Infinity;
  forEachMissing(county, sums, (pupils) => {
    const double = toDouble(pupils);
    missing += double;
    smallest = Math.min(smallest, double);
  });
  const all = sumOf(sums.pupils) + missing;
  return {
    least: (all * squares) / (total * total + missing * squares),
    greatest: Math.max((all * squares) / (total * total), all / smallest),
  };
}

function forEachMissing(county: LoadedCounty, { stage, column }: CvSums, take: (pupils: Rational) => void): void {
  const { numbers, stride, gaps } = county.rows;
  if (gaps === null) return;
  const bit = 1 << column;
  const from = stage * county.units.length;
  for (let row = from; row < from + county.units.length; row += 1) {
    if (((gaps.missing[row] ?? 0) & bit) === 0 || county.beyond.has(row * county.columns.length + column)) continue;
    take(county.pupilsBeyond.get(row) ?? rational(BigInt(numbers[row * stride] ?? 0), 1n));
  }
}

export interface ExactMoments {
  readonly moments: WeightedMoments;
  readonly missingPupils: readonly Rational[];
}

/** The terms as they are, in big integers, at the scales of the county. */
export function exactMoments(county: LoadedCounty, sums: CvSums): ExactMoments {
  const terms: WeightedTerm[] = [];
  for (let unit = 0; unit < county.units.length; unit += 1) {
    const term = exactTerm(county, sums, unit);
    if (term !== null) terms.push(term);
  }
  const missingPupils: Rational[] = [];
  forEachMissing(county, sums, (pupils) => missingPupils.push(pupils));
  return { moments: weightedMoments(terms), missingPupils };
}

/** Null where the school has no part in this CV, or what it has is not known. */
export function exactTerm(county: LoadedCounty, { stage, column }: CvSums, unit: number): WeightedTerm | null {
  const { numbers, stride, splits, gaps } = county.rows;
  const row = stage * county.units.length + unit;
  const bit = 1 << column;
  if (gaps !== null && (gaps.open[row] === 1 || ((gaps.missing[row] ?? 0) & bit) !== 0))
    return county.beyond.get(row * county.columns.length + column) ?? null;
  const pupils = BigInt(numbers[row * stride] ?? 0);
  if (pupils === 0n) return null;
  const amount = BigInt(numbers[row * stride + 1 + column] ?? 0);
  const divided = splits !== null && ((splits.mask[row] ?? 0) & bit) !== 0;
  return {
    pupils: rational(pupils, 1n),
    amount: divided
      ? rational(amount * BigInt(splits.weight[row] ?? 0) * pupils, BigInt(splits.whole[row] ?? 0))
      : rational(amount, 1n),
  };
}

export interface CvNumbers {
  /** In the units of the rows; null where nothing is known. */
  readonly mean: number | null;
  /** Null where the mean is zero or does not exist. */
  readonly cv: number | null;
}

/** The CV of what is known. */
export function cvNumbers(county: LoadedCounty, sums: CvSums): CvNumbers {
  const pupils = sumOf(sums.pupils);
  if (pupils === 0) return { mean: null, cv: null };
  const total = sumOf(sums.amounts);
  const mean = total / pupils;
  if (mean === 0) return { mean, cv: null };
  const square = (pupils * sumOf(sums.squares)) / (total * total) - 1;
  return { mean, cv: square >= plain ? Math.sqrt(square) : cvByDeviations(county, sums, mean, pupils) };
}

/** From here on CV^2 may be taken from the sums: subtracting 1 costs at most two digits. */
const plain = 0.01;

function cvByDeviations(county: LoadedCounty, sums: CvSums, mean: number, pupils: number): number {
  let squares = 0;
  for (let unit = 0; unit < county.units.length; unit += 1) {
    const own = termOf(sums.pupils, unit);
    if (own === 0) continue;
    const deviation = termOf(sums.amounts, unit) - mean * own;
    squares += (deviation * deviation) / own;
  }
  return Math.sqrt(squares / pupils) / mean;
}
