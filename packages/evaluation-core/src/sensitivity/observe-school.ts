import { measureIndicator } from '../indicators/measure-indicator.ts';
import { thresholdsInForce } from '../indicators/thresholds-in-force.ts';
import { decimal } from '../quantities/decimal.ts';
import { knownValue } from '../quantities/interval.ts';
import { divide, multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold, movedLimit } from '../quantities/rounding.ts';
import { floorOf } from '../rules/threshold.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { comparatorOf } from '../standards/indicator-index.ts';
import { judgeIndicator } from '../verdicts/indicator.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { Notes } from './observation.ts';

/** Everything of a school-stage that a cell may change. */
export function noteSchoolStage(notes: Notes, own: SchoolStageAssessment): void {
  notes.say(own.stage, own.scope.state, own.empty, own.outcome === 'not-applicable');
  notes.number({ kind: 'pupils', stage: own.stage }, own.pupils);
  own.indicators.forEach((each, place) => noteIndicator(notes, own, place, each));
}

/** Only these indicators, of a school of which only their amounts can have changed. */
export function noteAmounts(
  notes: Notes,
  own: SchoolStageAssessment,
  unit: SchoolUnit,
  places: readonly number[],
): void {
  const school = { ...own, unit };
  notes.say(own.stage);
  notes.number({ kind: 'pupils', stage: own.stage }, own.pupils);
  for (const place of places) {
    const indicator = own.indexed.indicators[place];
    if (indicator === undefined) continue;
    noteIndicator(notes, own, place, judgeIndicator(school, measureIndicator(indicator, school)));
  }
}

function noteIndicator(notes: Notes, own: SchoolStageAssessment, place: number, each: IndicatorAssessment): void {
  const { outcome } = each.decision;
  if (each.kind === 'answer') {
    notes.say(place, outcome);
    return;
  }
  const limits = limitsOf(own, each);
  notes.say(
    place,
    outcome === 'not-applicable',
    each.kind === 'ratio' ? each.zeroDenominator : null,
    each.specialRules.map(({ rule, state }) => `${rule.id}/${state}`).join(),
    limits.length,
  );
  if (each.kind === 'per-pupil')
    notes.number(
      { kind: 'amount', stage: own.stage, place },
      each.amount.contradiction ? null : knownValue(each.amount.interval),
    );
  notes.number({ kind: 'compared', limits }, each.value.low);
  notes.number({ kind: 'compared', limits }, each.value.high);
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
