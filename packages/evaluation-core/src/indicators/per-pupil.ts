import type { MissingCell, UndeterminedReason } from '../evaluation.ts';
import { distinctCells } from '../evaluation.ts';
import { anyAmount } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { divide, multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { decideThreshold } from '../rules/threshold.ts';
import type { ThresholdDecision } from '../rules/threshold.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition, IndexedIndicator } from '../standards/edition-index.ts';
import type { StageAmount } from './stage-amount.ts';

/** One indicator of one school-stage, with everything it came from. */
export interface IndicatorAssessment {
  readonly indicator: IndexedIndicator;
  readonly threshold: Rational | null;
  readonly amount: StageAmount;
  readonly pupils: Rational | null;
  readonly value: Interval;
  readonly decision: ThresholdDecision;
  readonly missing: readonly MissingCell[];
  readonly reason: UndeterminedReason | null;
}

/** value = multiplier * unitFactor * x / P. Pupils, where known, > 0. */
export function assessPerPupil(
  indexed: IndexedEdition,
  indicator: IndexedIndicator,
  amount: StageAmount,
  stagePupils: StagePupils,
  pupils: Rational | null,
): IndicatorAssessment {
  const value = pupils === null ? anyAmount : perPupil(amount.interval, indicator.factor, pupils);
  const threshold = indicator.thresholds.get(stagePupils.stage) ?? null;
  const { rounding, display } = indexed.edition;
  // An indicator without a threshold in this stage (an edition that only asks for its CV) cannot fail.
  const decision: ThresholdDecision =
    threshold === null
      ? { outcome: 'met', aboveFloor: true, boundary: false }
      : decideThreshold(value, threshold, indexed.floorShare, rounding.indicators, display.indicatorDecimals);
  const missing = distinctCells([...stagePupils.missing, ...amount.missing]);
  return {
    indicator,
    threshold,
    amount,
    pupils,
    value,
    decision,
    missing,
    reason:
      decision.outcome !== 'undetermined'
        ? null
        : missing.length === 0 && amount.contradiction
          ? 'negative-quantity'
          : 'missing-cells',
  };
}

function perPupil(amount: Interval, factor: Rational, pupils: Rational): Interval {
  const scale = divide(factor, pupils);
  return { low: multiply(amount.low, scale), high: amount.high === null ? null : multiply(amount.high, scale) };
}
