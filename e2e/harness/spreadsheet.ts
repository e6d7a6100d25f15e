import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Columns of the school's workbook, from 1. */
const [KEY, VALUE, RESULT] = [1, 5, 8];

/** A workbook as somebody has it open in a spreadsheet program: filled in by the keys of its rows, and saved as a file. */
export class Spreadsheet {
  private constructor(private readonly workbook: ExcelJS.Workbook) {}

  static async open(path: string): Promise<Spreadsheet> {
    const workbook = new ExcelJS.Workbook();
    // Node's Buffer and the one that exceljs names are the same at run time.
    await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer);
    return new Spreadsheet(workbook);
  }

  get sheets(): readonly string[] {
    return this.workbook.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
  }

  /** `「小学」表 E6`, as the page says it. */
  placeOf(cell: string): string {
    const { sheet, row } = this.find(cell);
    return `「${sheet.name}」表 E${row}`;
  }

  value(cell: string): ExcelJS.CellValue {
    const { sheet, row } = this.find(cell);
    return sheet.getCell(row, VALUE).value;
  }

  /** What the check left beside the cell. */
  said(cell: string): string {
    const { sheet, row } = this.find(cell);
    return sheet.getCell(row, RESULT).text;
  }

  isInput(cell: string): boolean {
    const { sheet, row } = this.find(cell);
    return sheet.getCell(row, VALUE).protection?.locked === false;
  }

  fill(cells: Readonly<Record<string, ExcelJS.CellValue>>): this {
    for (const [cell, value] of Object.entries(cells)) {
      const { sheet, row } = this.find(cell);
      sheet.getCell(row, VALUE).value = value;
    }
    return this;
  }

  async save(name: string): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
    return { name, mimeType: XLSX, buffer: Buffer.from(await this.workbook.xlsx.writeBuffer()) };
  }

  private find(cell: string): { readonly sheet: ExcelJS.Worksheet; readonly row: number } {
    for (const sheet of this.workbook.worksheets) {
      for (let row = 1; row <= sheet.rowCount; row += 1) {
        if (sheet.getCell(row, KEY).value === `jh:${cell}`) return { sheet, row };
      }
    }
    throw new Error(`the workbook has no row of ${cell}`);
  }
}
