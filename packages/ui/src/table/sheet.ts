import { saveFile } from './save-file.ts';

export type SheetCell = string | number | null;

/** A table as it goes into a file: a head and rows of as many cells. */
export interface Sheet {
  /** Name of the sheet. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const LONGEST_CELL = 32_767;
/** A sheet's name: at most 31 characters, none of those that stand for something in a formula. */
const NOT_IN_NAME = /[[\]:*?/\\']/g;

/**
 * An Excel workbook with this one sheet. A text stays a text whatever it begins with: no cell is ever written as a formula, so a
 * school called `=HYPERLINK(…)` is only a strange name.
 */
export async function sheetFile(sheet: Sheet): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const textCell = (text: string) => ({
    value: writable(text).slice(0, LONGEST_CELL),
    type: String,
    format: '@',
  });
  return writeWorkbook(
    [
      sheet.head.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const })),
      ...sheet.rows.map((row) =>
        row.map((cell) =>
          cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : textCell(cell),
        ),
      ),
    ],
    {
      sheet: sheet.name.replace(NOT_IN_NAME, ' ').trim().slice(0, 31) || 'Sheet1',
      stickyRowsCount: 1,
      columns: sheet.head.map((text, index) => ({
        width: widthOf([text, ...sheet.rows.map((row) => row[index] ?? '')]),
      })),
    },
  ).toBlob();
}

/** @param fileName without its ending */
export async function saveSheet(fileName: string, sheet: Sheet): Promise<void> {
  saveFile(`${fileName}.xlsx`, await sheetFile(sheet));
}

/** Without what XML cannot hold: one such character would make the whole file unreadable. */
function writable(text: string): string {
  return text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (letter) => ('\t\n\r'.includes(letter) ? letter : ''));
}

/** In characters; a Han character takes two. */
function widthOf(cells: readonly SheetCell[]): number {
  const longest = cells.slice(0, 200).reduce<number>((most, cell) => {
    const length = [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
    return Math.max(most, length);
  }, 0);
  return Math.min(48, Math.max(8, longest + 2));
}
