import type { Edition } from '@junheng/evaluation-core';
import type { Sheet } from '../../../platform/workbooks/workbook.types.ts';
import { countyOfFiles } from './county-of-files.ts';
import { NO_TITLE_UNITS, unitsOfTitle } from './figure-units.ts';
import type { FigureUnit, TitleUnits } from './figure-units.ts';
import { findTables } from './find-tables.ts';
import { headerReader } from './match-header.ts';
import type { Table } from './find-tables.ts';
import { withoutDuplicates } from './find-duplicates.ts';
import type {
  ImportColumn,
  ImportFile,
  ImportFileSummary,
  ImportOutcome,
  ImportPreview,
  ImportProblem,
  ImportSheet,
  ImportTable,
} from './import-preview.types.ts';
import { reportFindings } from './report-findings.ts';
import { mergeSchools } from './merge-schools.ts';
import { moneyUnitOf } from './money-unit.ts';
import { problemSink } from './problem-sink.ts';
import type { ProblemSink } from './problem-sink.ts';
import { checkRow } from './row-checks.ts';
import { readRowFigures } from './row-figures.ts';
import type { ReadingHabits, RowFigures } from './row-figures.ts';
import { listOf, readSchoolRows } from './read-rows.ts';
import { stageOfTitle } from './row-stage.ts';
import { noteOddCodes } from './odd-codes.ts';
import { planTable } from './table-plan.ts';
import type { FigureColumn } from './table-plan.ts';

/**
 * From workbooks to self-reports, as a proposal: which columns mean what, which rows are schools, what stands in the way. Pure:
 * the same files give the same preview. Several files are one county.
 *
 * @param knownCodes codes of the register, where there is one.
 */
export function buildImportPreview(
  edition: Edition,
  files: readonly ImportFile[],
  knownCodes: ReadonlySet<string> = new Set(),
): ImportPreview {
  const sink = problemSink();
  const columns: ImportColumn[] = [];
  const titles: string[] = [];
  const rows: RowFigures[] = [];
  const summaries = files.map((file) => readFile(edition, file, { sink, columns, titles, rows }));
  noteOddCodes(rows, sink);
  const kept = withoutDuplicates(rows, knownCodes, sink);
  // A row that is in doubt as a whole is not picked at cell by cell.
  for (const row of kept) checkRow(edition, row, sink);
  const merged = mergeSchools(edition, kept, sink);
  reportFindings(edition, merged, sink);

  const order = new Map(files.map((file, index) => [file.name, index]));
  const sorted = sink.all.toSorted((a, b) => comparePlaces(a, b, order));
  const problems = sorted.filter((problem) => problem.severity !== 'note');
  return {
    outcome: outcomeOf(problems),
    county: countyOfFiles(
      titles,
      files.map((file) => baseName(file.name)),
    ),
    files: summaries,
    columns,
    problems,
    notes: sorted.filter((problem) => problem.severity === 'note'),
    rows: merged.rows,
    schools: merged.schools,
  };
}

/** Folders say nothing about what is in a file. */
function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

interface Collected {
  readonly sink: ProblemSink;
  readonly columns: ImportColumn[];
  readonly titles: string[];
  readonly rows: RowFigures[];
}

function readFile(edition: Edition, file: ImportFile, collected: Collected): ImportFileSummary {
  const { reading } = file;
  if (reading === null) {
    collected.sink.add('error', 'file_not_found', { file: file.name });
    return { name: file.name, format: null, encoding: null, refused: true, sheets: [] };
  }
  if (!reading.ok) {
    collected.sink.add('error', reading.refusal.code, { file: file.name }, reading.refusal.facts);
    return { name: file.name, format: null, encoding: null, refused: true, sheets: [] };
  }
  const { workbook } = reading;
  if (workbook.hasMacros) collected.sink.add('note', 'macros_ignored', { file: file.name });
  const sheets = workbook.sheets.map((sheet) => readSheet(edition, file.name, sheet, collected));
  if (!sheets.some((sheet) => sheet.tables.length > 0)) {
    const empty = workbook.sheets.every((sheet) => sheet.rows.length === 0);
    collected.sink.add('error', empty ? 'no_data' : 'header_not_found', { file: file.name });
  } else if (
    isEmpty(sheets) &&
    !collected.sink.all.some((each) => each.file === file.name && each.severity === 'error')
  ) {
    collected.sink.add('error', 'no_schools', { file: file.name });
  }
  return { name: file.name, format: workbook.format, encoding: workbook.encoding, refused: false, sheets };
}

function isEmpty(sheets: readonly ImportSheet[]): boolean {
  return sheets.every((sheet) => sheet.tables.every((table) => table.schoolRows === 0));
}

function readSheet(edition: Edition, file: string, sheet: Sheet, collected: Collected): ImportSheet {
  const { sink } = collected;
  const found = findTables(sheet, headerReader(edition));
  const place = { file, sheet: sheet.name };
  // A hidden sheet is as a rule an older copy: nobody who looks at the file would see where its schools came from.
  if (sheet.hidden) {
    if (sheet.rows.length > 0) sink.add(found.length > 0 ? 'warning' : 'note', 'hidden_sheet_ignored', place);
    return { name: sheet.name, hidden: true, tables: [] };
  }
  if (found.length === 0) {
    if (sheet.rows.length > 0) sink.add('note', 'sheet_ignored', place, { rows: sheet.rows.length });
    return { name: sheet.name, hidden: false, tables: [] };
  }
  let inherited: TitleFacts = { stage: null, units: NO_TITLE_UNITS };
  const tables = found.map((table) => {
    inherited = titleFacts(table, inherited);
    return readTable(edition, file, sheet, table, inherited, collected);
  });
  return { name: sheet.name, hidden: false, tables };
}

interface TitleFacts {
  readonly stage: string | null;
  readonly units: TitleUnits;
}

/** What the lines above a table say; a table that repeats the header without a title goes on under the one above. */
function titleFacts(table: Table, inherited: TitleFacts): TitleFacts {
  const texts = textsAbove(table);
  if (texts.length === 0) return inherited;
  const stages = new Set(texts.map((text) => stageOfTitle(text)).filter((stage) => stage !== null));
  const stated = texts.map((text) => unitsOfTitle(text)).filter((units) => units !== null);
  const first = <K extends keyof TitleUnits>(kind: K): TitleUnits[K] =>
    stated.find((units) => units[kind] !== null)?.[kind] ?? inherited.units[kind];
  const area = stated.find((units) => units.area !== null || units.refusedArea !== null) ?? inherited.units;
  const units: TitleUnits = {
    money: first('money'),
    area: area.area,
    refusedArea: area.refusedArea,
    refusedCount: first('refusedCount'),
  };
  return { stage: stages.size === 1 ? [...stages][0]! : null, units };
}

function textsAbove(table: Table): string[] {
  return table.titles.flatMap((row) => row.cells.filter((cell) => cell.kind === 'text').map((cell) => cell.text));
}

function readTable(
  edition: Edition,
  file: string,
  sheet: Sheet,
  table: Table,
  title: TitleFacts,
  { sink, columns, titles, rows }: Collected,
): ImportTable {
  titles.push(...textsAbove(table));
  const plan = planTable(table, { edition, file, sheet: sheet.name, titleUnits: title.units, sink });
  columns.push(...plan.listed);
  const tableStage = title.stage ?? stageOfTitle(sheet.name) ?? stageOfTitle(baseName(file));
  const schools = readSchoolRows({ edition, file, sheet, table, plan, tableStage, sink });
  const units = new Map<FigureColumn, FigureUnit | null>();
  for (const figure of plan.figures) {
    units.set(figure, figure.item.unit === 'ten-thousand-yuan' ? moneyUnitOf(figure, schools, sink) : figure.unit);
  }
  const habits: ReadingHabits = { asText: new Map(), fromFormula: new Map() };
  const gymnasiumFrom = indoorSportsAsGymnasium(plan.figures);
  if (gymnasiumFrom !== null) {
    sink.add('note', 'gymnasium_from_indoor_sports', {
      file,
      sheet: sheet.name,
      column: gymnasiumFrom.letters,
      item: 'gymnasium-area',
    });
  }
  for (const school of schools) {
    const read = readRowFigures(edition, school, (column) => units.get(column) ?? null, habits, sink);
    const indoor =
      gymnasiumFrom === null ? undefined : read.figures.find((figure) => figure.item === 'indoor-sports-rooms-area');
    const row =
      indoor === undefined ? read : { ...read, figures: [...read.figures, { ...indoor, item: 'gymnasium-area' }] };
    rows.push(row);
  }
  noteHabits(habits, file, sheet, plan.figures, sink);
  return { headerRows: table.headerRows, stage: tableStage, schoolRows: schools.length };
}

/**
 * Statistics tables have no column 体育馆: halls are 室内体育用房 there, and 体育运动场馆面积 is 运动场地面积 plus 室内体育用房
 * (domain specification 3.3).
 */
function indoorSportsAsGymnasium(figures: readonly FigureColumn[]): FigureColumn | null {
  const has = (item: string): boolean => figures.some((figure) => figure.item.id === item);
  if (!has('sports-field-area') || has('gymnasium-area') || has('sports-area')) return null;
  return figures.find((figure) => figure.item.id === 'indoor-sports-rooms-area') ?? null;
}

function noteHabits(
  habits: ReadingHabits,
  file: string,
  sheet: Sheet,
  figures: readonly FigureColumn[],
  sink: ProblemSink,
): void {
  const note = (
    code: 'numbers_as_text' | 'formula_results_used',
    map: ReadonlyMap<FigureColumn, readonly number[]>,
  ): void => {
    for (const [column, rows] of map) {
      const place = { file, sheet: sheet.name, row: rows[0]!, column: column.letters, item: column.item.id };
      sink.add('note', code, place, { rows: listOf(rows), count: rows.length });
    }
  };
  note('numbers_as_text', habits.asText);
  note('formula_results_used', habits.fromFormula);
  for (const column of figures) {
    if (!sheet.hiddenColumns.includes(column.column)) continue;
    sink.add(
      'warning',
      'hidden_column_read',
      { file, sheet: sheet.name, column: column.letters, item: column.item.id },
      { header: column.header },
    );
  }
}

const FILE_LEVEL = new Set([
  'header_not_found',
  'no_data',
  'unit_not_stated',
  'unit_not_supported',
  'unit_not_fitting',
  'duplicate_column',
  'file_not_found',
]);

/** Said of a column in its header, or of a single cell. */
const CELL_UNIT: ReadonlySet<string> = new Set(['unit_not_supported', 'unit_not_fitting']);

function outcomeOf(problems: readonly ImportProblem[]): ImportOutcome {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return 'accept';
  // A problem without a row concerns the file or a whole column.
  if (errors.some((problem) => problem.row === null || FILE_LEVEL.has(problem.code))) {
    const aboutCell = errors.every((problem) => problem.row !== null && CELL_UNIT.has(problem.code));
    if (!aboutCell) return 'reject_file';
  }
  return errors.some((problem) =>
    /^(?:duplicate_|code_|name_|sum_of_|stage_|type_|unknown_school_type)/.test(problem.code),
  )
    ? 'reject_rows'
    : 'reject_cells';
}

function comparePlaces(a: ImportProblem, b: ImportProblem, order: ReadonlyMap<string, number>): number {
  return (
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
    compareTexts(a.sheet ?? '', b.sheet ?? '') ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? '').length - (b.column ?? '').length ||
    compareTexts(a.column ?? '', b.column ?? '')
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
