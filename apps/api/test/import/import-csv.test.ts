import { describe, expect, test } from '@jest/globals';
import { cellsOf, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';

const rows = [HEADERS, schoolRow(1, '东关小学'), schoolRow(2, '沙溪乡𬒗山教学点', '教学点', 56)].map((row) =>
  row.map(String),
);

function written(separator: string, lineEnd = '\r\n'): string {
  return (
    rows
      .map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
      .join(lineEnd) + lineEnd
  );
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('text files', () => {
  test.each([
    ['UTF-8', Buffer.from(written(',')), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${written(',')}`), 'utf-8'],
    ['UTF-16 little endian', utf16(written('\t'), false, true), 'utf-16le'],
    ['UTF-16 big endian', utf16(written('\t'), true, true), 'utf-16be'],
    ['UTF-16 without mark', utf16(written(','), false, false), 'utf-16le'],
    ['semicolons', Buffer.from(written(';')), 'utf-8'],
    ['tabs', Buffer.from(written('\t', '\n')), 'utf-8'],
    ['bars', Buffer.from(written('|')), 'utf-8'],
    ['full-width commas', Buffer.from(written('，')), 'utf-8'],
    ['a separator line', Buffer.from(`sep=;\r\n${written(';')}`), 'utf-8'],
    ['old line ends', Buffer.from(written(',', '\r')), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const preview = await previewOf({ '数据.xlsx': bytes });
    expect(told(preview)).toEqual([]);
    expect(preview.files[0]).toMatchObject({ format: 'csv', encoding });
    expect(preview.rows.map((row) => [row.row, row.name])).toEqual([
      [2, '东关小学'],
      [3, '沙溪乡𬒗山教学点'],
    ]);
    expect(cellsOf(preview, '9940100002')).toMatchObject({ 'pupils.primary': '56', 'equipment-value': '120' });
  });

  test('quoted line breaks and separators do not shift rows; codes guarded against a spreadsheet program are read', async () => {
    const text = `"学校\n标识码",${HEADERS.slice(1)
      .map((header) => `"${header}"`)
      .join(',')}\r\n\r\n="9940100001","东关\n小学",小学,"1,568",72,19,16,"7,526.40",12230.4,"3,920,000",38\r\n`;
    const preview = await previewOf({ 'a.csv': text });
    expect(told(preview)).toEqual([]);
    expect(preview.rows).toMatchObject([{ row: 3, code: '9940100001', name: '东关 小学' }]);
    expect(cellsOf(preview, '9940100001')).toMatchObject({ 'pupils.primary': '1568', 'equipment-value': '392' });
  });

  test('a code in scientific notation and a formula are refused at their cells', async () => {
    const text = `${HEADERS.join(',')}\n9.9401E+09,东关小学,小学,=500+68,25,6,6,2500,4200,1200000,14\n`;
    expect(told(await previewOf({ 'a.csv': text }))).toEqual([
      'code_in_scientific_notation error 2A',
      'formula_without_result error 2D',
    ]);
  });

  test.each([
    ['一段文字，没有表格。', 'header_not_found'],
    ['没有表格', 'not_a_table'],
    ['   \n\n', 'empty_file'],
    ['<html><table><tr><td>学校</td></tr></table></html>', 'not_a_workbook'],
    ['<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'not_a_workbook'],
    ['%PDF-1.7\n', 'not_a_workbook'],
    ['{"a": [1, 2]}', 'not_a_workbook'],
    [Buffer.from([0x01, 0x02, 0x00, 0xff, 0xfe, 0x80, 0x03]), 'not_a_workbook'],
    [Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'unknown_encoding'],
    ['学校标识码,学校名称\n"9940,东关', 'damaged_file'],
  ])('%j: %s', async (content, code) => {
    expect((await previewOf({ 'a.csv': content })).problems).toMatchObject([
      { code, severity: 'error', file: 'a.csv' },
    ]);
  });
});
