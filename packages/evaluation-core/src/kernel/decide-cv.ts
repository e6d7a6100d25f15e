import { rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { withinSquaredLimit } from '../quantities/rounding.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared, weightedMoments } from '../statistics/weighted-moments.ts';
import type { WeightedMoments } from '../statistics/weighted-moments.ts';
import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import { squaredCvLimit } from './stage-rules.ts';
import type { CvLimit, StageRules } from './stage-rules.ts';
import { sumStage } from './sum-stage.ts';
import type { StageSums } from './sum-stage.ts';

/**
 * How far the computed CV of n school-stages may lie from the exact one.
 *
 * Standard model (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 2.2 and 3.1): fl(a op b) = (a op b)(1 + d), |d| <= u = 2^-53,
 * the same for sqrt; a product of k such factors or their inverses is 1 + t_k with |t_k| <= g_k = ku / (1 - ku), and (1 + t_j) / (1 + t_k) is
 * 1 + t_(j+2k) at worst (Lemma 3.3). Nothing here underflows: pupils and amounts are integers up to 2^53 or their quotients. All sums have terms >= 0
 * and keep relative errors; the pupils and amounts are exact.
 *
 * Write |v| for the norm sqrt(sum v_i^2 / P_i), m = X / P_N, e_i = x_i - m P_i, c = CV; then |e| = c X / sqrt(P_N), |(P_i)| = sqrt(P_N),
 * |x| = sqrt(Q) = sqrt(1 + c^2) X / sqrt(P_N) <= (1 + c) X / sqrt(P_N).
 *   amounts    x'_i = x_i (1 + t_3): three roundings where split, none otherwise
 *   sums       X' = X (1 + t_(n+2)), P' = P_N (1 + t_(n-1)); both exact where nothing is split and they stay below 2^53
 *   mean       m' = m (1 + t_(2n+2))
 *   deviations y_i = (x'_i - m' P_i (1 + d)) (1 + d') = z_i (1 + d'), z_i = e_i + x_i t_3 - m P_i t_(2n+3)
 *              so | |z| - |e| | <= g_3 |x| + g_(2n+3) m |(P_i)|, that is |z| = c' X / sqrt(P_N) with |c' - c| <= g_3 (1 + c) + g_(2n+3)
 *   S' = sum y_i y_i (1/P_i) = |z|^2 (1 + t_(n+4)):  2 from d', 1 square, 1 inverse, 1 product, n - 1 additions
 *   cv = fl(sqrt(S' (1/P')) / m') = c' (1 + t_(7n+10)): n + 4, 2(n - 1) + 2 under the root (which would halve them), 1 root, 2(2n + 2) + 1 division
 * Together |cv - c| <= (2n + 6) u + (7n + 13) u c to first order. 8(n + 16) u (1 + cv) exceeds that by more than (n + 100) u (1 + cv), which covers
 * the terms of second order (at most 8nu times those of first order, and 8nu <= 2^-19 for every n < 2^31), the error u of the limit as a
 * double, and the roundings of this expression and of the comparison.
 */
export function cvErrorBound(cv: number, schoolStages: number): number {
  return cvErrorSlack * (schoolStages + 16) * (1 + cv);
}

/** 8 u */
export const cvErrorSlack = 2 ** -50;

/** CV against its limit in one county-stage, exactly as `rules/cv-limit.ts` decides it: by doubles where their error cannot matter. */
export function decideCv(
  rows: SchoolStageRows,
  rules: StageRules,
  countyStage: number,
  indicator: number,
  sums: StageSums = sumStage(rows, countyStage, indicator),
): OutcomeCode {
  const limit = rules.cvLimits[indicator] ?? null;
  if (limit === null || (sums.entered === 0 && sums.missing === 0 && !sums.open)) return notApplicable;
  if (sums.open || sums.total === 0) return undetermined;
  if (sums.missing > 0) return decideWithMissing(rows, countyStage, indicator, limit);
  return cvSide(sums.cv, sums.entered, limit) ?? exactCvOutcome(rows, countyStage, indicator, limit);
}

/** The side of the limit on which a CV lies, or null where the doubles cannot tell. */
export function cvSide(cv: number, schoolStages: number, limit: CvLimit): OutcomeCode | null {
  const at = limit.numerator / limit.denominator;
  const error = cvErrorBound(cv, schoolStages);
  if (cv + error < at) return met;
  return cv - error > at ? unmet : null;
}

/** The same in big integers. Sums of rationals are exact, so the order of the rows is of no account. */
export function exactCvOutcome(
  rows: SchoolStageRows,
  countyStage: number,
  indicator: number,
  limit: CvLimit,
): OutcomeCode {
  const value = onePlusCvSquared(exactMoments(rows, countyStage, indicator).moments);
  if (value === null) return undetermined;
  return withinSquaredLimit(value, squaredCvLimit(limit)) ? met : unmet;
}

function decideWithMissing(rows: SchoolStageRows, countyStage: number, indicator: number, limit: CvLimit): OutcomeCode {
  const { moments, missingPupils } = exactMoments(rows, countyStage, indicator);
  const bounds = cvBoundsWithMissing(moments, missingPupils);
  if (bounds === null) return undetermined;
  const test = squaredCvLimit(limit);
  if (withinSquaredLimit(bounds.greatest, test)) return met;
  return withinSquaredLimit(bounds.least, test) ? undetermined : unmet;
}

function exactMoments(
  rows: SchoolStageRows,
  countyStage: number,
  indicator: number,
): { readonly moments: WeightedMoments; readonly missingPupils: readonly Rational[] } {
  const { numbers, offsets, gaps, splits, stride } = rows;
  const bit = 1 << indicator;
  const terms: { readonly amount: Rational; readonly pupils: Rational }[] = [];
  const missingPupils: Rational[] = [];
  const to = offsets[countyStage + 1] ?? 0;
  for (let row = offsets[countyStage] ?? 0; row < to; row += 1) {
    const own = BigInt(numbers[row * stride] ?? 0);
    if (own === 0n || (gaps !== null && gaps.open[row] === 1)) continue;
    const pupils = rational(own, 1n);
    if (gaps !== null && ((gaps.missing[row] ?? 0) & bit) !== 0) {
      missingPupils.push(pupils);
      continue;
    }
    const amount = BigInt(numbers[row * stride + 1 + indicator] ?? 0);
    const divided = splits !== null && ((splits.mask[row] ?? 0) & bit) !== 0;
    terms.push({
      amount: divided
        ? rational(amount * BigInt(splits.weight[row] ?? 0) * own, BigInt(splits.whole[row] ?? 0))
        : rational(amount, 1n),
      pupils,
    });
  }
  return { moments: weightedMoments(terms), missingPupils };
}
