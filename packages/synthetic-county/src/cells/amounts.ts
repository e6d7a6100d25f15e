import { ImpossibleCountyError } from '../impossible-county.ts';
import { decimal } from '../decimals.ts';
import { neededPerWeightedPupil, thresholds, weightedHundredths } from '../indicators.ts';
import type { EvaluatedStage, IndicatorId } from '../indicators.ts';
import type { SchoolPlan, Year } from '../school-plan.ts';

/** Smallest units of an amount: 0.01 m2 (R4, R5), 0.01 yuan (R6). */
const unitsPerOne = 100;

/** Heads of a teacher indicator: enough for the school's level, and at least the standard. */
export function teacherCount(
  plan: SchoolPlan,
  year: Year,
  stage: EvaluatedStage,
  indicator: 'R1' | 'R2' | 'R3',
): number {
  const needed = (at: Year): number =>
    Math.ceil((plan.levels[indicator] * thresholds[indicator][stage] * plan.pupils[at][stage]) / 100 - 1e-9);
  return year === 'last-year' ? needed(year) : Math.max(needed(year), needed('last-year'));
}

/** R4 to R6 of the whole school, in smallest units. Buildings and equipment do not shrink from one year to the next. */
export function facilityUnits(plan: SchoolPlan, year: Year, indicator: 'R4' | 'R5' | 'R6'): number {
  const fixed = plan.fixed[year][indicator];
  if (fixed !== undefined) return exact((fixed.tenths * weightedHundredths(plan.pupils[year])) / 10) + fixed.units;
  const atFloor = plan.atFloor[year].find((each) => each.indicator === indicator);
  if (atFloor !== undefined) {
    const { primary, junior } = plan.pupils[year];
    return exact((atFloor.perPupil * (primary + junior)) / 10) - atFloor.lessUnits;
  }
  const needed = Math.ceil((plan.levels[indicator] * needOf(plan, year, indicator) * unitsPerOne) / 10) * 10;
  return year === 'last-year' ? needed : Math.max(needed, facilityUnits(plan, 'last-year', indicator));
}

/** Networked multimedia classrooms of the whole school. */
export function multimediaRooms(plan: SchoolPlan, year: Year): number {
  const needed = (at: Year): number => Math.ceil((plan.levels.R7 * needOf(plan, at, 'R7')) / 100 - 1e-9);
  return year === 'last-year' ? needed(year) : Math.max(needed(year), needed('last-year'));
}

export const squareMetres = (units: number): string => decimal(units, 2);
/** 0.01 yuan = 0.000001 万元 */
export const tenThousandYuan = (units: number): string => decimal(units, 6);

function needOf(plan: SchoolPlan, year: Year, indicator: IndicatorId): number {
  const pupils = plan.pupils[year];
  return (neededPerWeightedPupil(indicator, pupils) * weightedHundredths(pupils)) / 100;
}

/** A planted amount must come out even, otherwise the plant would not stand where it was put. */
function exact(units: number): number {
  if (!Number.isInteger(units)) throw new ImpossibleCountyError(`a planted amount falls between two units: ${units}`);
  return units;
}
