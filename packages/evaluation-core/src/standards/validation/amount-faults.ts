import { ownStage } from '../../items/amount.ts';
import type { Amount } from '../../items/amount.ts';
import { cellKey } from '../../items/cells.ts';
import type { Condition } from '../../items/condition.ts';
import type { ItemDefinition } from '../../items/item-definition.ts';
import type { EditionFault } from './edition-fault.ts';
import { answersOf } from './look-up.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, isAbove, stageFaults } from './number-faults.ts';

/** Whose cells an amount reads. */
export type Unit = 'county' | 'school' | 'school-stage';

export function amountFaults(look: LookUp, where: string, unit: Unit, amount: Amount): readonly EditionFault[] {
  switch (amount.kind) {
    case 'constant':
      return decimalFaults(where, [amount.value]);
    case 'by-stage':
      return [
        ...decimalFaults(where, Object.values(amount.values)),
        ...stageFaults(look, where, Object.keys(amount.values)),
        ...(unit === 'school-stage' ? [] : [{ where, fault: 'wrong-level', what: 'by-stage' } as const]),
      ];
    case 'by-choice':
      return [
        ...decimalFaults(where, [
          ...Object.values(amount.values),
          ...(amount.otherwise === null ? [] : [amount.otherwise]),
        ]),
        ...choiceFaults(where, amount.item, itemOf(look, unit, amount.item), Object.keys(amount.values)),
      ];
    case 'setting':
      return settingFaults(where, amount);
    case 'years-since': {
      const item = itemOf(look, unit, amount.item);
      if (item === undefined) return [{ where, fault: 'unknown-item', what: amount.item }];
      return item.value.kind === 'date' ? [] : [{ where, fault: 'wrong-level', what: amount.item }];
    }
    case 'item':
      return itemFaults(look, where, unit, amount);
    case 'sum':
    case 'product':
    case 'larger':
    case 'smaller':
      return amount.of.length === 0
        ? [{ where, fault: 'unreachable', what: amount.kind }]
        : amount.of.flatMap((each) => amountFaults(look, where, unit, each));
    case 'difference':
      return [amount.of, amount.minus].flatMap((each) => amountFaults(look, where, unit, each));
    case 'quotient':
      return [amount.of, amount.by].flatMap((each) => amountFaults(look, where, unit, each));
    case 'rounded-up':
      return amountFaults(look, where, unit, amount.of);
    case 'total-of-schools':
      return [
        ...(unit === 'county' ? [] : [{ where, fault: 'wrong-level', what: 'total-of-schools' } as const]),
        ...amountFaults(look, where, 'school', amount.of),
        ...conditionFaults(look, where, amount.where),
      ];
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

/** An item of the county report; where a school is asked, of the school, or a standard that the county report gives for all. */
export function itemOf(look: LookUp, unit: Unit, id: string): ItemDefinition | undefined {
  return (unit === 'county' ? undefined : look.items.get(id)) ?? look.countyItems.get(id);
}

function settingFaults(where: string, setting: Extract<Amount, { readonly kind: 'setting' }>): readonly EditionFault[] {
  const { value, least, greatest } = setting;
  const faults = decimalFaults(where, [least, greatest, ...(value === null ? [] : [value])]);
  const outside = value !== null && (isAbove(least, value) || isAbove(value, greatest));
  return outside || isAbove(least, greatest) ? [...faults, { where, fault: 'unreachable', what: setting.id }] : faults;
}

type ItemAmount = Extract<Amount, { readonly kind: 'item' }>;

function itemFaults(look: LookUp, where: string, unit: Unit, amount: ItemAmount): readonly EditionFault[] {
  const { item: id, stage, yearsBack } = amount;
  const item = itemOf(look, unit, id);
  const county = look.items.has(id) ? undefined : look.countyItems.get(id);
  if (item === undefined) return [{ where, fault: 'unknown-item', what: id }];
  const faults: EditionFault[] = [];
  if (item.value.kind !== 'number') faults.push({ where, fault: 'wrong-level', what: id });
  if (yearsBack !== 0 && yearsBack > (county?.earlierYears ?? 0))
    faults.push({ where, fault: 'year-not-asked', what: cellKey(id, null, yearsBack) });
  if (stage === ownStage) {
    if (unit !== 'school-stage' || item.stages === null) faults.push({ where, fault: 'wrong-level', what: id });
  } else if (stage === null) {
    if (item.stages !== null) faults.push({ where, fault: 'wrong-level', what: id });
  } else if (!look.stages.has(stage)) {
    faults.push({ where, fault: 'unknown-stage', what: stage });
  } else if (!(item.stages ?? item.alsoByStage).includes(stage)) {
    faults.push({ where, fault: 'wrong-level', what: cellKey(id, stage) });
  }
  return faults;
}

/** Conditions read what a school reported about itself. */
export function conditionFaults(look: LookUp, where: string, condition: Condition | null): readonly EditionFault[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'choice-is':
      return answerFaults(where, condition.item, look.items.get(condition.item), condition.anyOf);
    case 'flag-is':
      return answerFaults(where, condition.item, look.items.get(condition.item), [condition.value]);
    case 'all':
    case 'any':
      return condition.conditions.length === 0 && condition.kind === 'any'
        ? [{ where, fault: 'unreachable', what: 'any' }]
        : condition.conditions.flatMap((each) => conditionFaults(look, where, each));
    case 'not':
      return conditionFaults(look, where, condition.condition);
    case 'number':
      // Asked of a school, or of a stage of it: a number of the own stage needs one.
      return [condition.left, condition.right].flatMap((each) => amountFaults(look, where, 'school-stage', each));
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}

/** The answers that hold must be answers the item can have. */
export function answerFaults(
  where: string,
  id: string,
  item: ItemDefinition | undefined,
  holds: readonly string[],
): readonly EditionFault[] {
  const faults = choiceFaults(where, id, item, holds);
  const answers = item === undefined ? null : answersOf(item);
  if (answers === null || faults.length > 0) return faults;
  if (holds.length === 0) return [{ where, fault: 'unreachable', what: id }];
  return answers.every((each) => holds.includes(each)) ? [{ where, fault: 'always-met', what: id }] : [];
}

/** An item with fixed answers, and only answers it can have. */
function choiceFaults(
  where: string,
  id: string,
  item: ItemDefinition | undefined,
  named: readonly string[],
): readonly EditionFault[] {
  if (item === undefined) return [{ where, fault: 'unknown-item', what: id }];
  const answers = answersOf(item);
  if (answers === null) return [{ where, fault: 'wrong-level', what: id }];
  return named
    .filter((each) => !answers.includes(each))
    .map((each) => ({ where, fault: 'unknown-option', what: `${id}=${each}` }));
}
