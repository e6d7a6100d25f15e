import { describe, expect, test } from '@jest/globals';
import { readFigureText } from '../../src/modules/self-reports/import/read-figure.ts';
import { cellsOf, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

describe('two figures in one cell are not one figure', () => {
  test.each(['12\n26', '12 26', '15 68', '1 56 8', '7526.4 200', '①', '156⁸', '½', '3²', 'Ⅻ'])('%j', (text) => {
    expect(readFigureText(text)).toMatchObject({ kind: 'refused', code: 'not_a_number' });
  });

  test.each([
    ['1 568', '1568'],
    ['1\u00a0568', '1568'],
    ['1 234 568.5', '1234568.5'],
    ['-1 568', '-1568'],
    ['7526.4 m²', '7526.4'],
    ['7526.4 M2', '7526.4'],
  ])('%j is one', (text, decimal) => {
    expect(readFigureText(text)).toMatchObject({ kind: 'figure', decimal });
  });
});

describe('a CSV row with a separator too many', () => {
  const line = (cells: readonly MadeCell[]): string =>
    cells.map((cell) => (typeof cell === 'object' ? '' : String(cell))).join(',');

  test('an unquoted thousands comma is told where the row runs over', async () => {
    const shifted = line(schoolRow(1, '东关小学')).replace(',500,', ',1,500,');
    const preview = await previewOf({ 'a.csv': [line(HEADERS), shifted, line(schoolRow(2, '西关小学'))].join('\n') });
    expect(told(preview)).toContain('cell_beyond_header error 2L');
    expect(preview.outcome).not.toBe('accept');
  });

  test('a remark behind the last column shifts nothing', async () => {
    const rows = [line(HEADERS), `${line(schoolRow(1, '东关小学'))},新建`, `${line(schoolRow(2, '西关小学'))},,`];
    expect(told(await previewOf({ 'a.csv': rows.join('\n') }))).toEqual([]);
  });
});

describe('units in titles and in a row of their own', () => {
  const plain = HEADERS.map((header) => header.split('（')[0]!);
  const units = [null, null, null, '人', '人', '人', '人', '㎡', '㎡', '元', '间'];
  const school = schoolRow(1, '东关小学');

  test('a row of units below the headers belongs to them, merged or not', async () => {
    const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: [plain, units, school] }] });
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')['equipment-value']).toBe('120');
  });

  test('a unit there that cannot be converted is refused', async () => {
    for (const unit of ['亩', '平方米/生']) {
      const given = units.map((each, index) => (index === 7 ? unit : each));
      const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: [plain, given, school] }] });
      expect(told(preview)).toEqual(['unit_not_supported error 2H']);
    }
  });

  test('areas are in the unit of the title: 亩 is refused, 万平方米 converted, 平方米 beside 亩 is meant', async () => {
    const under = (title: string) => previewOf({ 'a.xlsx': [{ name: '小学', rows: [[title], plain, school] }] });
    expect(told(await under('单位：人、亩、元'))).toEqual([
      'unit_not_supported error 2H',
      'unit_not_supported error 2I',
    ]);
    expect(told(await under('单位：人、平方米、亩、元'))).toEqual([]);
    expect(cellsOf(await under('单位：万平方米、元'), '9940100001')['sports-area']).toBe('42000000');
    expect(told(await under('单位：万人、元')).filter((line) => line.includes('error'))).toHaveLength(4);
    expect(told(await under('填报单位：清泉县教育局 计量单位：元'))).toEqual([]);
  });
});

describe('headers of more than one level', () => {
  const rows = (top: MadeCell[], below: MadeCell[], school: MadeCell[]): MadeCell[][] => [top, below, school];
  const [code, name, type, pupils, ...rest] = HEADERS as [string, string, string, string, ...string[]];
  const nothing = rest.map(() => null);
  const base = schoolRow(1, '东关小学');
  const spread = (extra: MadeCell): MadeCell[] => [...base.slice(0, 4), extra, ...base.slice(4)];

  test('a group over 合计 and 其中：女 goes on below', async () => {
    const given = rows(
      [code, name, type, '在校生数', null, ...rest],
      [null, null, null, '合计', '其中：女', ...nothing],
      spread(240),
    );
    const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: given, merges: ['D1:E1'] }] });
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')['pupils.primary']).toBe('500');
  });

  test.each(['幼儿园', '附设幼儿班', '非学校产权', '危房', '租借'])('figures under %s are others', async (group) => {
    const given = rows(
      [code, name, type, pupils, group, ...rest],
      [null, null, null, null, pupils, ...nothing],
      spread(77),
    );
    const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: given }] });
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')['pupils.primary']).toBe('500');
  });

  test('numbering and column codes are no part of a name', async () => {
    const numbered: ((header: string, index: number) => string)[] = [
      (header, index) => String.fromCodePoint(0x2460 + index) + header,
      (header, index) => `${header}L${index + 1}`,
      (header, index) => `（${index + 1}）${header}`,
      (header) => header.replace('（', '/').replace('）', ''),
    ];
    for (const change of numbered) {
      const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: [HEADERS.map(change), base] }] });
      expect(told(preview)).toEqual([]);
      expect(preview.columns.every((column) => column.status === 'read')).toBe(true);
    }
  });
});
