import type { CountyEvaluation } from '../evaluation.ts';
import { reportedText, splitCellKey } from '../items/cells.ts';
import type { Cells, SchoolRecord, StageId } from '../items/cells.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { byCodeUnit, schoolUnits } from '../schools/school-units.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { indexEdition } from '../standards/edition-index.ts';
import { cellsRead, readKey } from './cells-read.ts';
import type { CellsRead } from './cells-read.ts';
import { requirementItems } from './requirement-items.ts';
import type { Causes, CellChange, Change, RunBasis, SchoolPair } from './comparison.ts';

export interface CauseFinder {
  ofIndicator(school: SchoolPair, stage: StageId, indicatorId: string): Causes;
  ofSchoolStage(school: SchoolPair, stage: StageId): Causes;
  ofCv(stage: StageId, indicatorId: string): Causes;
  /** Null where its causes stand with indicators and CVs. */
  ofRequirement(requirementId: string): Causes | null;
}

type Side = 'before' | 'after';

interface SideOfRun {
  /** By school id: the cells of that school that the other run says something else of. */
  readonly changed: Map<string, Map<string, CellChange>>;
  readonly pairs: ReadonlyMap<string, SchoolPair>;
  /** By the id of the school that is evaluated. */
  readonly units: ReadonlyMap<string, SchoolUnit>;
  /** Null where no member of the unit has a changed cell: then nothing read there is a cause. */
  readonly read: (unit: SchoolUnit) => CellsRead | null;
  /** Ids of schools of which it is not known whether they take part: they enter no CV and keep all open. */
  readonly open: ReadonlySet<string>;
  readonly stagesOf: ReadonlyMap<string, ReadonlySet<StageId>>;
}

/** Only schools with a changed cell are assessed again, so one changed cell in a large county costs one school. */
export function causeFinder(
  evaluations: Change<CountyEvaluation>,
  data: Change<RunBasis>,
  pairs: readonly SchoolPair[],
): CauseFinder {
  const changed = {
    before: new Map<string, Map<string, CellChange>>(),
    after: new Map<string, Map<string, CellChange>>(),
  };
  const records = { before: recordsById(data.before), after: recordsById(data.after) };
  for (const pair of pairs) {
    const cells = changedCells(pair, records);
    if (cells.size === 0) continue;
    if (pair.before !== null) changed.before.set(pair.before, cells);
    if (pair.after !== null) changed.after.set(pair.after, cells);
  }
  const sides = {
    before: sideOfRun('before', evaluations.before, data.before, pairs, changed.before),
    after: sideOfRun('after', evaluations.after, data.after, pairs, changed.after),
  };
  const bothSides: readonly Side[] = ['before', 'after'];

  /** The changed cells among those that either run read in these units. */
  function cellsOf(units: Change<readonly SchoolUnit[]>, select: (read: CellsRead) => readonly MissingCell[]) {
    const found = new Set<CellChange>();
    for (const side of bothSides) {
      for (const unit of units[side]) {
        const read = sides[side].read(unit);
        for (const cell of read === null ? [] : select(read)) {
          const change = changed[side].get(cell.schoolId)?.get(cell.key);
          if (change !== undefined) found.add(change);
        }
      }
    }
    return [...found].sort(byCell);
  }

  function unitsOf(school: SchoolPair): Change<readonly SchoolUnit[]> {
    const unit = (side: Side) => {
      const id = school[side];
      const own = id === null ? undefined : sides[side].units.get(id);
      return own === undefined ? [] : [own];
    };
    return { before: unit('before'), after: unit('after') };
  }

  function unitsWithStage(stage: StageId): Change<readonly SchoolUnit[]> {
    const units = (side: Side) =>
      [...sides[side].units.values()].filter((unit) => sides[side].stagesOf.get(unit.schoolId)?.has(stage) === true);
    return { before: units('before'), after: units('after') };
  }

  /** Schools that are in one of the two lists only, belong to another school there (a campus), or are open in one run only. */
  function schoolsOf(units: Change<readonly SchoolUnit[]>): readonly SchoolPair[] {
    const roots = { before: rootsOf(units.before, sides.before), after: rootsOf(units.after, sides.after) };
    const all = new Set([...roots.before.keys(), ...roots.after.keys()]);
    return [...all].filter((pair) => roots.before.get(pair) !== roots.after.get(pair)).sort(byPair);
  }

  const changedInCounty = cellChanges(
    { before: null, after: null },
    { before: data.before.dataSet.county?.cells ?? {}, after: data.after.dataSet.county?.cells ?? {} },
  );
  /** Every changed cell of a school once. */
  const changedInSchools = [...new Set([...changed.before.values(), ...changed.after.values()])];

  return {
    ofRequirement(requirementId) {
      const found = bothSides.map((side) => {
        const { edition } = data[side];
        const requirement = edition.requirements.find((each) => each.id === requirementId);
        return requirement === undefined ? null : requirementItems(edition, requirement);
      });
      const items = new Set(found.flatMap((each) => [...(each?.items ?? [])]));
      if (found.every((each) => each === null)) return null;
      const all = [changedInCounty, ...changedInSchools].flatMap((changes) => [...changes.values()]);
      return {
        cells: all.filter(({ key }) => items.has(splitCellKey(key).itemId)).sort(byCell),
        schools: found.some((each) => each?.ofSchools === true)
          ? pairs.filter((pair) => pair.before === null || pair.after === null)
          : [],
      };
    },
    ofIndicator(school, stage, indicatorId) {
      const units = unitsOf(school);
      const key = readKey(stage, indicatorId);
      const cells = cellsOf(units, ({ values, thresholds }) => [
        ...(values.get(key) ?? []),
        ...(thresholds.get(key) ?? []),
      ]);
      return { cells, schools: schoolsOf(units) };
    },
    ofSchoolStage(school, stage) {
      const units = unitsOf(school);
      const both = school.before !== null && school.after !== null;
      const cells = cellsOf(units, (read) => [
        ...read.presence,
        ...[...read.values, ...read.thresholds].flatMap(([key, own]) =>
          key.startsWith(readKey(stage, '')) ? own : [],
        ),
      ]);
      return { cells, schools: both ? schoolsOf(units) : [school] };
    },
    ofCv(stage, indicatorId) {
      const units = unitsWithStage(stage);
      const key = readKey(stage, indicatorId);
      const present = cellsOf(units, (read) => read.values.get(key) ?? []);
      // What decides whether a school takes part is a cause only where that differs.
      const schools = schoolsOf(units);
      const moved = schools.flatMap((school) => cellsOf(unitsOf(school), (read) => read.presence));
      return { cells: [...new Set([...present, ...moved])].sort(byCell), schools };
    },
  };
}

function sideOfRun(
  side: Side,
  evaluation: CountyEvaluation,
  { edition, dataSet }: RunBasis,
  pairs: readonly SchoolPair[],
  changed: Map<string, Map<string, CellChange>>,
): SideOfRun {
  const indexed = indexEdition(edition);
  const known = new Map<SchoolUnit, CellsRead | null>();
  const stagesOf = new Map<string, Set<StageId>>();
  for (const { schoolId, stage } of evaluation.schoolStages)
    stagesOf.set(schoolId, (stagesOf.get(schoolId) ?? new Set()).add(stage));
  return {
    changed,
    pairs: new Map(pairs.flatMap((pair) => (pair[side] === null ? [] : [[pair[side], pair] as const]))),
    units: new Map(schoolUnits(dataSet).units.map((unit) => [unit.schoolId, unit])),
    stagesOf,
    open: new Set(evaluation.dataProblems.map((problem) => problem.schoolId)),
    read(unit) {
      const before = known.get(unit);
      if (before !== undefined) return before;
      const touched = unit.members.some((member) => changed.has(member.schoolId));
      const read = touched ? cellsRead(indexed, evaluation.options, unit) : null;
      known.set(unit, read);
      return read;
    },
  };
}

/** Every member of the units with the school it is evaluated as part of. */
function rootsOf(
  units: readonly SchoolUnit[],
  side: SideOfRun,
): ReadonlyMap<SchoolPair, SchoolPair | 'open' | undefined> {
  return new Map(
    units.flatMap((unit) =>
      unit.members.flatMap((member) => {
        const pair = side.pairs.get(member.schoolId);
        const root = side.open.has(unit.schoolId) ? 'open' : side.pairs.get(unit.schoolId);
        return pair === undefined ? [] : [[pair, root] as const];
      }),
    ),
  );
}

function recordsById({ dataSet }: RunBasis): ReadonlyMap<string, SchoolRecord> {
  return new Map(dataSet.schools.map((school) => [school.schoolId, school]));
}

function changedCells(school: SchoolPair, records: Change<ReadonlyMap<string, SchoolRecord>>): Map<string, CellChange> {
  const before = school.before === null ? undefined : records.before.get(school.before);
  const after = school.after === null ? undefined : records.after.get(school.after);
  return before === undefined || after === undefined
    ? new Map<string, CellChange>()
    : cellChanges(school, { before: before.cells, after: after.cells });
}

function cellChanges(school: SchoolPair, cells: Change<Cells>): Map<string, CellChange> {
  const changes = new Map<string, CellChange>();
  if (cells.before === cells.after) return changes;
  for (const key of new Set([...Object.keys(cells.before), ...Object.keys(cells.after)])) {
    const before = reportedText(cells.before, key) ?? null;
    const after = reportedText(cells.after, key) ?? null;
    if (before !== after) changes.set(key, { school, key, before, after });
  }
  return changes;
}

function idOf(pair: SchoolPair): string {
  return pair.before ?? pair.after ?? '';
}

function byPair(a: SchoolPair, b: SchoolPair): number {
  return byCodeUnit(idOf(a), idOf(b));
}

function byCell(a: CellChange, b: CellChange): number {
  return byPair(a.school, b.school) || byCodeUnit(a.key, b.key);
}
