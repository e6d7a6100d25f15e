import { distinctCells } from '../items/missing-cell.ts';
import { anyAmount, knownValue } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { divide, isZero, multiply, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { IndexedRatio } from '../standards/indicator-index.ts';
import type { RatioMeasurement } from './measurement.ts';
import { stageAmount } from './stage-amount.ts';
import type { SchoolInStage } from './school-in-stage.ts';

/** value = multiplier * numerator / denominator, both after splitting between stages. */
export function measureRatio(indicator: IndexedRatio, school: SchoolInStage): RatioMeasurement {
  const numerator = stageAmount(indicator.numerator, school);
  const denominator = stageAmount(indicator.denominator, school);
  const divisor = knownValue(denominator.interval);
  return {
    kind: 'ratio',
    indicator,
    numerator,
    denominator,
    amounts: [numerator, denominator],
    // Without the pupils of the stage its part of the school is not known.
    value: school.pupils === null ? anyAmount : ratio(numerator.interval, denominator.interval, indicator.factor),
    zeroDenominator: divisor === null ? (isZero(denominator.interval.low) ? null : false) : isZero(divisor),
    missing: distinctCells([...school.stagePupils.missing, ...numerator.missing, ...denominator.missing]),
  };
}

/** A denominator that may turn out to be zero leaves everything open: then there would be no value, and nothing may be decided before. */
function ratio(numerator: Interval, denominator: Interval, factor: Rational): Interval {
  if (isZero(denominator.low)) return anyAmount;
  return {
    low: denominator.high === null ? zero : multiply(factor, divide(numerator.low, denominator.high)),
    high: numerator.high === null ? null : multiply(factor, divide(numerator.high, denominator.low)),
  };
}
