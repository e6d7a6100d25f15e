import type { UndeterminedReason } from '../evaluation.ts';
import { isContradictory } from '../indicators/measurement.ts';
import type { AnswerMeasurement, IndicatorMeasurement } from '../indicators/measurement.ts';
import type { SchoolInStage } from '../indicators/school-in-stage.ts';
import type { Outcome } from '../outcome.ts';
import type { Rational } from '../quantities/rational.ts';
import { decideThreshold } from '../rules/threshold.ts';
import type { Standard } from '../rules/threshold.ts';
import { comparatorOf } from '../standards/indicator-index.ts';

/** One indicator of one school-stage, judged. */
export type IndicatorAssessment = IndicatorMeasurement & Judgement;

interface Judgement {
  /** Null where there is none: an answer, an indicator that is not judged here, a threshold that the bureau has yet to set. */
  readonly standard: Standard | null;
  readonly decision: IndicatorDecision;
  readonly reason: UndeterminedReason | null;
}

export interface IndicatorDecision {
  /** `not-applicable`: not judged in this stage, or not asked of this school. */
  readonly outcome: Outcome;
  /** null = cannot tell, or not applicable */
  readonly aboveFloor: boolean | null;
  readonly boundary: boolean;
}

const notJudged: IndicatorDecision = { outcome: 'not-applicable', aboveFloor: null, boundary: false };
const open: IndicatorDecision = { outcome: 'undetermined', aboveFloor: null, boundary: false };

export function judgeIndicator(school: SchoolInStage, measurement: IndicatorMeasurement): IndicatorAssessment {
  if (measurement.kind === 'answer') {
    const decision = judgeAnswer(measurement);
    return {
      ...measurement,
      standard: null,
      decision,
      reason: decision.outcome === 'undetermined' ? 'missing-cells' : null,
    };
  }
  const { indexed, stage } = school;
  const threshold = measurement.indicator.thresholds.get(stage);
  if (threshold === undefined) return { ...measurement, standard: null, decision: notJudged, reason: null };
  if (threshold === null) return { ...measurement, standard: null, decision: open, reason: 'to-be-set' };
  const standard = standardOf(measurement.indicator, threshold, indexed.floorShare);
  const { rounding, display } = indexed.edition;
  // A ratio that has or may have no value is not decided by anything.
  const decision =
    measurement.kind === 'ratio' && measurement.zeroDenominator !== false
      ? open
      : decideThreshold(measurement.value, standard, rounding.indicators, display.indicatorDecimals);
  return {
    ...measurement,
    standard,
    decision,
    reason: decision.outcome === 'undetermined' ? reasonOf(measurement) : null,
  };
}

function standardOf(
  indicator: Parameters<typeof comparatorOf>[0],
  threshold: Rational,
  floorShare: Rational | null,
): Standard {
  return { threshold, comparator: comparatorOf(indicator), floorShare };
}

/** Why the value is not known. */
function reasonOf(measurement: IndicatorMeasurement): UndeterminedReason {
  if (measurement.kind === 'ratio' && measurement.zeroDenominator === true) return 'zero-denominator';
  return measurement.missing.length === 0 && isContradictory(measurement) ? 'negative-quantity' : 'missing-cells';
}

/** An answer has no floor: one that does not hold is unmet, and not below anything. */
function judgeAnswer({ answers }: AnswerMeasurement): IndicatorDecision {
  if (answers.length === 0) return notJudged;
  const truths = answers.map((answer) => answer.holds);
  if (truths.includes(false)) return { outcome: 'unmet', aboveFloor: true, boundary: false };
  if (truths.includes(null)) return { ...open, aboveFloor: true };
  return { outcome: 'met', aboveFloor: true, boundary: false };
}
