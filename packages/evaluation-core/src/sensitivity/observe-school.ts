import { measureIndicator } from '../indicators/measure-indicator.ts';
import type { IndicatorMeasurement } from '../indicators/measurement.ts';
import { thresholdsInForce } from '../indicators/thresholds-in-force.ts';
import { decimal } from '../quantities/decimal.ts';
import type { StageId } from '../items/cells.ts';
import { knownValue } from '../quantities/interval.ts';
import { divide, multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold, movedLimit } from '../quantities/rounding.ts';
import { floorOf } from '../rules/threshold.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { comparatorOf } from '../standards/indicator-index.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { Notes } from './observation.ts';

/** Everything of a school-stage that a cell may change. */
export function noteSchoolStage(notes: Notes, own: SchoolStageAssessment): void {
  notes.say(own.stage, own.scope.state, own.empty, own.outcome === 'not-applicable');
  notes.number({ kind: 'pupils', stage: own.stage }, own.pupils);
  own.indicators.forEach((each, place) => noteMeasured(notes, lookAt(own, place, each), each));
}

/** How an indicator of a school-stage is judged, whatever its value is. */
export interface IndicatorLook {
  readonly stage: StageId;
  readonly place: number;
  readonly judged: IndicatorAssessment;
  readonly limits: readonly Rational[];
}

/** Looks that stay the same as long as only amounts change. */
export function looksAt(own: SchoolStageAssessment, places: readonly number[]): readonly IndicatorLook[] {
  return places.flatMap((place) => {
    const each = own.indicators[place];
    return each === undefined ? [] : [lookAt(own, place, each)];
  });
}

function lookAt(own: SchoolStageAssessment, place: number, judged: IndicatorAssessment): IndicatorLook {
  return { stage: own.stage, place, judged, limits: judged.kind === 'answer' ? [] : limitsOf(own, judged) };
}

/** Only these indicators, of a school of which only their amounts can have changed. */
export function noteAmounts(
  notes: Notes,
  own: SchoolStageAssessment,
  unit: SchoolUnit,
  looks: readonly IndicatorLook[],
): void {
  const school = { ...own, unit };
  notes.say(own.stage);
  notes.number({ kind: 'pupils', stage: own.stage }, own.pupils);
  for (const look of looks) noteMeasured(notes, look, measureIndicator(look.judged.indicator, school));
}

function noteMeasured(
  notes: Notes,
  { stage, place, judged, limits }: IndicatorLook,
  measured: IndicatorMeasurement,
): void {
  const { outcome } = judged.decision;
  if (measured.kind === 'answer') {
    notes.say(place, outcome);
    return;
  }
  notes.say(
    place,
    outcome === 'not-applicable',
    measured.kind === 'ratio' ? measured.zeroDenominator : null,
    judged.specialRules.map(({ rule, state }) => `${rule.id}/${state}`).join(),
    limits.length,
  );
  if (measured.kind === 'per-pupil') {
    const { contradiction, interval } = measured.amount;
    notes.number({ kind: 'amount', stage, place }, contradiction ? null : knownValue(interval));
  }
  notes.number({ kind: 'compared', limits }, measured.value.low);
  notes.number({ kind: 'compared', limits }, measured.value.high);
}

/** Every number that the indicator's value is compared with: thresholds, floors, steps; as they are and as rounding moves them. */
function limitsOf(
  own: SchoolStageAssessment,
  each: Exclude<IndicatorAssessment, { kind: 'answer' }>,
): readonly Rational[] {
  const { indexed } = own;
  const { rounding, schoolRule } = indexed.edition;
  const comparator = comparatorOf(each.indicator);
  const steps = schoolRule?.kind === 'stepped-points' ? schoolRule.steps.map((step) => decimal(step.from)) : [];
  const possible = thresholdsInForce(each.indicator, { ...own, unit: own.unit })?.possible ?? [];
  return possible.flatMap(({ threshold }) => {
    if (threshold === null) return [];
    const floor = floorOf({ threshold, comparator, floorShare: indexed.floorShare });
    const ofSteps = steps.map((from) =>
      comparator === 'at-least' ? multiply(threshold, from) : divide(threshold, from),
    );
    return [threshold, ...(floor === null ? [] : [floor]), ...ofSteps].flatMap((limit) => [
      effectiveThreshold(limit, rounding.indicators),
      ...(rounding.indicators.kind === 'none' ? [] : [movedLimit(limit, rounding.indicators).limit]),
    ]);
  });
}
