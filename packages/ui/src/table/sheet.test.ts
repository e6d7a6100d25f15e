import { expect, test } from '@jest/globals';
import ExcelJs from 'exceljs';
import { sheetFile, type Sheet } from './sheet.ts';

async function read(sheet: Sheet): Promise<ExcelJs.Worksheet> {
  const reader = new FileReader();
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('unreadable'));
    void sheetFile(sheet).then((blob) => reader.readAsArrayBuffer(blob), reject);
  });
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(bytes);
  const [worksheet] = book.worksheets;
  if (worksheet === undefined) throw new Error('no sheet');
  return worksheet;
}

test('numbers are numbers, texts are texts, and nothing is an empty cell', async () => {
  const sheet = await read({ name: 'A/B', head: ['a', 'b', 'c'], rows: [['001', 4.25, null]] });
  expect(sheet.name).toBe('A B');
  expect(sheet.getCell('A2').value).toBe('001');
  expect(sheet.getCell('B2').value).toBe(4.25);
  expect(sheet.getCell('C2').value).toBeNull();
});

test.each(['=HYPERLINK("http://example.org","x")', '+1+1', '-2+3', '@SUM(1)', '\t=1+1', '=cmd|x'])(
  'no text becomes a formula: %s',
  async (text) => {
    const cell = (await read({ name: 'x', head: ['a'], rows: [[text]] })).getCell('A2');
    expect(cell.type).toBe(ExcelJs.ValueType.String);
    expect(cell.formula).toBeUndefined();
    expect(cell.text.trim()).toBe(text.trim());
  },
);

test('what no workbook can hold is left out', async () => {
  const sheet = await read({ name: 'x', head: ['a'], rows: [['a\u0000b\u001Fc <&>'], [Number.NaN]] });
  expect(sheet.getCell('A2').value).toBe('abc <&>');
  expect(sheet.getCell('A3').value).toBeNull();
});
