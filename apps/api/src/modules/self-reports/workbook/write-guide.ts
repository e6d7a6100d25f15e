import { text, type Language } from '@junheng/evaluation-messages';
import type { Workbook } from 'exceljs';
import { FONT, heightOf, THIN } from '../../../platform/workbooks/sheet-style.ts';

const RULES = [1, 2, 3, 4, 5] as const;
const WIDTHS = [18, 86] as const;

/** The first sheet: what this workbook is of, and how it is filled. */
export async function addGuide(
  workbook: Workbook,
  language: Language,
  title: string,
  lines: readonly (readonly [label: string, value: string])[],
): Promise<void> {
  const sheet = workbook.addWorksheet(text(language, 'workbook.sheet.guide'), {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  const head = sheet.addRow([title]);
  head.height = 30;
  head.getCell(1).font = { ...FONT, size: 16, bold: true };
  for (const [label, value] of lines) {
    const row = sheet.addRow([label, value]);
    row.height = 20;
    row.font = { ...FONT };
    for (const cell of [row.getCell(1), row.getCell(2)]) {
      cell.border = THIN;
      cell.alignment = { vertical: 'middle', horizontal: 'left' };
    }
    row.getCell(1).font = { ...FONT, bold: true };
  }
  sheet.addRow([]);
  for (const rule of RULES) {
    const said = text(language, `workbook.guide.rule-${rule}`);
    const row = sheet.addRow([said]);
    sheet.mergeCells(row.number, 1, row.number, 2);
    row.height = heightOf(said, WIDTHS[0] + WIDTHS[1]);
    row.getCell(1).font = { ...FONT, size: 11 };
    row.getCell(1).alignment = { vertical: 'middle', wrapText: true };
  }
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true });
}
