import type {
  CountyEvaluation,
  CvEvaluation,
  IndicatorEvaluation,
  SchoolStageEvaluation,
} from '@junheng/evaluation-core';

/** Which indicator of which stage is looked at closely. */
export interface CloseupAddress {
  readonly stage: string;
  readonly indicatorId: string;
}

/** One school in one coefficient. */
export interface Contribution {
  readonly schoolId: string;
  readonly name: string;
  readonly pupils: number | null;
  /** Null where the school is no longer in the stage. */
  readonly indicator: IndicatorEvaluation | null;
  /** In [0, 1]. */
  readonly share: number;
  readonly side: 'above' | 'below';
}

export interface Spot {
  readonly school: SchoolStageEvaluation;
  readonly indicator: IndicatorEvaluation;
}

/** `primary.R1` in the address; what does not exist is as if it were not there. */
export function readCloseup(result: CountyEvaluation, text: string | null): CloseupAddress | null {
  const [stage = '', indicatorId = ''] = (text ?? '').split('.');
  const known = cvOf(result, { stage, indicatorId }) !== undefined;
  return known ? { stage, indicatorId } : worstCoefficient(result);
}

export function writeCloseup({ stage, indicatorId }: CloseupAddress): string {
  return `${stage}.${indicatorId}`;
}

/** The coefficient that stands worst beside its limit; where none is judged, the first. */
export function worstCoefficient(result: CountyEvaluation): CloseupAddress | null {
  const all = result.resourceAllocation.stages.flatMap(({ stage, cvs }) =>
    cvs.map((cv) => ({ stage, indicatorId: cv.indicatorId, strain: strainOf(cv) })),
  );
  const worst = [...all].sort((a, b) => b.strain - a.strain)[0];
  return worst === undefined ? null : { stage: worst.stage, indicatorId: worst.indicatorId };
}

function strainOf(cv: CvEvaluation): number {
  const limit = Number(cv.limit);
  return cv.cv === null || cv.limit === '' || limit === 0 ? 0 : cv.cv / limit;
}

export function cvOf(result: CountyEvaluation, { stage, indicatorId }: CloseupAddress): CvEvaluation | undefined {
  return result.resourceAllocation.stages
    .find((each) => each.stage === stage)
    ?.cvs.find((each) => each.indicatorId === indicatorId);
}

/** What each school does to the coefficient, the largest part first. */
export function contributionsOf(result: CountyEvaluation, address: CloseupAddress): readonly Contribution[] {
  const cv = cvOf(result, address);
  if (cv === undefined) return [];
  const spots = new Map(spotsOf(result, address).map((spot) => [spot.school.schoolId, spot]));
  return [...cv.contributions]
    .sort((a, b) => b.share - a.share)
    .map(({ schoolId, share }) => {
      const spot = spots.get(schoolId);
      const value = spot?.indicator.value ?? null;
      return {
        schoolId,
        name: spot?.school.name ?? schoolId,
        pupils: spot?.school.pupils ?? null,
        indicator: spot?.indicator ?? null,
        share,
        side: value !== null && cv.mean !== null && value < cv.mean ? 'below' : 'above',
      };
    });
}

/** Every school-stage of the stage with its value of the indicator. */
export function spotsOf(result: CountyEvaluation, { stage, indicatorId }: CloseupAddress): readonly Spot[] {
  return result.schoolStages
    .filter((school) => school.stage === stage)
    .flatMap((school) => {
      const indicator = school.indicators.find((each) => each.indicatorId === indicatorId);
      return indicator === undefined ? [] : [{ school, indicator }];
    });
}

/** A decimal or a fraction as a number to draw with; null where there is none. Never for a decision. */
export function drawnNumber(text: string): number | null {
  if (text === '') return null;
  const [numerator = '', denominator = '1'] = text.split('/');
  const value = Number(numerator) / Number(denominator);
  return Number.isFinite(value) ? value : null;
}
