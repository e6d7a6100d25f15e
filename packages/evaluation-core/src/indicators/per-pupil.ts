import { distinctCells } from '../items/missing-cell.ts';
import { anyAmount, exactly, scaleInterval } from '../quantities/interval.ts';
import { divide } from '../quantities/rational.ts';
import type { IndexedPerPupil } from '../standards/indicator-index.ts';
import type { PerPupilMeasurement } from './measurement.ts';
import { stageAmount } from './stage-amount.ts';
import type { SchoolInStage } from './school-in-stage.ts';

/** value = multiplier * unitFactor * x / P. */
export function measurePerPupil(indicator: IndexedPerPupil, school: SchoolInStage): PerPupilMeasurement {
  const { pupils } = school;
  const amount = stageAmount(indicator.quantity, school);
  return {
    kind: 'per-pupil',
    indicator,
    amount,
    amounts: [amount],
    pupils,
    value: pupils === null ? anyAmount : scaleInterval(amount.interval, exactly(divide(indicator.factor, pupils))),
    missing: distinctCells(
      school.stagePupils.missing.length === 0 ? amount.missing : [...school.stagePupils.missing, ...amount.missing],
    ),
  };
}
