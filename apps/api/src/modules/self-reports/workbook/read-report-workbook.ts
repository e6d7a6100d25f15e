import { cellDefinition, type CellKey, type Edition, type ItemDefinition } from '@junheng/evaluation-core';
import { languages, text } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/report-workbook';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetRow, Workbook } from '../../../platform/workbooks/workbook.types.ts';
import { readEntry, shownText, type EntryFacts, type EntryReading } from './read-entry.ts';
import { MARK, workbookFacts, type WorkbookFact } from './workbook-layout.ts';

/** A place in the file. */
export interface Place {
  readonly sheet: string;
  readonly row: number | null;
  /** Letters. */
  readonly column: string | null;
}

export interface ReadFault extends Place {
  readonly cell: CellKey | null;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly facts: EntryFacts;
}

export interface ReadEntry extends Place {
  readonly row: number;
  readonly column: string;
  readonly cell: CellKey;
  readonly reading: Exclude<EntryReading, { readonly kind: 'fault' }>;
}

/** What marking needs to know of a sheet: where texts go, and which rows may hold one of an earlier marking. */
export interface ReadSheet {
  readonly name: string;
  /** From 1; null where the sheet no longer says which column it is. */
  readonly resultColumn: number | null;
  readonly lastColumn: number;
  readonly rows: readonly number[];
}

/** A school's workbook as it came back. Plain data: it is stored with the upload. */
export interface ReadReportWorkbook {
  readonly entries: readonly ReadEntry[];
  readonly faults: readonly ReadFault[];
  readonly sheets: readonly ReadSheet[];
}

export type FactsOfWorkbook = Readonly<Partial<Record<WorkbookFact, string>>>;

/** What the workbook says of itself, wherever that sheet was moved; empty for a workbook from elsewhere. */
export function factsIn(workbook: Workbook): FactsOfWorkbook {
  const facts: Partial<Record<WorkbookFact, string>> = {};
  for (const { rows } of workbook.sheets) {
    for (const { cells } of rows) {
      for (const [index, { text: name }] of cells.entries()) {
        const fact = workbookFacts.find((known) => name === `${MARK.fact}${known}`);
        const value = cells[index + 1];
        if (fact !== undefined && value !== undefined) facts[fact] ??= value.text.trim();
      }
    }
  }
  return facts;
}

interface Row {
  readonly place: { readonly sheet: string; readonly row: number; readonly column: string };
  readonly key: string;
  readonly item: ItemDefinition | null;
  readonly reading: EntryReading;
}

/** Reads every row that bears a cell's key, by the marks of its sheet: names, order and further columns do not matter. */
export function readReportWorkbook(edition: Edition, workbook: Workbook): ReadReportWorkbook {
  const faults: ReadFault[] = [];
  const sheets: ReadSheet[] = [];
  const found: Row[] = [];
  for (const sheet of workbook.sheets) {
    const keyed = sheet.rows.filter((row) => keyOf(row) !== null);
    if (keyed.length === 0) continue;
    const columns = columnsOf(sheet);
    const rows = keyed.map(({ number }) => number);
    const lastColumn = Math.max(...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
    sheets.push({ name: sheet.name, resultColumn: columns.result, lastColumn, rows });
    if (columns.value === null) {
      const place = { sheet: sheet.name, row: null, column: null };
      faults.push({ ...place, cell: null, code: 'no-value-column', severity: 'error', facts: {} });
      continue;
    }
    for (const row of keyed) found.push(readRow(edition, sheet, row, columns.value));
    faults.push(...addedRows(sheet, columns.value));
  }
  return { ...settled(found, faults), sheets };
}

function readRow(edition: Edition, sheet: Sheet, row: SheetRow, column: number): Row {
  const key = keyOf(row) ?? '';
  const item = cellDefinition(edition, key)?.item ?? null;
  const cell = row.cells.find((each) => each.column === column);
  const reading: EntryReading = item === null ? { kind: 'blank' } : readEntry(item, cell);
  return { place: { sheet: sheet.name, row: row.number, column: columnLetters(column) }, key, item, reading };
}

/** One entry for each cell; a key that is not known, or that two rows share, is told of. */
function settled(
  rows: readonly Row[],
  before: readonly ReadFault[],
): { readonly entries: readonly ReadEntry[]; readonly faults: readonly ReadFault[] } {
  const faults = [...before];
  const entries: ReadEntry[] = [];
  const first = new Map<string, Row>();
  for (const row of rows) {
    const { place, key, item, reading } = row;
    if (item === null) {
      faults.push({ ...place, cell: null, code: 'unknown-item', severity: 'error', facts: { key: shownText(key) } });
      continue;
    }
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      if (reading.kind === 'fault') {
        faults.push({ ...place, cell: key, code: reading.code, severity: 'error', facts: reading.facts });
      } else {
        entries.push({ ...place, cell: key, reading });
      }
      continue;
    }
    const same = JSON.stringify(earlier.reading) === JSON.stringify(reading);
    const [code, severity] = same ? (['twice-same', 'warning'] as const) : (['twice-differs', 'error'] as const);
    const other = { sheet: earlier.place.sheet, row: earlier.place.row };
    faults.push({ ...place, cell: key, code, severity, facts: other });
  }
  return { entries, faults };
}

/** Rows without a key that hold something in the column of this year: they were added, and nobody knows what they are. */
function addedRows(sheet: Sheet, column: number): readonly ReadFault[] {
  const headers = new Set(languages.map((language) => text(language, 'workbook.column.value')));
  return sheet.rows.flatMap((row): ReadFault[] => {
    const cell = row.cells.find((each) => each.column === column);
    if (cell === undefined || keyOf(row) !== null || headers.has(cell.text.trim())) return [];
    if (row.cells.some((each) => each.text.startsWith(MARK.column))) return [];
    const place = { sheet: sheet.name, row: row.number, column: columnLetters(column) };
    const facts = { typed: shownText(cell.text) };
    return [{ ...place, cell: null, code: 'row-without-key', severity: 'warning', facts }];
  });
}

function keyOf(row: SheetRow): string | null {
  const mark = row.cells.find((cell) => cell.kind === 'text' && cell.text.startsWith(MARK.cell));
  return mark === undefined ? null : mark.text.slice(MARK.cell.length).trim();
}

function columnsOf(sheet: Sheet): { readonly value: number | null; readonly result: number | null } {
  const marked = (name: string): number | null => {
    for (const { cells } of sheet.rows) {
      const mark = cells.find((cell) => cell.text === `${MARK.column}${name}`);
      if (mark !== undefined) return mark.column;
    }
    return null;
  };
  return { value: marked('value'), result: marked('result') };
}
