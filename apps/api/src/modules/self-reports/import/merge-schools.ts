import { cellKey } from '@junheng/evaluation-core';
import type { Edition, ItemDefinition } from '@junheng/evaluation-core';
import { sumDecimals } from './exact-sum.ts';
import type { ImportedFigure, ImportedSchool, ImportRow } from './import-preview.types.ts';
import type { ProblemPlace, ProblemSink } from './problem-sink.ts';
import type { Figure, RowFigures } from './row-figures.ts';
import { isMultiStage } from './row-stage.ts';
import { nameKey, splitStageSuffix } from './school-words.ts';

/** Rows put together to schools: what the files know of each, by code. */
export interface MergedSchools {
  readonly rows: readonly ImportRow[];
  readonly schools: readonly ImportedSchool[];
}

export function mergeSchools(edition: Edition, rows: readonly RowFigures[], sink: ProblemSink): MergedSchools {
  const groups = groupRows(rows);
  const keyOfRow = new Map<string, string>();
  for (const [key, group] of groups) for (const row of group) keyOfRow.set(positionOf(row, row.school.row), key);
  const keysOfName = namesOf(groups);
  const imported: ImportRow[] = [];
  const schools: ImportedSchool[] = [];
  for (const [key, group] of groups) {
    const type = typeOfSchool(edition, group, sink);
    const placed = placeFigures(edition, key, group, type, keyOfRow, sink);
    imported.push(...placed.rows);
    schools.push({
      key,
      record: {
        ...recordOf(key, group, type, placed.cells, sink),
        parentSchoolId: parentOf(group, groups, keysOfName),
      },
      rows: group.map(({ school }) => ({ file: school.file, sheet: school.sheet, row: school.row })),
    });
  }
  const order = new Map(rows.map((row, index) => [positionOf(row, row.school.row), index]));
  imported.sort((a, b) => order.get(`${a.file}|${a.sheet}|${a.row}`)! - order.get(`${b.file}|${b.sheet}|${b.row}`)!);
  return { rows: imported, schools };
}

function positionOf({ school }: RowFigures, row: number): string {
  return `${school.file}|${school.sheet}|${row}`;
}

function placeOf({ school }: RowFigures): ProblemPlace {
  return { file: school.file, sheet: school.sheet, row: school.row, column: school.columns.name, item: 'type' };
}

/** By code; a row of a table without codes joins the one coded school of its name, else goes by its name. */
function groupRows(rows: readonly RowFigures[]): ReadonlyMap<string, readonly RowFigures[]> {
  const codesOfName = new Map<string, Set<string>>();
  for (const { school } of rows) {
    if (school.code === '') continue;
    const codes = codesOfName.get(nameKey(school.name)) ?? new Set();
    codesOfName.set(nameKey(school.name), codes.add(school.code));
  }
  const groups = new Map<string, RowFigures[]>();
  for (const row of rows) {
    const codes = codesOfName.get(nameKey(row.school.name));
    const key =
      row.school.code !== '' ? row.school.code : codes?.size === 1 ? [...codes][0]! : nameKey(row.school.name);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** The type the rows state. A school listed once as 小学 and once as 初中 has both stages; nothing said: what the stages tell. */
function typeOfSchool(edition: Edition, group: readonly RowFigures[], sink: ProblemSink): string | null {
  const types = [...new Set(group.flatMap(({ school }) => (school.type === null ? [] : [school.type])))];
  if (group.some(({ school }) => school.typeRefused)) return null;
  const stages = new Set(
    group.flatMap(({ school, figures }) => [school.stage, ...figures.map((figure) => figure.stage)]),
  );
  const both = stages.has('primary') && stages.has('junior');
  const last = group.at(-1)!;
  if (types.length === 1 && ((types[0] !== 'primary' && types[0] !== 'junior') || !both)) return types[0]!;
  if (both && types.every((type) => type === 'primary' || type === 'junior')) {
    sink.add('warning', 'type_assumed', placeOf(last), { name: last.school.baseName, schoolType: 'nine-year' });
    return 'nine-year';
  }
  if (types.length > 1) {
    sink.add('error', 'type_conflict', placeOf(last), { schoolType: types[0]!, otherType: types[1]! });
    return null;
  }
  const first = group[0]!.school;
  const isPart = splitStageSuffix(first.name).stage !== null;
  const assumed = isPart ? 'nine-year' : first.stage === 'primary' || first.stage === 'junior' ? first.stage : null;
  if (assumed === null || !edition.schoolTypes.some((type) => type.id === assumed)) {
    sink.add('warning', 'type_missing', placeOf(last), { name: first.baseName });
    return null;
  }
  sink.add('warning', 'type_assumed', placeOf(last), { name: first.baseName, schoolType: assumed });
  return assumed;
}

interface PlacedFigures {
  readonly rows: readonly ImportRow[];
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Gives each figure its cell. Facilities of a school with several stages, given in a row of one stage, are that stage's own
 * (docs/workbook-import.md); with every stage's part there, their sum is the whole school's.
 */
function placeFigures(
  edition: Edition,
  key: string,
  group: readonly RowFigures[],
  type: string | null,
  keyOfRow: ReadonlyMap<string, string>,
  sink: ProblemSink,
): PlacedFigures {
  const multi = isMultiStage(edition, type) || new Set(group.map(({ school }) => school.stage)).size > 1;
  const items = new Map(edition.items.map((item) => [item.id, item]));
  const cells = new Map<string, string>();
  const partsOfWhole = new Map<string, { stage: string; value: string }[]>();
  const rows = group.map((row): ImportRow => {
    const { school } = row;
    const figures: ImportedFigure[] = [];
    let ownFigures = false;
    for (const figure of row.figures) {
      const item = items.get(figure.item)!;
      const stage = stageOfFigure(item, figure, row, multi, key, keyOfRow, sink);
      const isPartOfWhole = isPartWithoutCell(item, figure, row, multi);
      if (isPartOfWhole || (stage !== null && item.stages === null)) {
        const parts = partsOfWhole.get(item.id) ?? [];
        partsOfWhole.set(item.id, [...parts, { stage: stage ?? school.stage!, value: figure.value }]);
      }
      if (isPartOfWhole) continue;
      ownFigures ||= stage !== null && item.stages === null && !figure.stageInHeader;
      const cell = cellKey(item.id, stage);
      cells.set(cell, figure.value);
      figures.push({ key: cell, value: figure.value, column: figure.column });
    }
    if (ownFigures)
      sink.add(
        'note',
        'stage_figures_own',
        { ...placeOf(row), item: null, stage: school.stage },
        { name: school.name, stage: school.stage! },
      );
    const { file, sheet, row: number, code, name, stage } = school;
    return { file, sheet, row: number, code, name, type, stage, figures };
  });
  addWholeSchool(edition, group, type, partsOfWhole, cells, sink);
  return { rows, cells };
}

/**
 * A part of the school's amount that no cell takes by itself: an item asked of the whole school only, or the facilities of a
 * stage that is not evaluated (the row 高中部 of a 完全中学). It counts in the sum, and is never the whole.
 */
function isPartWithoutCell(item: ItemDefinition, figure: Figure, { school }: RowFigures, multi: boolean): boolean {
  if (!multi || item.stages !== null || school.stage === null || figure.spansTo !== null) return false;
  return figure.stageInHeader ? false : !item.alsoByStage.includes(school.stage);
}

function stageOfFigure(
  item: ItemDefinition,
  figure: Figure,
  row: RowFigures,
  multi: boolean,
  key: string,
  keyOfRow: ReadonlyMap<string, string>,
  sink: ProblemSink,
): string | null {
  if (figure.spansTo !== null) {
    for (let number = row.school.row + 1; number <= figure.spansTo; number += 1) {
      const other = keyOfRow.get(positionOf(row, number));
      if (other === undefined || other === key) continue;
      const { file, sheet, row: from } = row.school;
      sink.add(
        'error',
        'merged_figure',
        { file, sheet, row: from, column: figure.column, item: item.id },
        { to: figure.spansTo },
      );
      break;
    }
  }
  if (item.stages !== null) {
    return figure.stage;
  }
  if (item.alsoByStage.length === 0 || figure.spansTo !== null || !multi) return null;
  return figure.stage !== null && item.alsoByStage.includes(figure.stage) ? figure.stage : null;
}

/** Whole-school amounts from parts, where every stage of the school's type has one. */
function addWholeSchool(
  edition: Edition,
  group: readonly RowFigures[],
  type: string | null,
  partsOfWhole: ReadonlyMap<string, readonly { stage: string; value: string }[]>,
  cells: Map<string, string>,
  sink: ProblemSink,
): void {
  const stagesOfType = edition.schoolTypes.find((each) => each.id === type)?.stages ?? [];
  // A stage without pupils has nothing to add.
  const expected = stagesOfType.filter(
    (each) => each.presence === 'expected' && cells.get(cellKey(edition.pupilsItem, each.stage)) !== '0',
  );
  const repeated: string[] = [];
  const leftOut: string[] = [];
  for (const [item, parts] of partsOfWhole) {
    const stages = new Set(parts.map((part) => part.stage));
    const complete = expected.length > 0 && expected.every((each) => stages.has(each.stage));
    if (complete && !cells.has(item)) cells.set(item, sumDecimals(parts.map((part) => part.value)));
    if (!complete && edition.items.find((each) => each.id === item)?.alsoByStage.length === 0) leftOut.push(item);
    const values = new Set(parts.map((part) => part.value));
    if (parts.length > 1 && values.size === 1 && !values.has('0')) repeated.push(item);
  }
  const last = group.at(-1)!;
  if (leftOut.length > 0)
    sink.add('note', 'whole_school_figures_left_out', placeOf(last), { items: leftOut, name: last.school.baseName });
  // Areas or values that agree to the last digit in both stages: the whole school's figure was probably written twice.
  if (group.length > 1 && repeated.filter((item) => /area|value/.test(item)).length > 1) {
    sink.add('error', 'same_figures_for_both_stages', placeOf(last), { items: repeated });
  }
}

/**
 * The school a row says it belongs to: by code, else by the one school of that name. What is named and not found stays as
 * written; an uncounted campus is then not merged into anything, and the evaluation says so.
 */
function parentOf(
  group: readonly RowFigures[],
  groups: ReadonlyMap<string, readonly RowFigures[]>,
  keysOfName: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const parents = group.map(({ school }) => school.parent);
  const code = parents.find((parent) => parent.code !== null)?.code ?? null;
  if (code !== null && groups.has(code)) return code;
  const name = parents.find((parent) => parent.name !== null)?.name ?? null;
  if (name === null) return code;
  const named = [...(keysOfName.get(nameKey(name)) ?? [])];
  return named.length === 1 ? named[0]! : (code ?? name);
}

function namesOf(groups: ReadonlyMap<string, readonly RowFigures[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const [key, group] of groups) {
    for (const { school } of group) {
      const name = nameKey(school.name);
      keys.set(name, (keys.get(name) ?? new Set()).add(key));
    }
  }
  return keys;
}

function recordOf(
  key: string,
  group: readonly RowFigures[],
  type: string | null,
  figures: ReadonlyMap<string, string>,
  sink: ProblemSink,
): ImportedSchool['record'] {
  const cells: Record<string, string> = {};
  if (type !== null) cells['school-type'] = type;
  for (const row of group) {
    for (const [item, value] of row.school.choices) {
      if (item === 'school-type') continue;
      const before = cells[item];
      if (before !== undefined && before !== value) {
        const { file, sheet, row: number } = row.school;
        sink.add(
          'error',
          'duplicate_conflict',
          { file, sheet, row: number, item },
          {
            value,
            otherValue: before,
            other: group[0]!.school.row,
            otherSheet: group[0]!.school.sheet,
            otherFile: group[0]!.school.file,
          },
        );
      }
      cells[item] = value;
    }
  }
  for (const [cell, value] of figures) cells[cell] = value;
  const first = group[0]!.school;
  const isPartOfSeveral = type !== 'primary' && type !== 'junior';
  return {
    schoolId: key,
    code: group.map(({ school }) => school.code).find((code) => code !== '') ?? '',
    name: isPartOfSeveral ? first.baseName : first.name,
    parentSchoolId: null,
    countedAsSchool: group.every(({ school }) => school.counted),
    cells,
  };
}
