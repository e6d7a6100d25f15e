import { one, subtract } from '../quantities/rational.ts';
import { movedLimit } from '../quantities/rounding.ts';
import { toDouble } from '../quantities/double.ts';
import { decideCompositeCv } from '../rules/composite-cv.ts';
import type { CvSquareRange } from '../rules/composite-cv.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared } from '../statistics/weighted-moments.ts';
import { cvRange, doubt, exactMoments } from './county-cvs.ts';
import type { CvSums, StageGaps } from './county-cvs.ts';
import type { LoadedCounty } from './load-county.ts';
import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { sumOf } from './sum-tree.ts';

/** The mean of the CVs of a stage (综合差异系数) against its limit, as `rules/composite-cv.ts` decides it. */
export function decideComposite(
  county: LoadedCounty,
  stage: number,
  sums: readonly CvSums[],
  gaps: StageGaps,
): OutcomeCode {
  const { indexed, stages } = county;
  const limit = indexed.cvLimits.get(stages[stage] ?? '');
  if (limit === undefined || gaps.schools === 0 || sums.length === 0) return notApplicable;
  if (gaps.open > 0 || sums.some((own) => sumOf(own.amounts) === 0)) return undetermined;
  const policy = indexed.edition.rounding.cvs;
  const bound = toDouble(movedLimit(limit, policy).limit) * sums.length;
  let certainlyAtMost = 0;
  let certainlyAtLeast = 0;
  for (const own of sums) {
    const { least, greatest } = cvRange(county, own);
    certainlyAtMost += Math.sqrt(Math.max(0, greatest * (1 + doubt) - 1));
    certainlyAtLeast += Math.sqrt(Math.max(0, least * (1 - doubt) - 1));
  }
  // Far more than the roundings of the roots, of their sum and of the bound.
  const slack = doubt * (1 + bound);
  if (certainlyAtMost + slack < bound) return met;
  if (certainlyAtLeast - slack > bound) return unmet;
  const ranges = sums.map((own) => exactRange(county, own));
  const outcome = decideCompositeCv(ranges, limit, policy);
  return outcome === 'met' ? met : outcome === 'unmet' ? unmet : undetermined;
}

function exactRange(county: LoadedCounty, sums: CvSums): CvSquareRange | null {
  const { moments, missingPupils } = exactMoments(county, sums);
  if (missingPupils.length > 0) {
    const bounds = cvBoundsWithMissing(moments, missingPupils);
    return bounds === null ? null : { least: subtract(bounds.least, one), greatest: subtract(bounds.greatest, one) };
  }
  const value = onePlusCvSquared(moments);
  const square = value === null ? null : subtract(value, one);
  return square === null ? null : { least: square, greatest: square };
}
