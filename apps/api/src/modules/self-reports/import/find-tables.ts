import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { MergedRange, Sheet, SheetCell, SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import type { HeaderMeaning, ReadHeader } from './match-header.ts';
import { isUnitAlone, readUnit } from './figure-units.ts';

/** How far down a table's header may begin, counted in rows with content. */
const SEARCHED_ROWS = 40;
const DEEPEST_HEADER = 4;
const LONGEST_HEADER = 200;
/** What repeats its header more often is not split any further. */
const MOST_TABLES = 50;

export interface TableColumn {
  /** From 1. */
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  /** null: not recognised. */
  readonly meaning: HeaderMeaning | null;
  /** The right part of a merged header over a column that says nothing more of its own. */
  readonly continues: boolean;
}

export interface Table {
  readonly headerRows: readonly number[];
  readonly columns: readonly TableColumn[];
  /** Rows above the header since the last table: titles, units. */
  readonly titles: readonly SheetRow[];
  readonly rows: readonly SheetRow[];
}

/** All tables of a sheet, one below the other; none when no header is recognised. */
export function findTables(sheet: Sheet, read: ReadHeader): readonly Table[] {
  const tables: Table[] = [];
  let start = 0;
  for (;;) {
    const header = findHeader(sheet, start, read);
    if (header === null) return tables;
    const next = tables.length + 1 < MOST_TABLES ? nextHeader(sheet, header, read) : null;
    const end = next ?? sheet.rows.length;
    tables.push({
      headerRows: header.rows.map((row) => row.number),
      columns: header.columns,
      titles: sheet.rows.slice(start, header.first),
      rows: sheet.rows.slice(header.first + header.rows.length, end),
    });
    if (next === null) return tables;
    start = next;
  }
}

interface Header {
  /** Index into sheet.rows. */
  readonly first: number;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly TableColumn[];
  readonly score: number;
}

function findHeader(sheet: Sheet, start: number, read: ReadHeader): Header | null {
  let best: Header | null = null;
  for (let first = start; first < Math.min(start + SEARCHED_ROWS, sheet.rows.length); first += 1) {
    for (let depth = 1; depth <= DEEPEST_HEADER && first + depth <= sheet.rows.length; depth += 1) {
      const header = headerAt(sheet, first, depth, read);
      if (header !== null && (best === null || header.score > best.score)) best = header;
    }
    // Further rows cannot belong to a better header than one that already names a school and its figures.
    if (best !== null && first >= best.first + DEEPEST_HEADER) break;
  }
  return best;
}

/** Where the next table of the sheet begins: a header of other columns further down. A repeated header is only a page break. */
function nextHeader(sheet: Sheet, header: Header, read: ReadHeader): number | null {
  const meanings = signature(header.columns);
  for (let index = header.first + header.rows.length; index < sheet.rows.length; index += 1) {
    if (!looksLikeHeader(sheet.rows[index]!, read)) continue;
    const found = findHeader({ ...sheet, rows: sheet.rows.slice(0, index + DEEPEST_HEADER) }, index, read);
    if (found === null || found.first > index + 1) continue;
    const titleStart = startOfTitles(sheet, header, index);
    if (signature(found.columns) !== meanings || titleStart < index) return titleStart;
  }
  return null;
}

/** Lines of a single text right above a header are its title. */
function startOfTitles(sheet: Sheet, header: Header, index: number): number {
  let start = index;
  while (start - 1 >= header.first + header.rows.length) {
    const row = sheet.rows[start - 1]!;
    const isTitle =
      row.cells.every((cell) => cell.kind === 'text') &&
      row.cells.length <= 2 &&
      /表|单位[:：]|小学|初中/.test(textOf(row));
    if (!isTitle || /合计|小计|总计|填表人|审核/.test(textOf(row))) break;
    start -= 1;
  }
  return start;
}

function textOf(row: SheetRow): string {
  return row.cells.map((cell) => cell.text).join(' ');
}

/** A row that repeats column headers; used for page breaks too. */
export function looksLikeHeader(row: SheetRow, read: ReadHeader): boolean {
  if (!row.cells.every(isWords)) return false;
  const texts = row.cells;
  if (texts.length < 3) return false;
  const known = texts.map((cell) => read([cell.text.slice(0, LONGEST_HEADER)])).filter((meaning) => meaning !== null);
  return known.some((meaning) => meaning.field === 'code' || meaning.field === 'name') && known.length >= 3;
}

function signature(columns: readonly TableColumn[]): string {
  return columns
    .filter((column) => column.meaning !== null)
    .map(({ column, meaning }) => [column, meaning!.field, meaning!.item, meaning!.stage, meaning!.unit?.id].join(':'))
    .join(' ');
}

function headerAt(sheet: Sheet, first: number, depth: number, read: ReadHeader): Header | null {
  const rows = sheet.rows.slice(first, first + depth);
  const [top, bottom] = [rows[0]!.number, rows.at(-1)!.number];
  if (bottom - top >= DEEPEST_HEADER) return null;
  const merges = sheet.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top && merge.top >= top);
  // A merged header that reaches further down belongs to a deeper block.
  if (merges.some((merge) => merge.bottom > bottom && merge.bottom - merge.top < DEEPEST_HEADER)) return null;
  if (goesOnBelow(merges, bottom, sheet.rows[first + depth])) return null;
  const last = Math.max(
    ...rows.flatMap((row) => row.cells.map((cell) => cell.column)),
    ...merges.map((merge) => merge.right),
  );
  const columns: TableColumn[] = [];
  for (let column = 1; column <= Math.min(last, 400); column += 1) {
    const levels = levelsOf(rows, merges, column);
    if (levels.texts.length === 0) continue;
    const meaning = read(levels.texts);
    columns.push({
      column,
      letters: columnLetters(column),
      header: levels.texts.map((text) => text.replace(/\s+/g, ' ').trim()).join(' / '),
      meaning,
      continues: levels.continues,
    });
  }
  const score = scoreOf(columns, rows, read);
  return score === 0 ? null : { first, rows, columns, score };
}

/**
 * A group header (在校生数 over 合计 and 其中：女) is not the whole header: the row below belongs to it, if it stands right below,
 * says something under the group and has no figure or code.
 */
function goesOnBelow(merges: readonly MergedRange[], bottom: number, next: SheetRow | undefined): boolean {
  if (next === undefined || next.number !== bottom + 1 || next.cells.some((cell) => !isWords(cell))) return false;
  return merges.some(
    ({ bottom: end, left, right }) =>
      end === bottom && left < right && next.cells.some(({ column }) => column > left && column <= right),
  );
}

/** Nearly every row of a school holds a figure or a code; headers do not begin with a digit. */
function isWords(cell: SheetCell): boolean {
  return cell.kind === 'text' && !/^[\s'"=]*[\d０-９]/.test(cell.text);
}

/** The header texts above a column, outermost first; a merged group counts for every column it spans. */
function levelsOf(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  column: number,
): { texts: string[]; continues: boolean } {
  const texts: string[] = [];
  let continues = false;
  for (const row of rows) {
    const own = cellAt(row, column);
    if (own !== undefined) {
      texts.push(own.text.slice(0, LONGEST_HEADER));
      continues = false;
      continue;
    }
    const merge = merges.find(
      (each) => row.number >= each.top && row.number <= each.bottom && column >= each.left && column <= each.right,
    );
    if (merge === undefined || row.number !== merge.top) continue;
    const origin = rows.find((each) => each.number === merge.top);
    const text = origin === undefined ? undefined : cellAt(origin, merge.left)?.text;
    if (text !== undefined) {
      texts.push(text.slice(0, LONGEST_HEADER));
      continues = true;
    }
  }
  return { texts, continues };
}

function cellAt(row: SheetRow, column: number): SheetCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

/** 0: no header. A header names the school and at least two figures, and holds no numbers. */
function scoreOf(columns: readonly TableColumn[], rows: readonly SheetRow[], read: ReadHeader): number {
  const known = columns.filter((column) => column.meaning !== null && !column.continues);
  const identifies = known.some((column) => column.meaning!.field === 'code' || column.meaning!.field === 'name');
  const figures = known.filter((column) => column.meaning!.item !== null).length;
  if (!identifies || figures < 2) return 0;
  const numbers = rows
    .flatMap((row) => row.cells)
    .filter((cell) => cell.kind !== 'text' && cell.kind !== 'date').length;
  // Rows that explain nothing (a title, the first school) only cost; a row of units explains.
  const idle = rows.filter(
    (row) => !row.cells.some((cell) => matchesAlone(cell.text.slice(0, LONGEST_HEADER), read)),
  ).length;
  const below = rows.slice(1);
  const units = below.filter(
    (row) => row.cells.length >= 2 && row.cells.every((cell) => isUnitAlone(cell.text)),
  ).length;
  return Math.max(0, known.length * 10 - numbers * 5 - idle * 3 - rows.length + units * 3);
}

function matchesAlone(text: string, read: ReadHeader): boolean {
  return read([text]) !== null || readUnit(text).kind === 'unit';
}
