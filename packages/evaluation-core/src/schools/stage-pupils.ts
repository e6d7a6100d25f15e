import type { MissingCell } from '../evaluation.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
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

/** Whether one record has pupils in a stage: `none` = its type lacks the stage, or it reported 0, or an optional stage was not reported. */
export function memberPupils(
  indexed: IndexedEdition,
  record: SchoolRecord,
  stage: StageId,
): { readonly count: Interval; readonly expected: boolean; readonly asked: boolean; readonly missing: boolean } {
  const presence = schoolTypeOf(indexed.edition, record.cells)?.stages.find((each) => each.stage === stage)?.presence;
  if (presence === undefined) return { count: nothing, expected: false, asked: false, missing: false };
  const key = cellKey(indexed.edition.pupilsItem, stage);
  const value = reportedNumber(itemOf(indexed, indexed.edition.pupilsItem), record.cells, key);
  const expected = presence === 'expected';
  if (value !== null) return { count: exactly(value), expected, asked: true, missing: false };
  // An optional stage without a report does not exist; an unreadable report of it is missing all the same.
  const absent = !expected && reportedText(record.cells, key) === undefined;
  return absent
    ? { count: nothing, expected, asked: false, missing: false }
    : { count: anyAmount, expected, asked: true, missing: true };
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
    const cell = { schoolId: member.schoolId, key: cellKey(indexed.edition.pupilsItem, stage) };
    if (own.asked) cells.push(cell);
    if (own.missing) missing.push(cell);
    else if (own.asked) terms.push(own.count.low);
  }
  return { stage, count, terms, cells, missing, expected };
}

export function mayHavePupils(pupils: StagePupils): boolean {
  return pupils.count.high === null || !isZero(pupils.count.high);
}
