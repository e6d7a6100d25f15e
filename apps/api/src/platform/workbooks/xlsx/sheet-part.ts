import type { MergedRange, Sheet, SheetCell, SheetRow, WorkbookLimits } from '../workbook.types.ts';
import { parseCellReference } from '../cell-position.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { LONGEST_CELL_TEXT } from './shared-strings.ts';
import { storedCell } from './stored-cell.ts';
import type { StoredCellContext } from './stored-cell.ts';
import type { Attributes, XmlListener } from './xml-scan.ts';

/** What all sheets of a workbook use up together. */
export interface CellBudget {
  cells: number;
  textCharacters: number;
}

/**
 * Reads one worksheet part. Only cells with a value are kept, so neither a declared dimension, nor a million formatted but
 * empty rows, nor a value far away costs anything.
 */
export function sheetCollector(
  sheet: { name: string; hidden: boolean },
  context: StoredCellContext,
  limits: WorkbookLimits,
  budget: CellBudget,
): { listener: XmlListener; finish: () => Sheet } {
  const rows: { number: number; hidden: boolean; cells: SheetCell[] }[] = [];
  const merges: MergedRange[] = [];
  const hiddenColumns = new Set<number>();
  let columnElements = 0;
  let row = { number: 0, hidden: false, cells: [] as SheetCell[] };
  let column = 0;
  let attributes: Attributes | null = null;
  let collecting: 'value' | 'formula' | 'inline' | null = null;
  let insidePhonetic = false;
  let value: string | null = null;
  let inline: string | null = null;
  let formula: string | null = null;

  const keep = (cell: SheetCell): void => {
    if (cell.column > limits.columns)
      throw new WorkbookRefused('too_many_columns', { sheet: sheet.name, limit: limits.columns });
    budget.cells += 1;
    if (budget.cells > limits.cells) throw new WorkbookRefused('too_many_cells', { limit: limits.cells });
    // Counted per cell: thousands of cells may share one long text, and each gets its own copy when it leaves this thread.
    budget.textCharacters += cell.text.length;
    if (budget.textCharacters > limits.textCharacters) {
      throw new WorkbookRefused('too_much_text', { limit: limits.textCharacters });
    }
    row.cells.push(cell);
  };
  const closeRow = (): void => {
    if (row.cells.length === 0) return;
    if (rows.length >= limits.rows)
      throw new WorkbookRefused('too_many_rows', { sheet: sheet.name, limit: limits.rows });
    rows.push(row);
  };

  const listener: XmlListener = {
    open: (name, given) => {
      switch (name) {
        case 'row':
          row = { number: Number(given['r'] ?? row.number + 1), hidden: isTrue(given['hidden']), cells: [] };
          column = 0;
          break;
        case 'c': {
          column = given['r'] === undefined ? column + 1 : columnOf(given['r'], column + 1);
          attributes = given;
          value = inline = formula = null;
          break;
        }
        case 'v':
          if (attributes !== null) collecting = 'value';
          break;
        case 'f':
          if (attributes !== null) {
            collecting = 'formula';
            formula = '';
          }
          break;
        case 'rPh':
          insidePhonetic = true;
          break;
        case 't':
          if (attributes !== null && !insidePhonetic) collecting = 'inline';
          break;
        case 'mergeCell':
          addMerge(merges, given['ref'] ?? '', limits);
          break;
        case 'col':
          // One element a column is all a sheet can need; each may span all of them.
          columnElements += 1;
          if (columnElements > limits.columns * 10) throw new WorkbookRefused('unsafe_file', { part: sheet.name });
          if (isTrue(given['hidden'])) addHiddenColumns(hiddenColumns, given, limits.columns);
          break;
      }
    },
    text: (text) => {
      if (collecting === 'value') value = append(value, text);
      else if (collecting === 'formula') formula = append(formula, text);
      else if (collecting === 'inline') inline = append(inline, text);
    },
    close: (name) => {
      switch (name) {
        case 'v':
        case 'f':
        case 't':
          collecting = null;
          break;
        case 'rPh':
          insidePhonetic = false;
          break;
        case 'c': {
          const stored = {
            type: attributes?.['t'] ?? 'n',
            style: Number(attributes?.['s'] ?? '0'),
            value,
            inline,
            formula,
          };
          attributes = null;
          const cell = storedCell(column, stored, context);
          if (cell !== null) keep(cell);
          break;
        }
        case 'row':
          closeRow();
          break;
      }
    },
  };
  return {
    listener,
    finish: () => ({
      ...sheet,
      rows: tidy(rows, merges, sheet.name),
      merges,
      hiddenColumns: [...hiddenColumns].toSorted((a, b) => a - b),
    }),
  };
}

/**
 * Rows and cells in order, without what a merged range covers: a spreadsheet program shows only its top left cell. A position
 * given twice is damage, for programs would disagree about which value counts.
 */
function tidy(rows: readonly SheetRow[], merges: readonly MergedRange[], part: string): SheetRow[] {
  const sorted = rows.toSorted((a, b) => a.number - b.number);
  const upcoming = merges.toSorted((a, b) => b.top - a.top);
  let active: MergedRange[] = [];
  let previous = 0;
  const tidied: SheetRow[] = [];
  for (const row of sorted) {
    if (!Number.isSafeInteger(row.number) || row.number <= previous)
      throw new WorkbookRefused('damaged_file', { part });
    previous = row.number;
    while (upcoming.length > 0 && upcoming.at(-1)!.top <= row.number) active.push(upcoming.pop()!);
    active = active.filter((merge) => merge.bottom >= row.number);
    const cells = row.cells
      .filter((cell) => !isCovered(cell.column, row.number, active))
      .toSorted((a, b) => a.column - b.column);
    if (cells.some((cell, index) => cell.column === cells[index - 1]?.column)) {
      throw new WorkbookRefused('damaged_file', { part });
    }
    if (cells.length > 0) tidied.push({ ...row, cells });
  }
  return tidied;
}

function isCovered(column: number, row: number, merges: readonly MergedRange[]): boolean {
  return merges.some(
    (merge) => column >= merge.left && column <= merge.right && (column !== merge.left || row !== merge.top),
  );
}

/** The column of a reference, without a regular expression: a formatted sheet has millions of cells that hold nothing. */
function columnOf(reference: string, otherwise: number): number {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? otherwise : column;
}

function append(text: string | null, more: string): string {
  return text === null ? more : text.length > LONGEST_CELL_TEXT ? text : text + more;
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function addMerge(merges: MergedRange[], reference: string, limits: WorkbookLimits): void {
  if (merges.length >= limits.merges) throw new WorkbookRefused('too_many_cells', { limit: limits.merges });
  const [from, to] = reference.split(':').map((corner) => parseCellReference(corner));
  if (from == null || to == null) return;
  merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

function addHiddenColumns(hidden: Set<number>, attributes: Attributes, last: number): void {
  for (let column = Number(attributes['min']); column <= Math.min(Number(attributes['max']), last); column += 1) {
    hidden.add(column);
  }
}
