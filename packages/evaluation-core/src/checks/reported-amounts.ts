import { amountItems } from '../items/amount-parts.ts';
import {
  amountValue,
  knownAmount,
  onlyValue,
  unboundedAmount,
  unknownAmount,
  zeroAmount,
} from '../items/amount-value.ts';
import type { AmountSource } from '../items/amount-value.ts';
import { ownStage } from '../items/amount.ts';
import type { Amount } from '../items/amount.ts';
import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import { reportedAnswer } from '../items/reported-answer.ts';
import type { Rational } from '../quantities/rational.ts';
import { isReported, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

/**
 * What one report says, for amounts and conditions: a cell that is not asked of this school (the junior pupils of a primary school) is 0,
 * a cell that is asked and empty or unreadable is unknown.
 */
export function reportedAmounts(input: CheckInput, stage: StageId | null): AmountSource {
  const cell = (key: CellKey) => ({ schoolId: '', key });
  return {
    stage,
    evaluationDate: null,
    number: (item, ofStage, yearsBack) => {
      const key = cellKey(item, ofStage);
      if (yearsBack !== 0) return unboundedAmount;
      if (!input.allowed.has(key)) return zeroAmount;
      const value = numberIn(input, item, ofStage);
      return value === null ? unknownAmount([cell(key)]) : knownAmount(value);
    },
    answer: (item) => ({ cell: cell(item), value: answerIn(input, item) }),
    total: () => unboundedAmount,
  };
}

function answerIn({ indexed, cells }: CheckInput, id: string): string | null {
  const item = indexed.items.get(id);
  return item === undefined ? null : reportedAnswer(item, cells);
}

/** The amount, where everything it reads is reported. */
export function reportedAmount(input: CheckInput, amount: Amount, stage: StageId | null): Rational | null {
  return onlyValue(amountValue(amount, reportedAmounts(input, stage)));
}

/** The reported cells an amount reads; pupils last, because their number is checked by many and is seldom the one to mend. */
export function cellsOfAmount(input: CheckInput, amount: Amount, stage: StageId | null): readonly CellKey[] {
  const { pupilsItem } = input.indexed.edition;
  const keys = amountItems(amount).map((each) => ({
    pupils: each.item === pupilsItem,
    key: cellKey(each.item, each.stage === ownStage ? stage : each.stage, each.yearsBack),
  }));
  const ordered = [...keys.filter((each) => !each.pupils), ...keys.filter((each) => each.pupils)];
  return [...new Set(ordered.map((each) => each.key))].filter(
    (key) => input.allowed.has(key) && isReported(input, key),
  );
}
