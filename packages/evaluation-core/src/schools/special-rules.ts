import type { AmountSource } from '../items/amount-value.ts';
import { onlyValue } from '../items/amount-value.ts';
import { splitCellKey } from '../items/cells.ts';
import type { CellKey, Cells, SchoolRecord, StageId } from '../items/cells.ts';
import { conditionCells, truthOf } from '../items/condition.ts';
import type { Condition, Items, Truth } from '../items/condition.ts';
import { reportedAnswer } from '../items/reported-answer.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import type { SchoolUnit } from './school-units.ts';

/** A special rule counts for a school if it is on, its window open at the evaluation date and its condition true. */
export function specialRuleApplies(
  rule: SpecialRule,
  items: Items,
  cells: Cells,
  stage: StageId | null,
  evaluationDate: string | null,
  numbers: AmountSource | null = null,
): Truth {
  if (!rule.enabled) return false;
  const inForce = windowIsOpen(rule, evaluationDate);
  if (inForce === false) return false;
  const condition = truthOf(rule.condition, items, cells, stage, numbers);
  if (condition === false) return false;
  return inForce === null || condition === null ? null : true;
}

/** The same for a school with its campuses: a relaxation is for each of them, with their numbers together. */
export function specialRuleAppliesToSchool(
  rule: SpecialRule,
  items: Items,
  unit: SchoolUnit,
  numbers: AmountSource,
): Truth {
  const truths = unit.members.map((member) =>
    specialRuleApplies(rule, items, member.cells, numbers.stage, numbers.evaluationDate, numbers),
  );
  return truths.includes(false) ? false : truths.includes(null) ? null : true;
}

function windowIsOpen(rule: SpecialRule, evaluationDate: string | null): Truth {
  if (rule.validFrom === null && rule.validUntil === null) return true;
  if (evaluationDate === null) return null;
  // ISO dates compare as texts.
  return (
    (rule.validFrom === null || rule.validFrom <= evaluationDate) &&
    (rule.validUntil === null || evaluationDate <= rule.validUntil)
  );
}

/** One thing that special rules change, as one of them has it; null = as the standard has it. */
export interface InForce<T> {
  readonly rule: SpecialRule | null;
  readonly change: T | null;
}

/**
 * What is in force where several rules change the same thing: the first, in the order of the edition, that applies; the standard where
 * none does. Several where it is open which.
 */
export function inForce<T>(
  changes: readonly { readonly rule: SpecialRule; readonly change: T }[],
  applies: (rule: SpecialRule) => Truth,
): readonly InForce<T>[] {
  const possible: InForce<T>[] = [];
  for (const each of changes) {
    const truth = applies(each.rule);
    if (truth !== false) possible.push(each);
    if (truth === true) return possible;
  }
  return [...possible, { rule: null, change: null }];
}

/** The cells on which it depends whether a rule counts for a school with its campuses; none where only the date would tell. */
export function specialRuleCells(
  rule: SpecialRule,
  items: Items,
  unit: SchoolUnit,
  numbers: AmountSource,
): readonly MissingCell[] {
  return unit.members
    .filter((member) => truthOf(rule.condition, items, member.cells, numbers.stage, numbers) === null)
    .flatMap((member) => openConditionCells(rule.condition, items, member, numbers.stage, numbers));
}

/** The cells without which a condition is open: those a record did not report, or nobody can read, of the ones it reads and is asked. */
export function openConditionCells(
  condition: Condition | null,
  items: Items,
  { schoolId, cells }: SchoolRecord,
  stage: StageId | null,
  numbers: AmountSource | null = null,
): readonly MissingCell[] {
  return conditionCells(condition, stage)
    .filter((key) => !isReadable(items, cells, key) && !isKnownNumber(key, numbers))
    .map((key) => ({ schoolId, key }));
}

function isReadable(items: Items, cells: Cells, key: CellKey): boolean {
  const item = items.get(splitCellKey(key).itemId);
  return item !== undefined && reportedAnswer(item, cells, key) !== null;
}

/** What a school is not asked is known all the same: there is nothing of it. */
function isKnownNumber(key: CellKey, numbers: AmountSource | null): boolean {
  const { itemId, stage, yearsBack } = splitCellKey(key);
  return numbers !== null && onlyValue(numbers.number(itemId, stage, yearsBack)) !== null;
}
