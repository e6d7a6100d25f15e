import { describe, expect, test } from '@jest/globals';
import { HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

const SCHOOLS: MadeCell[][] = [
  ['9940100001', '东关小学', '小学', 500, 25, 6, 6, 2500.5, 4200, 1_200_000, 14],
  ['9940100002', '西关小学', '小学', 700, 31, 8, 7, 3300, 5600.25, 1_450_000, 17],
];

/** Both schools added up. */
function sumRow(name: string, code: string | null = null): MadeCell[] {
  return [code, name, null, 1200, 56, 14, 13, 5800.5, 9800.25, 2_650_000, 31];
}

function read(rows: readonly (readonly MadeCell[])[], withCodes: boolean) {
  const given = withCodes ? rows : rows.map((row) => row.slice(1));
  return previewOf({ 'a.xlsx': [{ name: '小学', rows: given }] });
}

describe('rows that add up others', () => {
  test.each([
    '合计',
    '合计（12所）',
    '总计：12所',
    '小学小计2所',
    '共2所',
    '2所',
    '合计数',
    '求和',
    'Subtotal',
    'Σ',
    '达标学校数',
    '标准值',
  ])('%s is no school, with codes or without', async (name) => {
    for (const withCodes of [true, false]) {
      const preview = await read([HEADERS, ...SCHOOLS, sumRow(name)], withCodes);
      expect(told(preview)).toEqual([]);
      expect(preview.schools.map((school) => school.record.name)).toEqual(['东关小学', '西关小学']);
    }
  });

  test.each(['白鹤镇', '城区学校', '其中：农村', '全县小学', '公办', '育才'])(
    'in a table without codes %s, the sum of the rows above or below, is asked about, never counted',
    async (name) => {
      const below = await read([HEADERS, ...SCHOOLS, sumRow(name)], false);
      expect(told(below)).toEqual(['sum_of_other_rows error 4A']);
      expect(below.problems[0]!.facts).toMatchObject({ name, from: 2, to: 3 });
      expect(below.outcome).toBe('reject_rows');
      const above = await read([HEADERS, sumRow(name), ...SCHOOLS], false);
      expect(told(above)).toEqual(['sum_of_other_rows error 2A']);
    },
  );

  test('what is called like a town or a kind of school is asked about whatever its figures are', async () => {
    for (const name of ['白鹤镇', '沙溪乡', '城区小学', '公办学校', '其中：农村']) {
      const row: MadeCell[] = [null, name, '小学', 900, 40, 9, 9, 4100, 7000, 2_000_000, 22];
      expect(told(await read([HEADERS, ...SCHOOLS, row], false))).toEqual(['name_of_no_school error 4A']);
    }
    const school: MadeCell[] = [null, '白鹤镇中心小学', '小学', 900, 40, 9, 9, 4100, 7000, 2_000_000, 22];
    expect(told(await read([HEADERS, ...SCHOOLS, school], false))).toEqual([]);
  });

  test('a school with a code is a school, whatever it adds up to', async () => {
    const preview = await read([HEADERS, ...SCHOOLS, sumRow('第三小学', '9940100003')], true);
    expect(told(preview)).toEqual([]);
    expect(preview.schools).toHaveLength(3);
  });
});

describe('lines below a table', () => {
  test.each([
    [['局长（签字）：', null, null, null, '经办人：']],
    [[null, '分管领导：', null, null, '统计员：']],
    [['单位（盖章）', null, null, '2024年9月1日']],
    [['主要负责人：', null, null, null, '填报日期：', null, null, '2024.9.1']],
    [['第1页', null, null, '共1页']],
    [['校长：', null, null, '电话：', null, 13_900_000_000]],
  ] as readonly [readonly MadeCell[]][])('%j is no school', async (line) => {
    const preview = await previewOf({
      'a.xlsx': [{ name: '小学', rows: [HEADERS, schoolRow(1, '东关小学'), [], line] }],
    });
    expect(told(preview)).toEqual([]);
    expect(preview.schools).toHaveLength(1);
  });

  test('a kindergarten in a table without types is outside', async () => {
    const row: MadeCell[] = ['9940100009', '东关小学附属幼儿园', null, 90, 5, 1, 1, 500, 800, 200_000, 3];
    const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows: [HEADERS, schoolRow(1, '东关小学'), row] }] });
    expect(told(preview)).toEqual(['school_outside_evaluation warning 3B']);
    expect(preview.schools).toHaveLength(1);
  });
});
