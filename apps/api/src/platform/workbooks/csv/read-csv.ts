import { CsvError, parse } from 'csv-parse/sync';
import type { SheetCell, SheetRow, Workbook, WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { decodeText } from './decode-text.ts';
import { chooseDelimiter } from './choose-delimiter.ts';

const LONGEST_RECORD = 1_000_000;

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
  const rows: SheetRow[] = [];
  let number = 0;
  let cellCount = 0;
  let characters = 0;
  const onRecord = (record: readonly string[]): null => {
    number += 1;
    const cells: SheetCell[] = [];
    record.forEach((field, index) => {
      const cell = textCell(index + 1, field);
      if (cell === null) return;
      cellCount += 1;
      characters += cell.text.length;
      if (cell.column > limits.columns)
        throw new WorkbookRefused('too_many_columns', { sheet: '', limit: limits.columns });
      if (cellCount > limits.cells) throw new WorkbookRefused('too_many_cells', { limit: limits.cells });
      if (characters > limits.textCharacters)
        throw new WorkbookRefused('too_much_text', { limit: limits.textCharacters });
      cells.push(cell);
    });
    if (cells.length > 0) {
      if (rows.length >= limits.rows) throw new WorkbookRefused('too_many_rows', { sheet: '', limit: limits.rows });
      rows.push({ number, hidden: false, cells });
    }
    return null;
  };
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
      on_record: onRecord,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new WorkbookRefused('too_much_text', { limit: LONGEST_RECORD });
    throw new WorkbookRefused('damaged_file', { row: number + 1 });
  }
  return rows;
}

/** `="0123"` is how a CSV file keeps a code from being read as a number; any other formula has no result in such a file. */
function textCell(column: number, field: string): SheetCell | null {
  const text = field.trim();
  if (text === '') return null;
  const protectedText = /^="([^"]*)"$/.exec(text);
  if (protectedText !== null) return { column, kind: 'text', text: protectedText[1]! };
  if (/^=[A-Za-z0-9(+-]/.test(text)) return { column, kind: 'formula-without-result', text: text.slice(0, 200) };
  return { column, kind: 'text', text: field.slice(0, 32_767) };
}
