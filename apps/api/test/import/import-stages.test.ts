import { describe, expect, test } from '@jest/globals';
import { evaluateCounty } from '@junheng/evaluation-core';
import { cellsOf, edition, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

const NINE = '九年一贯制学校';

function part(name: string, pupils: number, factor = 1, type = NINE): MadeCell[] {
  return ['9940100012', name, type, pupils, 33, 9, 8, 3528 * factor, 5832 * factor, 1_584_000 * factor, 18 * factor];
}

describe('which stage a row is about', () => {
  const stageOf = async (rows: readonly (readonly MadeCell[])[], sheet: string, file = 'a.xlsx') => {
    const preview = await previewOf({ [file]: [{ name: sheet, rows }] });
    return (
      told(preview)
        .filter((line) => line.includes('error'))
        .join() || preview.rows.map((row) => row.stage).join()
    );
  };

  test('a stage column, a suffix of the name, the sheet, the title, the file, the type', async () => {
    const withColumn = [
      [...HEADERS, '学段'],
      [...part('育英学校', 720), '初中'],
      [...part('育英学校', 700, 2), '小学'],
    ];
    expect(await stageOf(withColumn, 'Sheet1')).toBe('junior,primary');
    expect(await stageOf([HEADERS, part('育英学校（小学部）', 720), part('育英学校(初中部)', 300, 2)], 'Sheet1')).toBe(
      'primary,junior',
    );
    expect(await stageOf([HEADERS, part('育英学校初中部', 720)], 'Sheet1')).toBe('junior');
    expect(await stageOf([HEADERS, part('育英学校', 720)], '初中')).toBe('junior');
    expect(await stageOf([['清泉县学校情况表（小学）'], HEADERS, part('育英学校', 720)], 'Sheet1')).toBe('primary');
    expect(await stageOf([HEADERS, part('育英学校', 720)], 'Sheet1', '初中.xlsx')).toBe('junior');
    expect(await stageOf([HEADERS, schoolRow(1, '东关小学')], 'Sheet1')).toBe('primary');
  });

  test('contradictions and stages a type does not have are errors', async () => {
    expect(await stageOf([HEADERS, part('育英学校（初中部）', 720)], '小学')).toBe('stage_contradiction error 2B');
    expect(await stageOf([HEADERS, schoolRow(1, '清泉县初级中学', '初级中学')], '小学')).toBe(
      'stage_not_of_type error 2B',
    );
  });

  test('a school of several stages in one row without stages cannot be read', async () => {
    expect(await stageOf([HEADERS, part('育英学校', 720)], 'Sheet1')).toBe('stage_unknown error 2D');
  });
});

describe('a school of several stages', () => {
  const bothSheets = [
    { name: '小学', rows: [HEADERS, part('清泉县育英学校（小学部）', 720)] },
    { name: '初中', rows: [HEADERS, part('清泉县育英学校（初中部）', 400, 2)] },
  ];

  test('one row per stage: facilities by stage, and their sum for the whole school', async () => {
    const preview = await previewOf({ 'a.xlsx': bothSheets });
    expect(told(preview)).toEqual([]);
    expect(preview.schools).toHaveLength(1);
    expect(preview.schools[0]).toMatchObject({
      key: '9940100012',
      record: { name: '清泉县育英学校' },
      rows: [{ sheet: '小学' }, { sheet: '初中' }],
    });
    expect(cellsOf(preview, '9940100012')).toMatchObject({
      'school-type': 'nine-year',
      'pupils.primary': '720',
      'pupils.junior': '400',
      'multimedia-classrooms.primary': '18',
      'multimedia-classrooms.junior': '36',
      'multimedia-classrooms': '54',
      'equipment-value': '475.2',
      'net-teaching-rooms-area': '10584',
    });
  });

  test('in two files it is the same, and a stage twice over the files is a duplicate', async () => {
    const [primary, junior] = bothSheets;
    const both = await previewOf({
      '小学.xlsx': [{ ...primary!, name: 'Sheet1' }],
      '初中.xlsx': [{ ...junior!, name: 'Sheet1' }],
    });
    expect(both.schools.map((school) => school.record)).toEqual(
      (await previewOf({ 'a.xlsx': bothSheets })).schools.map((school) => school.record),
    );
    const twice = await previewOf({
      'a.xlsx': [primary!],
      'b.xlsx': [{ name: '小学', rows: [HEADERS, part('清泉县育英学校（小学部）', 721)] }],
    });
    expect(twice.problems).toMatchObject([
      {
        file: 'b.xlsx',
        row: 2,
        column: 'D',
        code: 'duplicate_conflict',
        facts: { other: 2, otherFile: 'a.xlsx', value: '721', otherValue: '720' },
      },
    ]);
  });

  test('the two ways of splitting give different, and the right, values', async () => {
    const { schools } = await previewOf({ 'a.xlsx': bothSheets });
    const dataSet = { countyCode: '', countyName: '', schools: schools.map((school) => school.record) };
    const rooms = (split: 'weighted' | 'reported-by-stage') =>
      evaluateCounty(edition, dataSet, { split }).schoolStages.map(
        (school) => school.indicators.find((each) => each.indicatorId === 'R7')!.exact,
      );
    // 54 rooms over 720 + 1.1 * 400 = 1160 weighted pupils; stages in the order of the edition.
    expect(rooms('weighted')).toEqual(['135/29', '297/58']);
    expect(rooms('reported-by-stage')).toEqual(['5/2', '9']);
  });

  test('one row with columns by stage: facilities are the whole school’s', async () => {
    const headers = [
      '学校标识码',
      '学校名称',
      '办学类型',
      '小学在校生数',
      '初中在校生数',
      '县级以上骨干教师数（小学）',
      '县级以上骨干教师数（初中）',
      '教学及辅助用房面积',
      '网络多媒体教室数',
    ];
    const rows = [
      headers,
      ['9940100012', '育英学校', NINE, 720, 400, 9, 7, 7000, 40],
      ['9940100001', '东关小学', '小学', 500, null, 6, '—', 2500, 14],
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'S', rows }] });
    expect(told(preview).filter((line) => !line.startsWith('column_missing'))).toEqual([]);
    expect(cellsOf(preview, '9940100012')).toEqual({
      'school-type': 'nine-year',
      'pupils.primary': '720',
      'pupils.junior': '400',
      'backbone-teachers.primary': '9',
      'backbone-teachers.junior': '7',
      'net-teaching-rooms-area': '7000',
      'multimedia-classrooms': '40',
    });
    expect(cellsOf(preview, '9940100001')).toMatchObject({ 'pupils.primary': '500', 'backbone-teachers.primary': '6' });
  });

  test('a total beside columns by stage must be their sum', async () => {
    const headers = [
      '学校标识码',
      '学校名称',
      '办学类型',
      '在校生数',
      '小学在校生数',
      '初中在校生数',
      '网络多媒体教室数',
    ];
    const sheet = (total: number) => ({
      'a.xlsx': [
        {
          name: 'S',
          rows: [
            headers,
            ['9940100012', '育英学校', NINE, total, 720, 400, 40],
            ['9940100001', '东关小学', '小学', 500, null, null, 14],
          ],
        },
      ],
    });
    const right = await previewOf(sheet(1120));
    expect(told(right).filter((line) => !line.startsWith('column_missing'))).toEqual([]);
    expect(cellsOf(right, '9940100001')['pupils.primary']).toBe('500');
    expect(told(await previewOf(sheet(1121))).filter((line) => line.includes('error'))).toEqual([
      'total_differs error 2D',
    ]);
  });

  test('merged cells: code and name for both rows, a facility for the whole school', async () => {
    const rows = [
      [...HEADERS, '学段'],
      ['9940100012', '育英学校', NINE, 720, 33, 9, 8, 7056, 11664, 3_168_000, 40, '小学'],
      [null, null, null, 400, 20, 5, 4, null, null, null, null, '初中'],
    ];
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'H2:H3', 'I2:I3', 'J2:J3', 'K2:K3'];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'S', rows, merges }] });
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100012')).toMatchObject({
      'pupils.junior': '400',
      'net-teaching-rooms-area': '7056',
      'equipment-value': '316.8',
      'multimedia-classrooms': '40',
    });
    expect(cellsOf(preview, '9940100012')).not.toHaveProperty('multimedia-classrooms.primary');
  });

  test('a merged figure over two schools is an error', async () => {
    const second = schoolRow(2, '西关小学').map((cell, index) => (index === 7 ? null : cell));
    const preview = await previewOf({
      'a.xlsx': [{ name: '小学', rows: [HEADERS, schoolRow(1, '东关小学'), second], merges: ['H2:H3'] }],
    });
    expect(told(preview)).toEqual(['merged_figure error 2H']);
  });

  test('the same facilities in both rows look like the whole school’s written twice', async () => {
    const rows = [HEADERS, part('育英学校（小学部）', 720), part('育英学校（初中部）', 400)];
    expect(told(await previewOf({ 'a.xlsx': [{ name: 'S', rows }] }))).toEqual([
      'same_figures_for_both_stages error 3B',
    ]);
  });

  test('listed as 小学 and as 初中 under one code it is taken for a nine-year school, and that is said', async () => {
    const rows = [HEADERS, part('育英学校（小学部）', 720, 1, '小学'), part('育英学校（初中部）', 400, 2, '初级中学')];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'S', rows }] });
    expect(told(preview)).toEqual(['type_assumed warning 3B']);
    expect(cellsOf(preview, '9940100012')).toMatchObject({
      'school-type': 'nine-year',
      'multimedia-classrooms.junior': '36',
    });
  });
});

describe('teaching rooms and sports', () => {
  const area = (headers: string[], values: number[]) => {
    const rows = [
      [...HEADERS.slice(0, 7), ...headers, ...HEADERS.slice(9)],
      [...schoolRow(1, '东关小学').slice(0, 7), ...values, ...schoolRow(1, '东关小学').slice(9)],
    ];
    return previewOf({ 'a.xlsx': [{ name: '小学', rows }] });
  };

  test('without indoor sports rooms the area is net, with them gross', async () => {
    expect(cellsOf(await area(['教学及辅助用房面积', '体育运动场馆面积'], [2500, 4200]), '9940100001')).toMatchObject({
      'net-teaching-rooms-area': '2500',
    });
    const gross = cellsOf(
      await area(['教学及辅助用房面积', '室内体育用房面积', '体育运动场馆面积'], [2500, 300, 4200]),
      '9940100001',
    );
    expect(gross).toMatchObject({ 'teaching-rooms-area': '2500', 'indoor-sports-rooms-area': '300' });
    expect(gross).not.toHaveProperty('net-teaching-rooms-area');
  });

  test('a statistics table without 体育馆: indoor sports rooms are the halls', async () => {
    const preview = await area(['教学及辅助用房面积', '室内体育用房面积', '运动场地面积'], [2500, 300, 3900]);
    expect(preview.notes.map((note) => note.code)).toContain('gymnasium_from_indoor_sports');
    expect(cellsOf(preview, '9940100001')).toMatchObject({ 'gymnasium-area': '300', 'sports-field-area': '3900' });
  });

  test('parts and an aggregate that disagree are a hard error at the aggregate’s cell', async () => {
    const headers = [...HEADERS, '体育专任教师数', '音乐专任教师数', '美术专任教师数', '艺术专任教师数'];
    const sheet = (pe: number) => ({
      'a.xlsx': [{ name: '小学', rows: [headers, [...schoolRow(1, '东关小学'), pe, 2, 1, 0]] }],
    });
    expect(told(await previewOf(sheet(3)))).toEqual([]);
    const preview = await previewOf(sheet(4));
    expect(preview.problems).toMatchObject([
      { code: 'check_failed', severity: 'error', row: 2, facts: { check: 'check.aggregate-differs' } },
    ]);
  });
});

describe('stages that are not evaluated', () => {
  const rows = (senior: number | null): MadeCell[][] => [
    [...HEADERS, '学段'],
    [...part('县第一中学', 600, 1, '完全中学'), '初中'],
    ['9940100012', '县第一中学', '完全中学', 900, null, null, null, 9000, 15000, 5_000_000, senior, '高中'],
  ];

  test('the facilities of 高中部 are a part of the whole school, never the whole', async () => {
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows: rows(40) }] });
    const { cells } = preview.schools[0]!.record;
    expect(cells['pupils.senior']).toBe('900');
    expect(cells['net-teaching-rooms-area.junior']).toBe('3528');
    expect(cells['net-teaching-rooms-area']).toBe('12528');
    expect(cells['multimedia-classrooms']).toBe('58');
  });

  test('without the part of 高中部 the whole school is not known', async () => {
    const { cells } = (await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows: rows(null) }] })).schools[0]!.record;
    expect(cells['multimedia-classrooms']).toBeUndefined();
    expect(cells['multimedia-classrooms.junior']).toBe('18');
  });

  test('a stage without pupils has no part to wait for', async () => {
    const empty: MadeCell[] = ['9940100012', '育英学校', NINE, 0, null, null, null, null, null, null, null, '初中'];
    const given = [[...HEADERS, '学段'], [...part('育英学校', 700), '小学'], empty];
    const { cells } = (await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows: given }] })).schools[0]!.record;
    expect(cells['net-teaching-rooms-area']).toBe('3528');
  });

  test('an amount merged over both stages is no doubt where the first has no pupils', async () => {
    const first: MadeCell[] = ['9940100012', '育英学校', NINE, 0, null, null, null, 3528, 5832, 1_584_000, 18, '小学'];
    const second: MadeCell[] = ['9940100012', '育英学校', NINE, 400, 33, 9, 8, null, null, null, null, '初中'];
    const sheet = { name: 'Sheet1', rows: [[...HEADERS, '学段'], first, second] };
    const preview = await previewOf({ 'a.xlsx': [{ ...sheet, merges: ['H2:H3', 'I2:I3', 'J2:J3', 'K2:K3'] }] });
    expect(preview.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(preview.schools[0]!.record.cells['net-teaching-rooms-area']).toBe('3528');
  });
});
