import { measureKinds } from '@junheng/api-contract';
import { text, type Language } from '@junheng/evaluation-messages';
import ExcelJS from 'exceljs';
import { COLOURS, FONT } from '../../../platform/workbooks/sheet-style.ts';
import { columnNames, COLUMNS, headerOf, labelNames, labelOf, type LetterColumn } from './letter-sheet.ts';

const WIDTHS: Readonly<Record<LetterColumn, number>> = {
  problem: 56,
  rows: 16,
  deadline: 14,
  measure: 56,
  kind: 18,
  money: 14,
};
const ROWS_FOR_CHOICES = 200;

/** An empty letter: its particulars above, its problems below, which the reading understands. */
export async function writeLetterSheet(language: Language): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh-CN' ? '反馈意见' : 'Feedback letter', {
    views: [{ state: 'frozen', ySplit: labelNames.length + 2 }],
  });
  sheet.columns = columnNames.map((column) => ({ width: WIDTHS[column], style: { font: FONT, numFmt: '@' } }));
  for (const label of labelNames) sheet.addRow([labelOf(label, language)]).getCell(1).font = { ...FONT, bold: true };
  sheet.addRow([]);
  const header = sheet.addRow(
    columnNames.map((column) => `${headerOf(column, language)}${COLUMNS[column].required ? '*' : ''}`),
  );
  header.font = { ...FONT, bold: true, color: { argb: COLOURS.onHeader } };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
  });
  const kindColumn = columnNames.indexOf('kind') + 1;
  const choices = measureKinds.map((kind) => text(language, `measure-kind.${kind}`)).join(',');
  for (let row = header.number + 1; row <= header.number + ROWS_FOR_CHOICES; row += 1) {
    sheet.getCell(row, kindColumn).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices}"`],
    };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
