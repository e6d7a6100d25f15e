import { ownStage } from './amount.ts';
import type { Amount, Comparator } from './amount.ts';
import { amountItems } from './amount-parts.ts';
import { amountValue, knownAmount, unboundedAmount, unknownAmount } from './amount-value.ts';
import type { AmountSource } from './amount-value.ts';
import { compareAmounts } from './compare-amounts.ts';
import { cellKey } from './cells.ts';
import type { Cells, CellKey, StageId } from './cells.ts';
import type { ItemDefinition } from './item-definition.ts';
import { reportedAnswer } from './reported-answer.ts';
import { reportedNumber } from './reported-number.ts';

/** A condition on what a school reported about itself. */
export type Condition =
  | { readonly kind: 'choice-is'; readonly item: string; readonly anyOf: readonly string[] }
  | { readonly kind: 'flag-is'; readonly item: string; readonly value: 'yes' | 'no' }
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  /** A comparison of reported numbers: more than half of the pupils are migrant children. */
  | { readonly kind: 'number'; readonly left: Amount; readonly comparator: Comparator; readonly right: Amount };

/** The items of an edition by id: they say what can be read. */
export type Items = ReadonlyMap<string, ItemDefinition>;

/** Three-valued: `null` when a cell that is missing, or cannot be read, could still decide it. */
export type Truth = boolean | null;

/**
 * `stage`: the stage that is looked at, for numbers of the own stage; null = the whole school. `numbers`: where the numbers are read if
 * not in the cells themselves (a school with its campuses).
 */
export function truthOf(
  condition: Condition | null,
  items: Items,
  cells: Cells,
  stage: StageId | null = null,
  numbers: AmountSource | null = null,
): Truth {
  if (condition === null) return true;
  switch (condition.kind) {
    case 'choice-is': {
      const value = answerTo(condition.item, items, cells);
      return value === null ? null : condition.anyOf.includes(value);
    }
    case 'flag-is': {
      const value = answerTo(condition.item, items, cells);
      return value === null ? null : value === condition.value;
    }
    case 'all':
    case 'any': {
      // One that decides is enough: false of all, true of any.
      const deciding = condition.kind === 'any';
      let open = false;
      for (const each of condition.conditions) {
        const truth = truthOf(each, items, cells, stage, numbers);
        if (truth === deciding) return deciding;
        open ||= truth === null;
      }
      return open ? null : !deciding;
    }
    case 'not': {
      const truth = truthOf(condition.condition, items, cells, stage, numbers);
      return truth === null ? null : !truth;
    }
    case 'number': {
      const source = numbers ?? cellsSource(items, cells, stage);
      return compareAmounts(
        amountValue(condition.left, source),
        condition.comparator,
        amountValue(condition.right, source),
      );
    }
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}

function answerTo(id: string, items: Items, cells: Cells): string | null {
  const item = items.get(id);
  return item === undefined ? null : reportedAnswer(item, cells);
}

/** One record's own cells. What cannot be read is missing. A school does not know the county's totals. */
function cellsSource(items: Items, cells: Cells, stage: StageId | null): AmountSource {
  const cell = (key: CellKey) => ({ schoolId: '', key });
  return {
    stage,
    evaluationDate: null,
    number: (item, ofStage, yearsBack) => {
      const key = cellKey(item, ofStage, yearsBack);
      const definition = items.get(item);
      const value = definition === undefined ? null : reportedNumber(definition, cells, key);
      return value === null ? unknownAmount([cell(key)]) : knownAmount(value);
    },
    answer: (item) => ({ cell: cell(item), value: answerTo(item, items, cells) }),
    total: () => unboundedAmount,
  };
}

/** The cells a condition reads. */
export function conditionCells(condition: Condition | null, stage: StageId | null = null): readonly CellKey[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'choice-is':
    case 'flag-is':
      return [cellKey(condition.item, null)];
    case 'all':
    case 'any':
      return condition.conditions.flatMap((each) => conditionCells(each, stage));
    case 'not':
      return conditionCells(condition.condition, stage);
    case 'number':
      return [...amountItems(condition.left), ...amountItems(condition.right)].map((each) =>
        cellKey(each.item, each.stage === ownStage ? stage : each.stage, each.yearsBack),
      );
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}
