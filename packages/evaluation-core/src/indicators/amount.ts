import { distinctCells } from '../items/missing-cell.ts';
import { anyAmount } from '../quantities/interval.ts';
import type { IndexedAmount } from '../standards/indicator-index.ts';
import type { AmountMeasurement } from './measurement.ts';
import type { SchoolInStage } from './school-in-stage.ts';
import { stageAmount } from './stage-amount.ts';

/** value = the amount itself, after splitting between stages. */
export function measureAmount(indicator: IndexedAmount, school: SchoolInStage): AmountMeasurement {
  const amount = stageAmount(indicator.quantity, school);
  return {
    kind: 'amount',
    indicator,
    amount,
    amounts: [amount],
    // Without the pupils of the stage its part of the school is not known.
    value: school.pupils === null ? anyAmount : amount.interval,
    missing: distinctCells([...school.stagePupils.missing, ...amount.missing]),
  };
}
