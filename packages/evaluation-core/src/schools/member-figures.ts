import { knownAmount, unknownAmount, zeroAmount } from '../items/amount-value.ts';
import type { AmountValue } from '../items/amount-value.ts';
import { reportedText } from '../items/cells.ts';
import type { CellKey, SchoolRecord, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { isZero } from '../quantities/rational.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { openConditionCells } from './special-rules.ts';
import { memberPupils } from './stage-pupils.ts';
import type { MemberPupils } from './stage-pupils.ts';

/** What was read of a school so far. */
export interface UnitReadings {
  /** By item: of the school with its campuses, for each stage and year that was asked for. */
  readonly numbers: Map<string, NumberRead[]>;
  readonly pupils: { readonly member: SchoolRecord; readonly stage: StageId; readonly read: MemberPupils }[];
}

export interface NumberRead {
  readonly stage: StageId | null;
  readonly yearsBack: number;
  readonly value: AmountValue;
}

/** One cell of the form, whoever it is asked of. */
export interface FigureCell {
  readonly item: ItemDefinition;
  readonly stage: StageId | null;
  readonly yearsBack: number;
  readonly key: CellKey;
}

/** What one record reported in a cell; zero where it is not asked. */
export function memberNumber(
  indexed: IndexedEdition,
  readings: UnitReadings,
  member: SchoolRecord,
  cell: FigureCell,
): AmountValue {
  if (!mayBeAsked(indexed, readings, member, cell)) return zeroAmount;
  const value = reportedNumber(cell.item, member.cells, cell.key);
  if (value !== null) return knownAmount(value);
  if (!isAskedOf(indexed, readings, member, cell)) return zeroAmount;
  const { condition } = cell.item;
  const open =
    truthOf(condition, indexed.items, member.cells) === null
      ? openConditionCells(condition, indexed.items, member, null)
      : [];
  return unknownAmount([...open, { schoolId: member.schoolId, key: cell.key }]);
}

/** Is the record asked the cell, or did it report it? A stage without pupils is not asked its other figures; what it reported counts. */
export function isAskedOf(
  indexed: IndexedEdition,
  readings: UnitReadings,
  member: SchoolRecord,
  cell: FigureCell,
): boolean {
  if (!mayBeAsked(indexed, readings, member, cell)) return false;
  if (cell.stage === null || cell.yearsBack > 0 || reportedText(member.cells, cell.key) !== undefined) return true;
  const { high } = pupilsOf(indexed, readings, member, cell.stage).count;
  return high === null || !isZero(high);
}

/** A type of school that nobody knows may be asked anything. */
function mayBeAsked(
  indexed: IndexedEdition,
  readings: UnitReadings,
  member: SchoolRecord,
  { item, stage }: FigureCell,
): boolean {
  if (truthOf(item.condition, indexed.items, member.cells) === false) return false;
  if (stage === null) return true;
  const { asked, missing } = pupilsOf(indexed, readings, member, stage);
  return asked || missing !== null;
}

function pupilsOf(
  indexed: IndexedEdition,
  { pupils }: UnitReadings,
  member: SchoolRecord,
  stage: StageId,
): MemberPupils {
  const before = pupils.find((each) => each.stage === stage && each.member === member);
  if (before !== undefined) return before.read;
  const read = memberPupils(indexed, member, stage);
  pupils.push({ member, stage, read });
  return read;
}
