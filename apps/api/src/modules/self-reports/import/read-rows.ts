import type { Edition, ItemDefinition } from '@junheng/evaluation-core';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetCell, SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import { readCounted, readParent } from './campus-of-row.ts';
import type { NamedParent } from './campus-of-row.ts';
import { classifyAside, looksEmptyOfFigures, mayBeTotalName } from './classify-row.ts';
import { sumsOfNeighbours } from './doubtful-totals.ts';
import { looksLikeHeader } from './find-tables.ts';
import { headerReader } from './match-header.ts';
import type { IdentityField } from './import-preview.types.ts';
import type { Table } from './find-tables.ts';
import { stageNamed } from './header-text.ts';
import type { ProblemPlace, ProblemSink } from './problem-sink.ts';
import { readFigure } from './read-figure.ts';
import { cellOf, downwardMerges, mergeAt, mergedDown, readCode } from './row-identity.ts';
import type { CodeReading, DownwardMerges } from './row-identity.ts';
import { stageOfRow, typeHasStage } from './row-stage.ts';
import { isOutsideCompulsoryEducation, readChoice, splitStageSuffix, typeFromName } from './school-words.ts';
import type { FigureColumn, TablePlan } from './table-plan.ts';

/** A row that is a school or a part of one, before its figures are read. */
export interface SchoolRow {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  readonly codeAsNumber: boolean;
  /** As written. */
  readonly name: string;
  readonly baseName: string;
  readonly type: string | null;
  /** A type is written and not known: said at its cell, nothing is assumed instead. */
  readonly typeRefused: boolean;
  readonly stage: string | null;
  /** The stage was written somewhere, not derived from the type. */
  readonly stageStated: boolean;
  readonly counted: boolean;
  readonly parent: NamedParent;
  readonly choices: ReadonlyMap<string, string>;
  readonly cells: ReadonlyMap<FigureColumn, RowCell>;
  readonly columns: { readonly code: string | null; readonly name: string | null };
}

/** `spansTo`: the last row of a range merged downwards from here; `spansFrom`: the first, where this row is covered by one. */
export interface RowCell {
  readonly cell: SheetCell | null;
  readonly spansTo: number | null;
  readonly spansFrom: number | null;
}

export interface RowContext {
  readonly edition: Edition;
  readonly file: string;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly plan: TablePlan;
  readonly tableStage: string | null;
  readonly sink: ProblemSink;
}

interface Reading extends RowContext {
  readonly merges: DownwardMerges;
  /** In a table without codes: rows that are the sum of others. */
  readonly sums: ReturnType<typeof sumsOfNeighbours>;
}

/** Stands for a type that is written and not known. */
const UNKNOWN_TYPE = '';

/** The schools of a table. What is no school is listed in notes; a row that cannot be told is an error. */
export function readSchoolRows(given: RowContext): readonly SchoolRow[] {
  const { file, sheet, table, sink } = given;
  const withoutCodes = !given.plan.fields.has('code');
  const context: Reading = {
    ...given,
    merges: downwardMerges(sheet.merges),
    sums: withoutCodes ? sumsOfNeighbours(table.rows, given.plan.figures) : new Map(),
  };
  const asides = new Map<string, number[]>();
  const schools: SchoolRow[] = [];
  const hidden: number[] = [];
  for (const row of table.rows) {
    const aside = asideOf(row, context);
    if (aside !== null) {
      const numbers = asides.get(aside);
      if (numbers === undefined) asides.set(aside, [row.number]);
      else numbers.push(row.number);
      continue;
    }
    const school = readSchoolRow(row, context);
    if (school === null) continue;
    if (row.hidden) hidden.push(row.number);
    schools.push(school);
  }
  for (const [kind, rows] of asides) {
    const code = kind === 'total' ? 'total_rows_skipped' : 'other_rows_skipped';
    sink.add('note', code, { file, sheet: sheet.name, row: rows[0]! }, { rows: listOf(rows), count: rows.length });
  }
  if (hidden.length > 0) {
    sink.add(
      'warning',
      'hidden_rows_read',
      { file, sheet: sheet.name, row: hidden[0]! },
      { rows: listOf(hidden), count: hidden.length },
    );
  }
  return schools;
}

export function listOf(numbers: readonly number[]): string {
  return numbers.slice(0, 20).join(', ') + (numbers.length > 20 ? ' …' : '');
}

function asideOf(row: SheetRow, context: Reading): string | null {
  const labels = (['code', 'name'] as const).flatMap((field) => {
    const cell = cellOf(row, context.plan.fields.get(field)?.column);
    return cell === undefined ? [] : [cell.text];
  });
  const code = identifying(row, 'code', context);
  const hasCode = code !== undefined && /^[\s'‘’]*[0-9A-Za-z.+-]{4,}\s*$/.test(code.text.normalize('NFKC'));
  if (looksLikeHeader(row, headerReader(context.edition))) return 'repeated-header';
  return classifyAside(row, labels, hasCode);
}

function identifying(
  row: SheetRow,
  field: IdentityField | 'type',
  { plan, table, merges }: Reading,
): SheetCell | undefined {
  const column =
    field === 'type'
      ? plan.choices.find((choice) => choice.item.id === 'school-type')?.column
      : plan.fields.get(field)?.column;
  if (column === undefined) return undefined;
  return cellOf(row, column) ?? mergedDown(table.rows, merges, row.number, column);
}

function readSchoolRow(row: SheetRow, context: Reading): SchoolRow | null {
  const { edition, file, sheet, plan, sink } = context;
  const codeColumn = plan.fields.get('code');
  const nameColumn = plan.fields.get('name');
  const place: ProblemPlace = { file, sheet: sheet.name, row: row.number };
  const atCode = { ...place, column: codeColumn?.letters ?? null, item: 'code' };
  const atName = { ...place, column: nameColumn?.letters ?? null, item: 'name' };

  const nameCell = identifying(row, 'name', context);
  const name = nameCell === undefined || nameCell.kind === 'error' ? '' : nameCell.text.replace(/\s+/g, ' ').trim();
  const reading = readCode(identifying(row, 'code', context));
  const withoutFigures = looksEmptyOfFigures(
    row,
    plan.figures.map((figure) => figure.column),
  );
  if (reading.kind === 'none' && withoutFigures) {
    sink.add('warning', 'row_without_figures', place, {
      text: row.cells
        .map((cell) => cell.text)
        .join(' ')
        .slice(0, 60),
    });
    return null;
  }
  if (reading.kind === 'none' && codeColumn !== undefined) sink.add('error', 'code_missing', atCode, { name });
  if (reading.kind === 'refused') sink.add('error', reading.code, atCode, { text: reading.text.slice(0, 40) });
  if (name === '') {
    if (reading.kind !== 'code') {
      if (codeColumn === undefined) sink.add('error', 'name_missing', atName);
    } else if (nameColumn !== undefined) sink.add('warning', 'name_missing', atName, { code: reading.code });
  }

  tellCellsBeyondHeader(row, context, place);
  if (isDoubtfulTotal(row, name, reading, context, atName)) return null;
  const choices = readChoices(row, context, place);
  if (choices === 'outside') return null;
  if (!choices.has('school-type') && isOutsideCompulsoryEducation(name)) {
    sink.add('warning', 'school_outside_evaluation', atName, { text: name });
    return null;
  }
  const suffix = splitStageSuffix(name);
  const stageCell = identifying(row, 'stage', context);
  const typeRefused = choices.get('school-type') === UNKNOWN_TYPE;
  const typeInName = choices.has('school-type') ? null : typeFromName(suffix.base);
  const type = typeRefused ? null : (choices.get('school-type') ?? typeInName);
  if (typeInName !== null) sink.add('note', 'type_from_name', atName, { name, schoolType: typeInName });
  const column = stageCell === undefined ? null : (stageNamed(stageCell.text)?.stage ?? null);
  const found = stageOfRow(edition, { column, suffix: suffix.stage, table: context.tableStage, type });
  if (found.kind === 'contradiction') {
    sink.add(
      'error',
      'stage_contradiction',
      { ...atName, item: 'stage' },
      { stage: found.stages[0]!, otherStage: found.stages[1]! },
    );
    return null;
  }
  if (found.stage !== null && !typeHasStage(edition, type, found.stage)) {
    sink.add(
      'error',
      'stage_not_of_type',
      { ...atName, item: 'stage', stage: found.stage },
      { schoolType: type ?? '', stage: found.stage },
    );
    return null;
  }
  const countedCell = identifying(row, 'counted', context);
  const counted = readCounted(countedCell);
  if (counted === null) {
    const column = plan.fields.get('counted')?.letters ?? null;
    sink.add('error', 'not_an_option', { ...place, column }, { text: countedCell?.text.trim().slice(0, 40) ?? '' });
  }
  const parents = { code: identifying(row, 'parent-code', context), name: identifying(row, 'parent-name', context) };
  return {
    file,
    sheet: sheet.name,
    row: row.number,
    code: reading.kind === 'code' ? reading.code : '',
    codeAsNumber: reading.kind === 'code' && reading.asNumber,
    name: name === '' && reading.kind === 'code' ? reading.code : name,
    baseName: suffix.base === '' && reading.kind === 'code' ? reading.code : suffix.base,
    type,
    typeRefused,
    stage: found.stage,
    stageStated: found.stated,
    counted: counted ?? true,
    parent: readParent(parents, { code: reading.kind === 'code' ? reading.code : '', name }),
    choices,
    cells: figureCells(row, context),
    columns: { code: codeColumn?.letters ?? null, name: nameColumn?.letters ?? null },
  };
}

/** In a CSV file a figure behind the last header means that the row is shifted, mostly by a thousands comma without quotes. */
function tellCellsBeyondHeader(row: SheetRow, { sheet, table, sink }: Reading, place: ProblemPlace): void {
  const last = row.cells.at(-1);
  if (sheet.name !== '' || last === undefined) return;
  if (table.columns.some((column) => column.column >= last.column) || readFigure(last).kind !== 'figure') return;
  sink.add(
    'error',
    'cell_beyond_header',
    { ...place, column: columnLetters(last.column) },
    { value: last.text.trim() },
  );
}

/** A row that has no code and looks like a subtotal which does not say so: taken for a school it would count pupils twice. */
function isDoubtfulTotal(
  row: SheetRow,
  name: string,
  code: CodeReading,
  { plan, sums, sink }: Reading,
  place: ProblemPlace,
): boolean {
  if (code.kind !== 'none' || name === '' || plan.fields.has('code')) return false;
  const sum = sums.get(row.number);
  if (sum === undefined && !mayBeTotalName(name)) return false;
  if (sum === undefined) sink.add('error', 'name_of_no_school', place, { name });
  else sink.add('error', 'sum_of_other_rows', place, { name, from: sum.from, to: sum.to });
  return true;
}

function readChoices(row: SheetRow, context: Reading, place: ProblemPlace): Map<string, string> | 'outside' {
  const { plan, sink } = context;
  const values = new Map<string, string>();
  for (const { column, letters, item } of plan.choices) {
    const cell = item.id === 'school-type' ? identifying(row, 'type', context) : cellOf(row, column);
    if (cell === undefined || /^[-—/]+$/.test(cell.text.trim())) continue;
    const at = { ...place, column: letters, item: item.id };
    const value = acceptedChoice(item, cell.text);
    if (value !== null) {
      values.set(item.id, value);
      continue;
    }
    if (item.id === 'school-type' && isOutsideCompulsoryEducation(cell.text)) {
      sink.add('warning', 'school_outside_evaluation', at, { text: cell.text.trim() });
      return 'outside';
    }
    if (item.id === 'school-type') values.set(item.id, UNKNOWN_TYPE);
    sink.add('error', item.id === 'school-type' ? 'unknown_school_type' : 'not_an_option', at, {
      text: cell.text.trim().slice(0, 40),
    });
  }
  return values;
}

function acceptedChoice(item: ItemDefinition, text: string): string | null {
  const value = readChoice(item.id, text);
  if (value === null) return null;
  return item.value.kind !== 'choice' || item.value.options.includes(value) ? value : null;
}

function figureCells(row: SheetRow, { plan, merges }: Reading): ReadonlyMap<FigureColumn, RowCell> {
  return new Map(
    plan.figures.map((figure) => {
      const cell = cellOf(row, figure.column) ?? null;
      const merge = mergeAt(merges, row.number, figure.column);
      const spansTo = merge !== undefined && merge.top === row.number ? merge.bottom : null;
      const spansFrom = merge !== undefined && merge.top < row.number ? merge.top : null;
      return [figure, { cell, spansTo, spansFrom }] as const;
    }),
  );
}
