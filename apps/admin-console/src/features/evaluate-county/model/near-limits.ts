import type { CountyEvaluation, CvEvaluation, IndicatorEvaluation } from '@junheng/evaluation-core';
import { drawnNumber } from './closeup.ts';

/** A number that stands close to its limit on either side, or one whose rounding would say something else. */
export interface NearLimit {
  readonly of:
    | { readonly kind: 'coefficient'; readonly cv: CvEvaluation }
    | { readonly kind: 'indicator'; readonly indicator: IndicatorEvaluation };
  readonly stage: string;
  readonly indicatorId: string;
  /** Null for a coefficient. */
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly outcome: 'met' | 'unmet';
  readonly value: number;
  readonly limit: string;
  /** |value - limit| / limit. */
  readonly distance: number;
  /** Rounded as it is shown it would fall on the other side. */
  readonly boundary: boolean;
}

/** Two hundredths of the limit: about what a single teacher or classroom changes in a school of usual size. */
export const NEAR = 0.02;

/** The nearest first. Coefficients before indicators at the same distance: all schools hang on them. Distances are for the order, never for a decision. */
export function nearLimits(result: CountyEvaluation): readonly NearLimit[] {
  const coefficients = result.resourceAllocation.stages.flatMap(({ stage, cvs }) =>
    cvs.flatMap((cv) =>
      found({
        of: { kind: 'coefficient', cv },
        stage,
        indicatorId: cv.indicatorId,
        schoolId: null,
        schoolName: null,
        outcome: cv.outcome,
        value: cv.cv,
        limit: cv.limit,
        boundary: cv.boundary,
      }),
    ),
  );
  const indicators = result.schoolStages.flatMap((school) =>
    school.indicators.flatMap((indicator) =>
      found({
        of: { kind: 'indicator', indicator },
        stage: school.stage,
        indicatorId: indicator.indicatorId,
        schoolId: school.schoolId,
        schoolName: school.name,
        outcome: indicator.outcome,
        value: indicator.value,
        limit: indicator.threshold,
        boundary: indicator.boundary,
      }),
    ),
  );
  return [...coefficients, ...indicators].sort((a, b) => a.distance - b.distance);
}

function found(
  near: Omit<NearLimit, 'value' | 'distance' | 'outcome'> & {
    readonly value: number | null;
    readonly outcome: string;
  },
): readonly NearLimit[] {
  const limit = drawnNumber(near.limit);
  const { outcome, value } = near;
  if (value === null || limit === null || limit === 0 || (outcome !== 'met' && outcome !== 'unmet')) return [];
  const distance = Math.abs(value - limit) / limit;
  return near.boundary || distance <= NEAR ? [{ ...near, outcome, value, distance }] : [];
}
