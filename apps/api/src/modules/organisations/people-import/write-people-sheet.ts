import type { Language } from '@junheng/evaluation-messages';
import ExcelJS from 'exceljs';
import { safeText } from '../../../platform/workbooks/safe-text.ts';
import { COLOURS, FONT } from '../../../platform/workbooks/sheet-style.ts';
import type { PersonWithGrants } from '../../access/access.types.ts';
import { columnNames, COLUMNS, headerOf, roleText, type PeopleColumn } from './people-sheet.ts';

const WIDTHS: Readonly<Record<PeopleColumn, number>> = {
  name: 16,
  login: 24,
  role: 16,
  place: 30,
  code: 16,
  email: 28,
  from: 14,
  to: 14,
};

/**
 * People as a sheet that the import reads back, a row for each role: the template where there are none. A value that begins
 * like a formula is written as text that no spreadsheet computes. No password, no link, nothing that lets anybody in.
 */
export async function writePeopleSheet(
  people: readonly PersonWithGrants[],
  codeOf: ReadonlyMap<string, string>,
  language: Language,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh-CN' ? '人员' : 'People', {
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
  for (const { person, grants } of people) {
    for (const { role, place, validFrom, validTo } of grants) {
      const values: Record<PeopleColumn, string> = {
        name: person.displayName,
        login: person.login,
        role: roleText(role, language),
        place: place.name,
        code: place.kind === 'school' ? (codeOf.get(place.schoolId) ?? '') : '',
        email: person.email ?? '',
        from: validFrom,
        to: validTo ?? '',
      };
      sheet.addRow(Object.fromEntries(Object.entries(values).map(([column, value]) => [column, safeText(value)])));
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
