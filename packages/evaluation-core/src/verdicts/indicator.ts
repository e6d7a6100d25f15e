import type { UndeterminedReason } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { IndicatorMeasurement } from '../indicators/per-pupil.ts';
import type { Rational } from '../quantities/rational.ts';
import { decideThreshold } from '../rules/threshold.ts';
import type { ThresholdDecision } from '../rules/threshold.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';

/** One indicator of one school-stage, judged. */
export interface IndicatorAssessment extends IndicatorMeasurement {
  readonly threshold: Rational | null;
  readonly decision: ThresholdDecision;
  readonly reason: UndeterminedReason | null;
}

export function judgeIndicator(
  indexed: IndexedEdition,
  stage: StageId,
  measurement: IndicatorMeasurement,
): IndicatorAssessment {
  const threshold = measurement.indicator.thresholds.get(stage) ?? null;
  const { rounding, display } = indexed.edition;
  // An indicator without a threshold in this stage (an edition that only asks for its CV) cannot fail.
  const decision: ThresholdDecision =
    threshold === null
      ? { outcome: 'met', aboveFloor: true, boundary: false }
      : decideThreshold(
          measurement.value,
          threshold,
          indexed.floorShare,
          rounding.indicators,
          display.indicatorDecimals,
        );
  return { ...measurement, threshold, decision, reason: reasonOf(measurement, decision) };
}

function reasonOf({ missing, amount }: IndicatorMeasurement, decision: ThresholdDecision): UndeterminedReason | null {
  if (decision.outcome !== 'undetermined') return null;
  return missing.length === 0 && amount.contradiction ? 'negative-quantity' : 'missing-cells';
}
