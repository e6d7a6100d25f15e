import type { EvaluationOptions, SchoolStageEvaluation } from '../evaluation.ts';
import { methodOf } from '../indicators/evaluation-method.ts';
import type { CellKey, Cells, DataSet, SchoolRecord, StageId } from '../items/cells.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { Outcome } from '../outcome.ts';
import type { Edition } from '../standards/edition.ts';
import { indexEdition } from '../standards/edition-index.ts';
import { assessUnit } from '../verdicts/county.ts';
import { presentSchoolStage } from '../verdicts/present.ts';
import { readEdit } from './cell-edit.ts';
import type { EditProblem } from './cell-edit.ts';
import { countyBoard } from './county-board.ts';
import type { CountyVerdict } from './county-board.ts';
import { follow } from './follow-link.ts';
import { loadCounty, writeUnit } from './load-county.ts';
import { outcomeOf } from './outcome-codes.ts';
import { conditionKeys, linkUnit, scaledInteger } from './unit-links.ts';
import type { UnitLinks } from './unit-links.ts';
import { absent } from './write-school-stage.ts';

/** One county held ready while somebody changes its numbers. Every decision is the one that `evaluateCounty` takes on `dataSet()`. */
export interface OpenCounty {
  /**
   * Puts a value into a cell as a person typed it, or empties it (null), and answers with the new verdict. A value that cannot stand changes
   * nothing and is named. `schoolId` null: a cell of the county report.
   */
  readonly set: (schoolId: string | null, key: CellKey, value: string | null) => SetAnswer;
  /** As `set`, without making the verdict: null = done. For many changes in a row. */
  readonly change: (schoolId: string | null, key: CellKey, value: string | null) => EditProblem | null;
  readonly verdict: () => CountyVerdict;
  /** 资源配置: every school-stage and every CV. */
  readonly resourceAllocation: () => Outcome;
  /** The stages of one school with all their numbers, as in a `CountyEvaluation`; empty where it has none or is merged into another. */
  readonly schoolStages: (schoolId: string) => readonly SchoolStageEvaluation[];
  readonly schoolOutcomes: () => readonly SchoolOutcome[];
  /** What is reported now: the data set that was opened with the changes in it. */
  readonly dataSet: () => DataSet;
}

export interface SetAnswer {
  readonly problem: EditProblem | null;
  readonly verdict: CountyVerdict;
}

export interface SchoolOutcome {
  readonly schoolId: string;
  readonly stage: StageId;
  readonly outcome: Outcome;
}

/** One record of the data set while it is open. */
interface OpenRecord {
  /** Place of the school it belongs to; null = several records have its id, none can be changed. */
  readonly unit: number | null;
  record: SchoolRecord;
  /** Numbers changed since the record was made. */
  readonly pending: Map<CellKey, string>;
}

/**
 * Opens a county. The data set is not touched. A number in place of a number costs a few steps (microseconds in a county of 300 schools);
 * any other change assesses that one school anew. Throws RangeError for an edition with more than 28 indicators and for a malformed one.
 */
export function openCounty(edition: Edition, dataSet: DataSet, options: EvaluationOptions = {}): OpenCounty {
  const indexed = indexEdition(edition);
  const county = loadCounty(indexed, dataSet, methodOf(edition, options));
  const board = countyBoard(county);
  const keysOfConditions = conditionKeys(indexed);
  const links = new Map<number, UnitLinks>();
  const records = openRecords(dataSet, county.units);
  let countyCells: Cells | null = dataSet.county?.cells ?? null;

  return {
    set: (schoolId, key, value) => ({ problem: change(schoolId, key, value), verdict: board.verdict() }),
    change,
    verdict: board.verdict,
    resourceAllocation: () => outcomeOf(board.resourceAllocation()),
    schoolStages,
    schoolOutcomes,
    dataSet: currentDataSet,
  };

  function change(schoolId: string | null, key: CellKey, value: string | null): EditProblem | null {
    const own = schoolId === null ? null : records.get(schoolId);
    if (own === undefined) return 'unknown-school';
    if (own === null) return changeCounty(key, value);
    if (own.unit === null) return 'ambiguous-school';
    const link = value === null ? undefined : linksOf(own.unit).get(own.record.schoolId)?.get(key);
    if (link === undefined || value === null) {
      const read = readEdit(edition, { schoolId, key, value });
      if (!read.ok) return read.problem;
      replace(own, key, read.value);
      reassess(own.unit);
      return null;
    }
    const parsed = parseCell(link.item, value);
    if (!parsed.ok) return parsed.problem;
    const number = scaledInteger(parsed.value, link.scale);
    if (number !== null && follow(county, board, own.unit, link, number)) {
      own.pending.set(key, parsed.value);
    } else {
      replace(own, key, parsed.value);
      reassess(own.unit);
    }
    return null;
  }

  function changeCounty(key: CellKey, value: string | null): EditProblem | null {
    const read = readEdit(edition, { schoolId: null, key, value });
    if (!read.ok) return read.problem;
    countyCells = withCell(countyCells ?? {}, key, read.value);
    return null;
  }

  function linksOf(unit: number): UnitLinks {
    const known = links.get(unit);
    if (known !== undefined) return known;
    const members = membersOf(unit);
    const made = linkUnit(county, unit, members, assess(unit, members).schoolStages, keysOfConditions);
    links.set(unit, made);
    return made;
  }

  function membersOf(unit: number): readonly SchoolRecord[] {
    return (county.units[unit]?.members ?? []).map((member) => {
      const own = records.get(member.schoolId);
      return own === undefined ? member : upToDate(own);
    });
  }

  function assess(unit: number, members: readonly SchoolRecord[]): ReturnType<typeof assessUnit> {
    const [record] = members;
    const own = county.units[unit];
    if (own === undefined || record === undefined) throw new RangeError(`no school ${unit} in the county`);
    return assessUnit(indexed, county.method, { ...own, members, record });
  }

  function reassess(unit: number): void {
    links.delete(unit);
    writeUnit(county, unit, assess(unit, membersOf(unit)).schoolStages);
    board.unitWritten(unit);
  }

  function schoolStages(schoolId: string): readonly SchoolStageEvaluation[] {
    const unit = county.units.findIndex((each) => each.schoolId === schoolId);
    if (unit < 0) return [];
    return assess(unit, membersOf(unit)).schoolStages.map((each) => presentSchoolStage(indexed, each));
  }

  function schoolOutcomes(): readonly SchoolOutcome[] {
    return county.units.flatMap(({ schoolId }, unit) =>
      county.stages.flatMap((stage, index) => {
        const code = county.outcomes[index * county.units.length + unit] ?? absent;
        return code === absent ? [] : [{ schoolId, stage, outcome: outcomeOf(code) }];
      }),
    );
  }

  function currentDataSet(): DataSet {
    const schools = dataSet.schools.map((record) => {
      const own = records.get(record.schoolId);
      return own === undefined || own.unit === null ? record : upToDate(own);
    });
    return countyCells === null ? { ...dataSet, schools } : { ...dataSet, schools, county: { cells: countyCells } };
  }
}

function openRecords(dataSet: DataSet, units: readonly { readonly members: readonly SchoolRecord[] }[]) {
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
