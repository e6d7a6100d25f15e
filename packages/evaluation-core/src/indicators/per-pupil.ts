import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { anyAmount } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { divide, multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedIndicator } from '../standards/edition-index.ts';
import type { StageAmount } from './stage-amount.ts';

/** The value of one indicator of one school-stage, with everything it came from. */
export interface IndicatorMeasurement {
  readonly indicator: IndexedIndicator;
  readonly amount: StageAmount;
  /** > 0 where known */
  readonly pupils: Rational | null;
  readonly value: Interval;
  readonly missing: readonly MissingCell[];
}

/** value = multiplier * unitFactor * x / P. */
export function measurePerPupil(
  indicator: IndexedIndicator,
  amount: StageAmount,
  stagePupils: StagePupils,
  pupils: Rational | null,
): IndicatorMeasurement {
  return {
    indicator,
    amount,
    pupils,
    value: pupils === null ? anyAmount : perPupil(amount.interval, divide(indicator.factor, pupils)),
    missing: distinctCells([...stagePupils.missing, ...amount.missing]),
  };
}

function perPupil(amount: Interval, factor: Rational): Interval {
  return { low: multiply(amount.low, factor), high: amount.high === null ? null : multiply(amount.high, factor) };
}
