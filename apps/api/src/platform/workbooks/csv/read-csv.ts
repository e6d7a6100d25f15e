import { CsvError, parse } from 'csv-parse/sync';
import type { SheetCell, SheetRow, Workbook, WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { decodeText } from './decode-text.ts';
import { chooseDelimiter } from './choose-delimiter.ts';

/** The most a cell of a spreadsheet holds; what is longer is cut there as everywhere. */
const LONGEST_FIELD = 32_767;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Reads delimited text. Throws WorkbookRefused. */
export function readCsv(bytes: Buffer, limits: WorkbookLimits): Workbook {
  const { text, encoding } = decodeText(bytes);
  refuseMarkup(text);
  const { delimiter, body } = chooseDelimiter(text);
  if (body.trim() === '') throw new WorkbookRefused('empty_file');
  if (delimiter === null) throw new WorkbookRefused('not_a_table');
  const rows = readRows(body, delimiter, limits);
  const sheet = { name: '', hidden: false, rows, merges: [], hiddenColumns: [] };
  return { format: 'csv', encoding, delimiter, hasMacros: false, sheets: [sheet] };
}

/** Web pages and XML that a statistics system exports under the name .xls. */
function refuseMarkup(text: string): void {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (start.startsWith('<')) {
    const found = start.includes('urn:schemas-microsoft-com:office:spreadsheet')
      ? 'XML 2003'
      : /<(!doctype html|html|head|body|table|meta)/.test(start)
        ? 'HTML'
        : 'XML';
    throw new WorkbookRefused('not_a_workbook', { found });
  }
  if (start.startsWith('mime-version:')) throw new WorkbookRefused('not_a_workbook', { found: 'MHTML' });
  if (/^[[{]\s*["[{]/.test(start)) throw new WorkbookRefused('not_a_workbook', { found: 'JSON' });
}

/** Rows are counted as a spreadsheet program numbers them: a quoted line break does not start a row, an empty line is one. */
function readRows(text: string, delimiter: string, limits: WorkbookLimits): SheetRow[] {
  // The parser collects a whole record before it tells of it, and tells of every empty line: millions must not get that far.
  const { lines, mostSeparators } = measureLines(delimiter, text);
  if (mostSeparators > 10 * limits.columns) {
    throw new WorkbookRefused('too_many_columns', { sheet: '', limit: limits.columns });
  }
  if (lines > 10 * limits.rows) throw new WorkbookRefused('too_many_rows', { sheet: '', limit: limits.rows });
  const rows: SheetRow[] = [];
  let number = 0;
  let cells = 0;
  let characters = 0;
  const takeRecord = (record: readonly string[]): null => {
    number += 1;
    const row = record.flatMap((field, index) => textCell(index + 1, field) ?? []);
    const widest = row.at(-1)?.column ?? 0;
    cells += row.length;
    characters += row.reduce((sum, cell) => sum + cell.text.length, 0);
    if (widest > limits.columns) throw new WorkbookRefused('too_many_columns', { sheet: '', limit: limits.columns });
    if (cells > limits.cells) throw new WorkbookRefused('too_many_cells', { limit: limits.cells });
    if (characters > limits.textCharacters)
      throw new WorkbookRefused('too_much_text', { limit: limits.textCharacters });
    if (row.length > 0 && rows.length >= limits.rows) {
      throw new WorkbookRefused('too_many_rows', { sheet: '', limit: limits.rows });
    }
    if (row.length > 0) rows.push({ number, hidden: false, cells: row });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // ="0123" and the like: a quote inside a field is a character.
      relax_quotes: true,
      max_record_size: limits.textCharacters,
      on_record: takeRecord,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      throw new WorkbookRefused('too_much_text', { limit: limits.textCharacters });
    throw new WorkbookRefused('damaged_file', { row: number + 1 });
  }
  return rows;
}

/** Line breaks, and the most separators between two of them; what is quoted counts too. */
function measureLines(separator: string, text: string): { lines: number; mostSeparators: number } {
  const code = separator.charCodeAt(0);
  let lines = 1;
  let mostSeparators = 0;
  let separators = 0;
  for (let at = 0; at < text.length; at += 1) {
    const each = text.charCodeAt(at);
    if (each === code) separators += 1;
    else if (each === LINE_FEED || each === CARRIAGE_RETURN) {
      lines += 1;
      separators = 0;
    }
    if (separators > mostSeparators) mostSeparators = separators;
  }
  return { lines, mostSeparators };
}

/** `="0123"` is how a CSV file keeps a code from being read as a number; any other formula has no result in such a file. */
function textCell(column: number, field: string): SheetCell | null {
  const text = field.trim();
  if (text === '') return null;
  const protectedText = /^="([^"]*)"$/.exec(text);
  if (protectedText !== null) return { column, kind: 'text', text: protectedText[1]! };
  if (/^=[A-Za-z0-9(+-]/.test(text)) return { column, kind: 'formula-without-result', text: text.slice(0, 200) };
  return { column, kind: 'text', text: field.length > LONGEST_FIELD ? field.slice(0, LONGEST_FIELD) : field };
}
