import { describe, expect, test } from '@jest/globals';
import { cellsOf, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

/** A school row with some cells replaced, by column number from 0. */
function row(number: number, name: string, changes: Readonly<Record<number, MadeCell>>): MadeCell[] {
  return schoolRow(number, name).map((cell, index) => (index in changes ? changes[index]! : cell));
}

function table(...rows: MadeCell[][]) {
  return { 'a.xlsx': [{ name: '小学', rows: [HEADERS, ...rows] }] };
}

describe('rows that are no school', () => {
  test('totals under many names, with figures and without a code', async () => {
    const totals = [
      '合计',
      '小  计',
      '总　计',
      '城关镇小计',
      '高桥镇（小计）',
      '沙溪乡合计：',
      '平均值',
      '全县',
      '全县汇总',
      '平均',
    ].map((name) => row(0, name, { 0: null, 2: null }));
    const preview = await previewOf(table(schoolRow(1, '东关小学'), ...totals));
    expect(told(preview)).toEqual([]);
    expect(preview.rows).toHaveLength(1);
    expect(preview.notes.find((note) => note.code === 'total_rows_skipped')?.facts['count']).toBe(10);
  });

  test('a total whose label stands in the first column', async () => {
    const preview = await previewOf(table(schoolRow(1, '东关小学'), row(0, '', { 0: '合计', 1: null, 2: null })));
    expect(preview.rows).toHaveLength(1);
    expect(told(preview)).toEqual([]);
  });

  test('signatures, notes, section headings and empty rows', async () => {
    const preview = await previewOf(
      table(
        ['一、城区学校'],
        schoolRow(1, '东关小学'),
        [],
        ['说明：数据截至2024年9月'],
        ['填表人：张三', null, null, '审核人：李四'],
        ['制表日期：2024-09-30'],
        schoolRow(2, '西关小学'),
      ),
    );
    expect(told(preview)).toEqual([]);
    expect(preview.rows.map((each) => each.row)).toEqual([3, 8]);
  });

  test('figures without a code may be an unnamed subtotal: refused, not counted', async () => {
    expect(told(await previewOf(table(schoolRow(1, '东关小学'), row(0, '城关镇', { 0: null }))))).toEqual([
      'code_missing error 3A',
    ]);
  });

  test('a name alone is said', async () => {
    expect(told(await previewOf(table(schoolRow(1, '东关小学'), [null, '未上报小学', '小学'])))).toEqual([
      'row_without_figures warning 3',
    ]);
  });

  test('hidden rows and columns are read and said', async () => {
    const preview = await previewOf({
      'a.xlsx': [
        {
          name: '小学',
          rows: [HEADERS, schoolRow(1, '东关小学'), schoolRow(2, '西关小学')],
          hiddenRows: [3],
          hiddenColumns: [5],
        },
      ],
    });
    expect(told(preview)).toEqual(['hidden_column_read warning E', 'hidden_rows_read warning 3']);
    expect(preview.rows).toHaveLength(2);
  });
});

describe('codes', () => {
  test('numbers, zeros shown by a format, apostrophes, full width, a trailing .0', async () => {
    const preview = await previewOf(
      table(
        row(1, '甲小学', { 0: 9940100001 }),
        row(2, '乙小学', { 0: { value: '94010002', style: 3 } }),
        row(3, '丙小学', { 0: "'9940100003" }),
        row(4, '丁小学', { 0: '９９４０１００００４' }),
        row(5, '戊小学', { 0: '9940100005.0' }),
        row(6, '己小学', { 0: ' 9940100006\t' }),
      ),
    );
    expect(told(preview)).toEqual([]);
    expect(preview.schools.map((school) => school.key)).toEqual([
      '9940100001',
      '0094010002',
      '9940100003',
      '9940100004',
      '9940100005',
      '9940100006',
    ]);
  });

  test.each([
    ['9.9401E+09', 'code_in_scientific_notation error 2A'],
    [{ value: '12345678901234567' }, 'code_lost_digits error 2A'],
    [{ value: '45000', style: 2 }, 'code_not_readable error 2A'],
    ['小学校', 'code_not_readable error 2A'],
    [{ type: 'e', value: '#REF!' }, 'code_not_readable error 2A'],
  ] as const)('%j is refused', async (code, expected) => {
    expect(told(await previewOf(table(row(1, '甲小学', { 0: code }))))).toEqual([expected]);
  });

  test('lost zeros in front and other lengths are said', async () => {
    const preview = await previewOf(
      table(
        ...[1, 2, 3, 4].map((n) => schoolRow(n, `${n}号小学`)),
        row(5, '戊小学', { 0: 940100005 }),
        row(6, '己小学', { 0: '99401000061' }),
      ),
    );
    expect(told(preview)).toEqual(['code_lost_leading_zeros warning 6A', 'code_length_differs warning 7A']);
  });

  test('without a column for codes the name identifies', async () => {
    const cut = (cells: readonly MadeCell[]): MadeCell[] => cells.slice(1);
    const preview = await previewOf({
      'a.xlsx': [
        {
          name: '小学',
          rows: [
            cut(HEADERS),
            cut(schoolRow(1, '东关小学')),
            cut(schoolRow(2, '西关小学')),
            cut(schoolRow(3, '东关小学', '小学', 400)),
          ],
        },
      ],
    });
    expect(told(preview)).toEqual(['duplicate_conflict error 4C']);
    expect(preview.schools.map((school) => school.key)).toEqual(['东关小学', '西关小学']);
  });
});

describe('figures', () => {
  const at = async (cell: MadeCell, column = 3) => {
    const preview = await previewOf(table(row(1, '甲小学', { [column]: cell })));
    const item = column === 3 ? 'pupils.primary' : column === 9 ? 'equipment-value' : 'net-teaching-rooms-area';
    return told(preview).join() || (cellsOf(preview, '9940100001')[item] ?? 'missing');
  };

  test.each([
    ['1,568', '1568'],
    ['１５６８', '1568'],
    ['1568人', '1568'],
    [' 1568 ', '1568'],
    ["'1568", '1568'],
    ['1 568', '1568'],
    ['\u202D1568\u202C', '1568'],
    ['1568.00', '1568'],
    ['1.568E+03', '1568'],
    ['１，５６８', '1568'],
    ['1568 人', '1568'],
    [{ formula: '1500+68', value: '1568' }, '1568'],
    [{ value: '1568', style: 0 }, '1568'],
  ])('%j pupils are %s', async (cell, value) => expect(await at(cell)).toBe(value));

  test.each([
    ['约1500', 'not_a_number'],
    ['1500左右', 'not_a_number'],
    ['12+3', 'not_a_number'],
    ['=1500+68', 'not_a_number'],
    ['一千', 'not_a_number'],
    ['1,5680', 'not_a_number'],
    ['1568（含借读）', 'not_a_number'],
    ['85%', 'percentage'],
    [{ value: '0.85', style: 1 }, 'percentage'],
    [{ value: '45000', style: 2 }, 'date_instead_of_number'],
    ['2024-09-30', 'date_instead_of_number'],
    [{ type: 'e', formula: 'A1/0', value: '#DIV/0!' }, 'formula_error'],
    [{ formula: 'SUM(A1:A3)' }, 'formula_without_result'],
    [{ formula: 'SUM(A1:A3)', value: '' }, 'formula_without_result'],
    [{ type: 'b', value: '1' }, 'not_a_number'],
    ['-3', 'negative'],
    ['1204.5', 'not_an_integer'],
    ['12万人', 'unit_not_supported'],
    ['1568平方米', 'unit_not_fitting'],
  ])('%j pupils are refused: %s', async (cell, code) => expect(await at(cell)).toBe(`${code} error 2D`));

  test.each(['—', '-', '/', '无', 'N/A', '', '暂无', '……'])('%j is missing, not zero', async (cell) => {
    expect(await at(cell, 7)).toBe('missing_value warning 2H');
    expect(cellsOf(await previewOf(table(row(1, '甲小学', { 7: cell }))), '9940100001')).not.toHaveProperty(
      'net-teaching-rooms-area',
    );
  });

  test('0 is zero', async () => {
    expect(cellsOf(await previewOf(table(row(1, '甲小学', { 5: '0', 10: 0 }))), '9940100001')).toMatchObject({
      'backbone-teachers.primary': '0',
      'multimedia-classrooms': '0',
    });
  });

  test.each([
    [9391.200000000001, '9391.2'],
    ['3,001.20 平方米', '3001.2'],
    ['2386.3㎡', '2386.3'],
    [0.1 + 0.2, '0.3'],
  ])('an area of %j is %s', async (cell, value) => {
    const preview = await previewOf(table(row(1, '甲小学', { 7: cell })));
    expect(cellsOf(preview, '9940100001')['net-teaching-rooms-area']).toBe(value);
  });

  test('finer than the item is kept: refused, never rounded', async () => {
    expect(await at(2386.333, 7)).toBe('too_fine error 2H');
    expect(await at('12.5亩', 7)).toBe('unit_not_supported error 2H');
  });

  test.each([
    ['￥1200000', '120'],
    ['1200000元', '120'],
    ['120万元', '120'],
    ['120万', '120'],
    ['1,200,000.05', '120.000005'],
    [1200000.5, '120.00005'],
  ])('equipment %j in a column of 元 is %s 万元', async (cell, value) => expect(await at(cell, 9)).toBe(value));
});

describe('units', () => {
  const withHeader = (header: string, value: number, title?: string) => {
    const headers = HEADERS.map((each, index) => (index === 9 ? header : each));
    const rows = [headers, row(1, '甲小学', { 9: value }), row(2, '乙小学', { 9: value })];
    return previewOf({ 'a.xlsx': [{ name: '小学', rows: title === undefined ? rows : [[title], ...rows] }] });
  };

  test('stated in the title for all money', async () => {
    const preview = await withHeader('教学仪器设备值', 120, '单位：万元');
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')['equipment-value']).toBe('120');
    expect(
      cellsOf(await withHeader('教学仪器设备值', 1_200_000, '单位：人、㎡、元、间'), '9940100001')['equipment-value'],
    ).toBe('120');
  });

  test('the column’s own unit goes before the title’s', async () => {
    const preview = await withHeader('教学仪器设备值（元）', 1_200_000, '单位：万元');
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')['equipment-value']).toBe('120');
  });

  test('not stated: found out from the size where only one reading is possible, and said', async () => {
    const yuan = await withHeader('教学仪器设备值', 1_200_000);
    expect([told(yuan), cellsOf(yuan, '9940100001')['equipment-value']]).toEqual([['unit_assumed warning J'], '120']);
    const tenThousand = await withHeader('教学仪器设备值', 120);
    expect([told(tenThousand), cellsOf(tenThousand, '9940100001')['equipment-value']]).toEqual([
      ['unit_assumed warning J'],
      '120',
    ]);
  });

  test('not stated and not to be told: refused', async () => {
    expect(told(await withHeader('教学仪器设备值', 9_000))).toEqual(['unit_not_stated error J']);
  });

  test('a stated unit that the figures contradict is followed and doubted', async () => {
    const preview = await withHeader('教学仪器设备值（元）', 120);
    expect(told(preview)).toContain('unit_looks_wrong warning J');
    expect(cellsOf(preview, '9940100001')['equipment-value']).toBe('0.012');
  });

  test('units that cannot be converted exactly', async () => {
    const headers = HEADERS.map((each, index) => (index === 8 ? '体育运动场馆面积（亩）' : each));
    expect(told(await previewOf({ 'a.xlsx': [{ name: '小学', rows: [headers, schoolRow(1, '甲小学')] }] }))).toEqual([
      'unit_not_supported error 1I',
    ]);
  });
});

describe('types of school', () => {
  test.each([
    ['小学', 'primary'],
    ['完全小学', 'primary'],
    ['211 小学', 'primary'],
    ['九年一贯制学校', 'nine-year'],
    ['312九年一贯制学校', 'nine-year'],
    ['小学教学点', 'teaching-point'],
  ])('%s', async (text, type) => {
    const preview = await previewOf(table(row(1, '甲学校', { 2: text })));
    expect(cellsOf(preview, '9940100001')['school-type']).toBe(type);
  });

  test('unknown types are refused, schools of other levels left out', async () => {
    expect(told(await previewOf(table(row(1, '甲学校', { 2: '重点学校' }))))).toEqual(['unknown_school_type error 2C']);
    const preview = await previewOf({
      'a.xlsx': [
        {
          name: 'S',
          rows: [
            HEADERS,
            schoolRow(1, '甲小学'),
            row(2, '清泉县第一高级中学', { 2: '高级中学' }),
            row(3, '中心幼儿园', { 2: '幼儿园' }),
          ],
        },
      ],
    });
    expect(told(preview)).toEqual(['school_outside_evaluation warning 3C', 'school_outside_evaluation warning 4C']);
    expect(preview.schools).toHaveLength(1);
  });
});
