import type { UndeterminedReason } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { one, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { mainReason } from '../rules/rule-decision.ts';
import { decideCompositeCv, isCompositeBoundary } from '../rules/composite-cv.ts';
import type { CvSquareRange } from '../rules/composite-cv.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared } from '../statistics/weighted-moments.ts';
import type { CvAssessment } from './cv.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

/** The mean of the CVs of a stage (综合差异系数), judged. */
export interface CompositeAssessment {
  readonly stage: StageId;
  readonly limit: Rational | null;
  readonly limitText: string;
  readonly cvs: readonly CvAssessment[];
  /** CV^2 of each, of what is known; null where some CV does not exist. */
  readonly squares: readonly Rational[] | null;
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly boundary: boolean;
  readonly reason: UndeterminedReason | null;
}

export function assessComposite(
  indexed: IndexedEdition,
  stage: StageId,
  schoolStages: readonly SchoolStageAssessment[],
  cvs: readonly CvAssessment[],
): CompositeAssessment {
  const limit = indexed.cvLimits.get(stage) ?? null;
  const { rounding, display, balanceRule } = indexed.edition;
  const known = cvs.flatMap((cv) => squareOf(cv) ?? []);
  const squares = cvs.length > 0 && known.length === cvs.length ? known : null;
  const applies = schoolStages.length > 0 && limit !== null;
  const outcome = applies ? decideCompositeCv(cvs.map(rangeOf), limit, rounding.cvs) : 'not-applicable';
  return {
    stage,
    limit,
    limitText: balanceRule?.limits[stage] ?? '',
    cvs,
    squares,
    outcome,
    provisional: cvs.some((cv) => cv.provisional),
    boundary:
      applies && squares !== null && isCompositeBoundary(squares, limit, rounding.cvs, display.cvBoundaryDecimals),
    reason: outcome === 'undetermined' ? mainReason(cvs.map((cv) => cv.reason)) : null,
  };
}

function squareOf({ moments, terms }: CvAssessment): Rational | null {
  const value = terms.length === 0 ? null : onePlusCvSquared(moments);
  return value === null ? null : subtract(value, one);
}

/** Null where the CV may not exist, or nothing is known of it. */
function rangeOf(cv: CvAssessment): CvSquareRange | null {
  if (cv.open) return null;
  if (cv.missingPupils.length > 0) {
    const bounds = cvBoundsWithMissing(cv.moments, cv.missingPupils);
    return bounds === null ? null : { least: subtract(bounds.least, one), greatest: subtract(bounds.greatest, one) };
  }
  const square = squareOf(cv);
  return square === null ? null : { least: square, greatest: square };
}
