import { splitCellKey } from '../items/cells.ts';
import type { CellKey, Cells, DataSet, SchoolRecord } from '../items/cells.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { assessUnit } from '../verdicts/county.ts';
import { readEdit } from './cell-edit.ts';
import type { EditProblem } from './cell-edit.ts';
import { countyBoard } from './county-board.ts';
import type { CountyBoard } from './county-board.ts';
import { follow } from './follow-link.ts';
import { loadCounty, writeUnit } from './load-county.ts';
import type { LoadedCounty } from './load-county.ts';
import { requirementBoard } from './requirement-board.ts';
import type { RequirementBoard } from './requirement-board.ts';
import { conditionKeys, linkUnit, scaledInteger } from './unit-links.ts';
import type { CellLink, UnitLinks } from './unit-links.ts';

/** A county under change: its rows, what they come to, and its records as they are now. */
export interface CountySession {
  readonly county: LoadedCounty;
  readonly board: CountyBoard;
  readonly requirements: RequirementBoard;
  /** Puts a value into a cell, or empties it (null). null = done; a value that cannot stand changes nothing. */
  readonly change: (schoolId: string | null, key: CellKey, value: string | null) => EditProblem | null;
  /** Place of the school that a record belongs to; null = there is none, or several have this id. */
  readonly placeOf: (schoolId: string) => number | null;
  /** The school with its campuses as it is now. */
  readonly unitAt: (unit: number) => SchoolUnit;
  readonly countyCells: () => Cells;
  readonly dataSet: () => DataSet;
}

/** One record of the data set while it is open. */
interface OpenRecord {
  /** Null: several records have this id, and none can be changed. */
  readonly unit: number | null;
  record: SchoolRecord;
  /** Numbers changed since the record was made. */
  readonly pending: Map<CellKey, string>;
}

/** The data set is not touched. Throws RangeError as `loadCounty` does. */
export function openSession(indexed: IndexedEdition, dataSet: DataSet, method: EvaluationMethod): CountySession {
  const { edition } = indexed;
  const county = loadCounty(indexed, dataSet, method);
  const board = countyBoard(county);
  const keysOfConditions = conditionKeys(indexed);
  const links = new Map<number, UnitLinks>();
  const records = openRecords(dataSet, county.units);
  let reported: Cells | null = dataSet.county?.cells ?? null;
  const requirements = requirementBoard(county, board, unitAt, countyCells);

  return { county, board, requirements, change, placeOf, unitAt, countyCells, dataSet: currentDataSet };

  function change(schoolId: string | null, key: CellKey, value: string | null): EditProblem | null {
    const own = schoolId === null ? null : records.get(schoolId);
    if (own === undefined) return 'unknown-school';
    if (own === null) return changeCounty(key, value);
    if (own.unit === null) return 'ambiguous-school';
    const { itemId } = splitCellKey(key);
    // Only a number may follow a number; for anything else no links need be made.
    const isNumber = value !== null && indexed.items.get(itemId)?.value.kind === 'number';
    const link = isNumber ? linksOf(own.unit).get(own.record.schoolId)?.get(key) : undefined;
    const problem = changeRecord(own, own.unit, link, key, value);
    if (problem === null) requirements.changed(own.unit, itemId);
    return problem;
  }

  function changeRecord(
    own: OpenRecord,
    unit: number,
    link: CellLink | undefined,
    key: CellKey,
    value: string | null,
  ): EditProblem | null {
    if (link === undefined || value === null) {
      const read = readEdit(edition, { schoolId: own.record.schoolId, key, value });
      if (!read.ok) return read.problem;
      replace(own, key, read.value);
      reassess(unit);
      return null;
    }
    const parsed = parseCell(link.item, value);
    if (!parsed.ok) return parsed.problem;
    const number = scaledInteger(parsed.value, link.scale);
    if (number !== null && follow(county, board, unit, link, number)) {
      own.pending.set(key, parsed.value);
    } else {
      replace(own, key, parsed.value);
      reassess(unit);
    }
    return null;
  }

  function changeCounty(key: CellKey, value: string | null): EditProblem | null {
    const read = readEdit(edition, { schoolId: null, key, value });
    if (!read.ok) return read.problem;
    reported = withCell(reported ?? {}, key, read.value);
    requirements.changed(null, splitCellKey(key).itemId);
    return null;
  }

  function linksOf(unit: number): UnitLinks {
    const known = links.get(unit);
    if (known !== undefined) return known;
    const own = unitAt(unit);
    const { schoolStages } = assessUnit(indexed, county.method, own);
    const made = linkUnit(county, unit, own.members, schoolStages, keysOfConditions);
    links.set(unit, made);
    return made;
  }

  function reassess(unit: number): void {
    links.delete(unit);
    writeUnit(county, unit, assessUnit(indexed, county.method, unitAt(unit)).schoolStages);
    board.unitWritten(unit);
  }

  function placeOf(schoolId: string): number | null {
    return records.get(schoolId)?.unit ?? null;
  }

  function unitAt(unit: number): SchoolUnit {
    const own = county.units[unit];
    if (own === undefined) throw new RangeError(`no school ${unit} in the county`);
    const members = own.members.map((member) => {
      const now = records.get(member.schoolId);
      return now === undefined || now.unit === null ? member : upToDate(now);
    });
    return { ...own, members, record: members[0] ?? own.record };
  }

  function countyCells(): Cells {
    return reported ?? {};
  }

  function currentDataSet(): DataSet {
    const schools = dataSet.schools.map((record) => {
      const own = records.get(record.schoolId);
      return own === undefined || own.unit === null ? record : upToDate(own);
    });
    return reported === null ? { ...dataSet, schools } : { ...dataSet, schools, county: { cells: reported } };
  }
}

function openRecords(dataSet: DataSet, units: readonly SchoolUnit[]): ReadonlyMap<string, OpenRecord> {
  const unitOf = new Map(units.flatMap(({ members }, unit) => members.map((each) => [each.schoolId, unit])));
  const records = new Map<string, OpenRecord>();
  for (const record of dataSet.schools) {
    const unit = records.has(record.schoolId) ? null : (unitOf.get(record.schoolId) ?? null);
    records.set(record.schoolId, { unit, record, pending: new Map() });
  }
  return records;
}

function upToDate(own: OpenRecord): SchoolRecord {
  if (own.pending.size > 0) {
    own.record = { ...own.record, cells: { ...own.record.cells, ...Object.fromEntries(own.pending) } };
    own.pending.clear();
  }
  return own.record;
}

function replace(own: OpenRecord, key: CellKey, value: string | null): void {
  const record = upToDate(own);
  own.record = { ...record, cells: withCell(record.cells, key, value) };
}

function withCell(cells: Cells, key: CellKey, value: string | null): Cells {
  const rest = Object.fromEntries(Object.entries(cells).filter(([each]) => each !== key));
  return value === null ? rest : { ...rest, [key]: value };
}
