import type { MissingCell } from '../items/missing-cell.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { CellKey, SchoolRecord, StageId } from '../items/cells.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { addIntervals, anyAmount, exactly, nothing } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { isZero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolUnit } from './school-units.ts';

/** Pupils (在校生数) of one stage of a school, with the cells that say so. */
export interface StagePupils {
  readonly stage: StageId;
  readonly count: Interval;
  /** The counts reported, one for each member. */
  readonly terms: readonly Rational[];
  readonly cells: readonly MissingCell[];
  readonly missing: readonly MissingCell[];
  /** Some member is of a type that has the stage as a matter of course. */
  readonly expected: boolean;
}

/** The pupils of one record in a stage. */
export interface MemberPupils {
  readonly count: Interval;
  readonly expected: boolean;
  /** The cell is asked of the record, or was reported where it is optional. */
  readonly asked: boolean;
  /** The cell that is missing, if one is: the pupils, or the school type without which nobody knows which stages there are. */
  readonly missing: CellKey | null;
}

export function memberPupils(indexed: IndexedEdition, record: SchoolRecord, stage: StageId): MemberPupils {
  const { edition } = indexed;
  const type = schoolTypeOf(edition, record.cells);
  if (type === undefined) return { count: anyAmount, expected: false, asked: false, missing: edition.schoolTypeItem };
  const presence = type.stages.find((each) => each.stage === stage)?.presence;
  if (presence === undefined) return { count: nothing, expected: false, asked: false, missing: null };
  const key = cellKey(edition.pupilsItem, stage);
  const value = reportedNumber(itemOf(indexed, edition.pupilsItem), record.cells, key);
  const expected = presence === 'expected';
  if (value !== null) return { count: exactly(value), expected, asked: true, missing: null };
  // An optional stage without a report does not exist; an unreadable report of it is missing all the same.
  const absent = !expected && reportedText(record.cells, key) === undefined;
  return absent
    ? { count: nothing, expected, asked: false, missing: null }
    : { count: anyAmount, expected, asked: true, missing: key };
}

export function stagePupils(indexed: IndexedEdition, unit: SchoolUnit, stage: StageId): StagePupils {
  let count = nothing;
  let expected = false;
  const terms: Rational[] = [];
  const cells: MissingCell[] = [];
  const missing: MissingCell[] = [];
  for (const member of unit.members) {
    const own = memberPupils(indexed, member, stage);
    count = addIntervals(count, own.count);
    expected ||= own.expected;
    if (own.asked) cells.push({ schoolId: member.schoolId, key: cellKey(indexed.edition.pupilsItem, stage) });
    if (own.missing !== null) missing.push({ schoolId: member.schoolId, key: own.missing });
    else if (own.asked) terms.push(own.count.low);
  }
  return { stage, count, terms, cells, missing, expected };
}

export function mayHavePupils(pupils: StagePupils): boolean {
  return pupils.count.high === null || !isZero(pupils.count.high);
}
