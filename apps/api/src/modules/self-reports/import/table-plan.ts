import type { Edition, ItemDefinition } from '@junheng/evaluation-core';
import { categoryOf } from './figure-units.ts';
import type { FigureUnit, TitleUnits, UnitCategory } from './figure-units.ts';
import type { Table, TableColumn } from './find-tables.ts';
import type { IdentityField, ImportColumn } from './import-preview.types.ts';
import type { ProblemSink } from './problem-sink.ts';

/** A column whose figures are taken. */
export interface FigureColumn {
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  readonly item: ItemDefinition;
  /** The stage its header names. */
  readonly stage: string | null;
  /** null: money without a stated unit. */
  readonly unit: FigureUnit | null;
}

/** What is read from which column of one table. */
export interface TablePlan {
  readonly fields: ReadonlyMap<IdentityField, TableColumn>;
  readonly figures: readonly FigureColumn[];
  /** Choice and flag columns. */
  readonly choices: readonly { readonly column: number; readonly letters: string; readonly item: ItemDefinition }[];
  readonly listed: readonly ImportColumn[];
}

interface PlanContext {
  readonly edition: Edition;
  readonly file: string;
  readonly sheet: string;
  readonly titleUnits: TitleUnits;
  readonly sink: ProblemSink;
}

const NEEDED_ITEMS: readonly (readonly string[])[] = [
  ['pupils'],
  ['teachers-above-required-degree', 'teachers-bachelor'],
  ['backbone-teachers'],
  ['pe-and-arts-teachers', 'pe-teachers'],
  ['teaching-rooms-area', 'net-teaching-rooms-area'],
  ['sports-area', 'sports-field-area'],
  ['equipment-value'],
  ['multimedia-classrooms'],
];

export function planTable(table: Table, context: PlanContext): TablePlan {
  const { edition, file, sheet, sink } = context;
  const headerRow = table.headerRows.at(-1) ?? null;
  const fields = new Map<IdentityField, TableColumn>();
  const figures: FigureColumn[] = [];
  const choices: { column: number; letters: string; item: ItemDefinition }[] = [];
  const listed: ImportColumn[] = [];
  const firstOf = new Map<string, string>();
  const netOnly = !hasItem(table, 'indoor-sports-rooms-area');

  for (const column of table.columns) {
    const place = { file, sheet, row: headerRow, column: column.letters };
    if (column.continues && !hasValues(table, column.column)) continue;
    const { meaning } = column;
    const list = (status: ImportColumn['status'], item: string | null, unit: string | null): void => {
      const field = meaning?.field ?? null;
      const stage = meaning?.stage ?? null;
      listed.push({ file, sheet, column: column.letters, header: column.header, field, item, stage, unit, status });
    };
    if (meaning === null) {
      list('unknown', null, null);
      sink.add('note', 'column_not_recognised', place, { header: column.header });
      continue;
    }
    if (meaning.field === 'aside' || meaning.field === 'serial') {
      list('aside', null, null);
      continue;
    }
    const id = netOnly && meaning.item === 'teaching-rooms-area' ? 'net-teaching-rooms-area' : meaning.item;
    const identity = meaning.field ?? `${id}.${meaning.stage ?? ''}`;
    const before = firstOf.get(identity);
    if (before !== undefined) {
      list('unknown', id, null);
      sink.add(
        'error',
        'duplicate_column',
        { ...place, item: id ?? meaning.field, stage: meaning.stage },
        {
          header: column.header,
          otherColumn: before,
        },
      );
      continue;
    }
    firstOf.set(identity, column.letters);
    if (meaning.field !== null) {
      fields.set(meaning.field, column);
      list('read', null, null);
      continue;
    }
    const item = edition.items.find((each) => each.id === id);
    if (item === undefined || !takesStage(item, meaning.stage)) {
      list('unknown', id, null);
      sink.add('note', 'column_not_needed', { ...place, item: id, stage: meaning.stage }, { header: column.header });
      continue;
    }
    if (item.value.kind !== 'number') {
      choices.push({ column: column.column, letters: column.letters, item });
      list('read', item.id, null);
      continue;
    }
    const category = categoryOf(item.unit);
    const refusedUnit =
      meaning.refusedUnit ?? (meaning.unit === null ? refusedByTitle(item, category, context.titleUnits) : null);
    if (refusedUnit !== null) {
      sink.add('error', 'unit_not_supported', { ...place, item: id }, { unit: refusedUnit });
    }
    if (meaning.unit !== null && meaning.unit.category !== category) {
      sink.add('error', 'unit_not_fitting', { ...place, item: id }, { header: column.header });
    }
    const unitOfTitle = category === 'count' ? null : context.titleUnits[category];
    const unit = meaning.unit ?? unitOfTitle;
    if (meaning.unit !== null && unitOfTitle !== null && meaning.unit.id !== unitOfTitle.id) {
      sink.add('note', 'unit_of_column_used', { ...place, item: id }, { unit: meaning.unit.id });
    }
    if (id === 'net-teaching-rooms-area' && meaning.item === 'teaching-rooms-area') {
      sink.add('note', 'net_area_assumed', { ...place, item: id });
    }
    figures.push({
      column: column.column,
      letters: column.letters,
      header: column.header,
      item,
      stage: meaning.stage,
      unit,
    });
    list('read', item.id, unit?.id ?? (category === 'money' ? null : item.unit));
  }
  addMissingColumns(figures, context, headerRow);
  return { fields, figures, choices, listed };
}

function refusedByTitle(item: ItemDefinition, category: UnitCategory, title: TitleUnits): string | null {
  if (category === 'area') return title.refusedArea;
  return item.unit === 'person' ? title.refusedCount : null;
}

function takesStage(item: ItemDefinition, stage: string | null): boolean {
  if (stage === null) return true;
  return (item.stages ?? item.alsoByStage).includes(stage);
}

function hasItem(table: Table, item: string): boolean {
  return table.columns.some((column) => column.meaning?.item === item);
}

function hasValues(table: Table, column: number): boolean {
  return table.rows.some((row) => row.cells.some((cell) => cell.column === column));
}

function addMissingColumns(
  figures: readonly FigureColumn[],
  { file, sheet, sink }: PlanContext,
  row: number | null,
): void {
  for (const alternatives of NEEDED_ITEMS) {
    if (alternatives.some((item) => figures.some((figure) => figure.item.id === item))) continue;
    sink.add('warning', 'column_missing', { file, sheet, row, item: alternatives[0]! }, { item: alternatives[0]! });
  }
}
