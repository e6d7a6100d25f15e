import {
  shortfallOf,
  type CountyEvaluation,
  type CompositeCvEvaluation,
  type CvEvaluation,
  type Edition,
  type IndicatorEvaluation,
  type SchoolStageEvaluation,
  type Shortfall,
} from '@junheng/evaluation-core';
import { fractionOfNumber, roundedText } from './display-number.ts';
import { minus, readFraction } from './fraction.ts';

/** What keeps resource allocation (资源配置) from being met. */
export interface SchoolObstacle {
  readonly school: SchoolStageEvaluation;
  /** Unmet ones, those below the floor first. */
  readonly unmet: readonly { readonly indicator: IndicatorEvaluation; readonly shortfall: Shortfall | null }[];
  readonly undetermined: readonly IndicatorEvaluation[];
}

export interface CvObstacle {
  readonly stage: string;
  readonly cv: CvEvaluation;
  /** cv - limit for an unmet one, three decimals or as many as are needed to be more than zero. */
  readonly excess: string | null;
  /** The schools that drive it, largest share of the variance first. */
  readonly drivers: readonly { readonly schoolId: string; readonly name: string; readonly share: number }[];
}

/** Coefficients of one stage that are undetermined for the same reason. */
export interface OpenCvs {
  readonly stage: string;
  readonly reason: CvEvaluation['reason'];
  readonly cvs: readonly CvEvaluation[];
}

/** The mean of the coefficients of a stage (综合差异系数), not met or undetermined. */
export interface CompositeObstacle {
  readonly stage: string;
  readonly composite: CompositeCvEvaluation;
  /** By how much it is over the limit; null while it is undetermined. */
  readonly excess: string | null;
}

export interface Obstacles {
  readonly composites: readonly CompositeObstacle[];
  readonly unmetSchools: readonly SchoolObstacle[];
  readonly undeterminedSchools: readonly SchoolObstacle[];
  readonly unmetCvs: readonly CvObstacle[];
  readonly undeterminedCvs: readonly OpenCvs[];
}

const DRIVERS_NAMED = 3;

export function obstaclesOf(result: CountyEvaluation, edition: Edition): Obstacles {
  const schools = result.schoolStages.map((school) => schoolObstacle(school, edition));
  const names = new Map(result.schoolStages.map((school) => [school.schoolId, school.name]));
  const cvs = result.resourceAllocation.stages.flatMap((stage) =>
    stage.cvs.map((cv) => cvObstacle(stage.stage, cv, names)),
  );
  const depth = ({ school, unmet }: SchoolObstacle) =>
    school.unmetCount * 10 + unmet.filter((each) => each.indicator.aboveFloor === false).length;
  return {
    composites: result.resourceAllocation.stages.flatMap(({ stage, composite }) => {
      if (composite === null || (composite.outcome !== 'unmet' && composite.outcome !== 'undetermined')) return [];
      const excess = composite.outcome === 'unmet' ? excessOf(composite.value, composite.limit) : null;
      return [{ stage, composite, excess }];
    }),
    unmetSchools: schools
      .filter(({ school }) => school.outcome === 'unmet')
      .sort((a, b) => depth(b) - depth(a) || a.school.code.localeCompare(b.school.code)),
    undeterminedSchools: schools.filter(({ school }) => school.outcome === 'undetermined'),
    unmetCvs: cvs
      .filter(({ cv }) => cv.outcome === 'unmet')
      .sort((a, b) => Number(b.excess ?? 0) - Number(a.excess ?? 0)),
    undeterminedCvs: openCvs(result),
  };
}

function openCvs(result: CountyEvaluation): readonly OpenCvs[] {
  return result.resourceAllocation.stages.flatMap(({ stage, cvs }) => {
    const open = cvs.filter((cv) => cv.outcome === 'undetermined');
    const reasons = [...new Set(open.map((cv) => cv.reason))];
    return reasons.map((reason) => ({ stage, reason, cvs: open.filter((cv) => cv.reason === reason) }));
  });
}

function schoolObstacle(school: SchoolStageEvaluation, edition: Edition): SchoolObstacle {
  const floorRank = (indicator: IndicatorEvaluation) => (indicator.aboveFloor === false ? 0 : 1);
  return {
    school,
    unmet: school.indicators
      .filter((indicator) => indicator.outcome === 'unmet')
      .sort((a, b) => floorRank(a) - floorRank(b))
      .map((indicator) => ({ indicator, shortfall: shortfallOf(edition, indicator) })),
    undetermined: school.indicators.filter((indicator) => indicator.outcome === 'undetermined'),
  };
}

function cvObstacle(stage: string, cv: CvEvaluation, names: ReadonlyMap<string, string>): CvObstacle {
  return {
    stage,
    cv,
    excess: cv.outcome === 'unmet' ? excessOf(cv.cv, cv.limit) : null,
    drivers: [...cv.contributions]
      .sort((a, b) => b.share - a.share)
      .slice(0, DRIVERS_NAMED)
      .map((each) => ({ ...each, name: names.get(each.schoolId) ?? each.schoolId })),
  };
}

function excessOf(number: number | null, limitText: string): string | null {
  const value = number === null ? null : fractionOfNumber(number);
  const limit = readFraction(limitText);
  if (value === null || limit === null) return null;
  const excess = minus(value, limit);
  for (let digits = 3; digits <= 12; digits += 1) {
    const text = roundedText(excess, digits);
    if (/[1-9]/.test(text)) return text;
  }
  return null;
}
