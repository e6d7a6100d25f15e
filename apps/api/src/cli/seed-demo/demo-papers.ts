import ExcelJS from 'exceljs';

/** A small sheet that proves something: numbers only, no names of people. */
export async function paperOf(
  title: string,
  rows: readonly (readonly (string | number)[])[],
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(title);
  sheet.addRows(rows.map((row) => [...row]));
  sheet.getColumn(1).width = 24;
  return { name: `${title}.xlsx`, bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
}
