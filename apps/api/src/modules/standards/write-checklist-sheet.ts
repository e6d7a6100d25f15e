import { checklistItemKinds } from '@junheng/api-contract';
import type { Language } from '@junheng/evaluation-messages';
import ExcelJS from 'exceljs';
import { COLOURS, FONT } from '../../platform/workbooks/sheet-style.ts';
import { CHECKLIST_COLUMNS, CHECKLIST_KINDS, checklistColumns, type ChecklistColumn } from './checklist-sheet.rules.ts';

const WIDTHS: Readonly<Record<ChecklistColumn, number>> = { text: 56, kind: 14, maximum: 10, criteria: 56, textEn: 40 };
const ROWS_FOR_CHOICES = 100;

/** An empty checklist that the reading understands. */
export async function writeChecklistSheet(language: Language): Promise<Buffer> {
  const at = language === 'zh-CN' ? 0 : 1;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh-CN' ? '督查清单' : 'Checklist', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = checklistColumns.map((column) => ({ width: WIDTHS[column], style: { font: FONT, numFmt: '@' } }));
  const header = sheet.addRow(checklistColumns.map((column) => CHECKLIST_COLUMNS[column].header[at]));
  header.font = { ...FONT, bold: true, color: { argb: COLOURS.onHeader } };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
  });
  const choices = checklistItemKinds.map((kind) => CHECKLIST_KINDS[kind][at]).join(',');
  for (let row = 2; row <= 1 + ROWS_FOR_CHOICES; row += 1) {
    sheet.getCell(row, checklistColumns.indexOf('kind') + 1).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices}"`],
    };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
