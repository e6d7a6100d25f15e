import { text, type Language } from '@junheng/evaluation-messages';
import ExcelJS from 'exceljs';
import { safeText } from '../../../platform/workbooks/safe-text.ts';
import { COLOURS, FONT } from '../../../platform/workbooks/sheet-style.ts';
import type { SchoolEntry } from '../organisations.types.ts';
import { columnNames, COLUMNS, headerOf, type SchoolColumn } from './school-sheet.ts';

const WIDTHS: Readonly<Record<SchoolColumn, number>> = {
  code: 16,
  name: 30,
  type: 16,
  locale: 12,
  ownership: 12,
  town: 16,
  boarding: 10,
  founded: 12,
  parent: 24,
  counted: 12,
  opened: 14,
};

/**
 * Schools as a sheet that the import reads back: the template where there are none. A value that begins like a formula is
 * written as text that no spreadsheet computes.
 */
export async function writeSchoolSheet(
  schools: readonly SchoolEntry[],
  codeOf: ReadonlyMap<string, string>,
  language: Language,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh-CN' ? '学校' : 'Schools', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
  });
  sheet.columns = columnNames.map((column) => ({
    header: `${headerOf(column, language)}${COLUMNS[column].required ? '*' : ''}`,
    key: column,
    width: WIDTHS[column],
    style: { font: FONT, numFmt: '@' },
  }));
  const header = sheet.getRow(1);
  header.font = { ...FONT, bold: true, color: { argb: COLOURS.onHeader } };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
  });
  const yesNo = (value: boolean) => text(language, `option.flag.${value ? 'yes' : 'no'}`);
  for (const school of schools) {
    const values: Record<SchoolColumn, string> = {
      code: school.code,
      name: school.name,
      type: text(language, `school-type.${school.type}`),
      locale: text(language, `option.locale.${school.locale}`),
      ownership: text(language, `option.ownership.${school.ownership}`),
      town: school.townName ?? '',
      boarding: yesNo(school.boarding),
      founded: school.foundedYear === null ? '' : String(school.foundedYear),
      parent: codeOf.get(school.parentSchoolId ?? '') ?? '',
      counted: yesNo(school.countedAsSchool),
      opened: school.openedOn,
    };
    sheet.addRow(Object.fromEntries(Object.entries(values).map(([column, value]) => [column, safeText(value)])));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
