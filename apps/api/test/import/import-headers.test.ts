import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { cellName, text } from '@junheng/evaluation-messages';
import { editions } from '@junheng/evaluation-core';
import { headerReader } from '../../src/modules/self-reports/import/match-header.ts';
import { cellsOf, edition, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';

const matchHeader = headerReader(edition);

function meaning(...levels: string[]): string | null {
  const found = matchHeader(levels);
  if (found === null) return null;
  const unit = found.unit === null ? '' : ` ${found.unit.id}`;
  return `${found.field ?? found.item}${found.stage === null ? '' : `.${found.stage}`}${unit}`;
}

describe('what a header means', () => {
  test.each([
    ['学校（机构）标识码', 'code'],
    [' 学 校 代 码 ', 'code'],
    ['机构代码', 'code'],
    ['*学校名称', 'name'],
    ['学校（机构）名称', 'name'],
    ['学校类别', 'school-type'],
    ['学段', 'stage'],
    ['序号', 'serial'],
    ['在校生数', 'pupils'],
    ['在校学生人数合计（人）', 'pupils person'],
    ['学生总数', 'pupils'],
    ['在校生\n总数(人)', 'pupils person'],
    ['小学在校生数', 'pupils.primary'],
    ['小学生数', 'pupils.primary'],
    ['初中学生人数', 'pupils.junior'],
    ['在校生数（初中）', 'pupils.junior'],
    ['高中在校生数', 'pupils.senior'],
    ['1.在校生数', 'pupils'],
    ['其中：进城务工人员随迁子女在校生人数', 'migrant-pupils'],
    ['县级及以上骨干教师数', 'backbone-teachers'],
    ['体育、艺术（美术、音乐）专任教师数', 'pe-and-arts-teachers'],
    ['音体美专任教师数（人）', 'pe-and-arts-teachers person'],
    ['教学及辅助用房面积（平方米）', 'teaching-rooms-area square-metre'],
    ['教学及辅助用房面积（m²）', 'teaching-rooms-area square-metre'],
    ['教学及辅助用房面积（不含室内体育用房）', 'net-teaching-rooms-area'],
    ['教学仪器设备资产值（账面原值）（万元）', 'equipment-value ten-thousand-yuan'],
    ['教学仪器设备总值(元)', 'equipment-value yuan'],
    ['ＡＢＣ', null],
    ['网络多媒体教室间数', 'multimedia-classrooms'],
    ['每班26-30人班级个数', 'classes-26-to-30'],
    ['73㎡≤单间面积＜96㎡的音乐教室间数', 'music-rooms-73-to-96'],
  ])('%s', (header, expected) => expect(meaning(header)).toBe(expected));

  test.each([
    [['专任教师（人）', '高于规定学历'], 'teachers-above-required-degree person'],
    [['专任教师', '按学历分', '本科'], 'teachers-bachelor'],
    [['专任教师', '计'], 'full-time-teachers'],
    [['小学', '在校生数'], 'pupils.primary'],
    [['在校生数（人）', '初中'], 'pupils.junior person'],
    [['面积（㎡）', '教学及辅助用房'], 'teaching-rooms-area square-metre'],
    [['教学仪器设备值', '万元'], 'equipment-value ten-thousand-yuan'],
    [['班额情况', '最大班额'], 'largest-class'],
    [['上年', '在校生数'], null],
    [['生均', '教学及辅助用房面积'], null],
  ])('%j', (levels, expected) => expect(meaning(...levels)).toBe(expected));

  test.each([
    '生均教学及辅助用房面积',
    '上年在校生数',
    '在校女生数',
    '寄宿生数',
    '市级以上骨干教师数',
    '毕业生数',
    '占地面积',
    '每百名学生拥有网络多媒体教室数',
    '住宿学生人数',
  ])('%s is something else', (header) => expect(meaning(header)).toBeNull());

  test.each(edition.items.map(({ id }) => [id, text('zh-CN', `item.${id}`)] as const))(
    '%s is known by the name of our forms, %s',
    (id, name) => {
      expect(matchHeader([name])).toMatchObject({ item: id, refusedUnit: null });
      const { stages, alsoByStage } = edition.items.find((item) => item.id === id)!;
      for (const stage of stages ?? alsoByStage) {
        expect(matchHeader([cellName('zh-CN', `${id}.${stage}`)])).toMatchObject({ item: id, stage });
      }
    },
  );

  test('a column that only another edition asks for is no item of this one', () => {
    const asked = new Set(edition.items.map((item) => item.id));
    const foreign = editions.flatMap((each) => each.items).filter((item) => !asked.has(item.id));
    expect(foreign.length).toBeGreaterThan(0);
    const read = foreign.flatMap((item) => matchHeader([text('zh-CN', `item.${item.id}`)])?.item ?? []);
    expect(read.filter((item) => !asked.has(item))).toEqual([]);
  });

  test.each(editions.map((each) => [each.id, each] as const))('%s knows its own items by their names', (_, own) => {
    const read = headerReader(own);
    const unknown = own.items.filter((item) => read([text('zh-CN', `item.${item.id}`)])?.item !== item.id);
    expect(unknown.map((item) => item.id)).toEqual([]);
  });

  test('every item of the city form is known by its own name', () => {
    const form = readFileSync(new URL('../fixtures/importer/items-one-city-form.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const unknown = form.filter((item) => matchHeader([item]) === null);
    expect(unknown).toEqual([]);
  });
});

describe('finding the table', () => {
  test('in any order of columns, below titles, with a numbering line', async () => {
    const order = [3, 1, 9, 0, 2, 10, 8, 7, 6, 5, 4];
    const pick = <T>(row: readonly T[]): T[] => order.map((index) => row[index]!);
    const rows = [
      ['清泉县2024年义务教育学校情况表'],
      ['填报单位：清泉县教育局', null, null, '单位：人、平方米、元'],
      [],
      pick(HEADERS),
      ['甲', '乙', 1, 2, 3, 4, 5, 6, 7, 8, 9],
      pick(schoolRow(1, '东关小学')),
      pick(schoolRow(2, '西关小学')),
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows }] });
    expect(told(preview)).toEqual([]);
    expect(preview.county.name).toBe('清泉县');
    expect(preview.rows.map((row) => [row.row, row.name])).toEqual([
      [6, '东关小学'],
      [7, '西关小学'],
    ]);
    expect(cellsOf(preview, '9940100001')).toMatchObject({
      'pupils.primary': '500',
      'equipment-value': '120',
      'sports-area': '4200',
    });
  });

  test('unknown columns are listed, never silent; known ones that are not needed too', async () => {
    const preview = await previewOf({
      'a.xlsx': [
        {
          name: 'S',
          rows: [
            [...HEADERS, '食堂面积', '备注'],
            [...schoolRow(1, '东关小学'), 300, '新建'],
          ],
        },
      ],
    });
    expect(
      preview.notes
        .filter((note) => note.code === 'column_not_recognised')
        .map((note) => [note.column, note.facts['header']]),
    ).toEqual([['L', '食堂面积']]);
    expect(preview.columns.slice(-2).map((column) => column.status)).toEqual(['unknown', 'aside']);
  });

  test('two columns of one meaning are an error', async () => {
    const preview = await previewOf({
      'a.xlsx': [
        {
          name: 'S',
          rows: [
            [...HEADERS, '学生数'],
            [...schoolRow(1, '东关小学'), 501],
          ],
        },
      ],
    });
    expect(told(preview)).toEqual(['duplicate_column error 1L']);
    expect(preview.outcome).toBe('reject_file');
  });

  test('a column that an indicator needs and that is not there is said', async () => {
    const without = (row: readonly unknown[]): never[] => row.filter((_, index) => index !== 8) as never[];
    const preview = await previewOf({
      'a.xlsx': [{ name: 'S', rows: [without(HEADERS), without(schoolRow(1, '东关小学'))] }],
    });
    expect(told(preview)).toEqual(['column_missing warning 1']);
    expect(preview.problems[0]!.item).toBe('sports-area');
  });

  test('sheets without a table are listed, hidden sheets are not read, several sheets are', async () => {
    const preview = await previewOf({
      'a.xlsx': [
        { name: '说明', rows: [['填报说明'], ['1. 请如实填写']] },
        { name: '小学', rows: [HEADERS, schoolRow(1, '东关小学')] },
        { name: '初中', rows: [HEADERS, schoolRow(2, '清泉县初级中学', '初级中学')] },
        { name: '去年', state: 'hidden', rows: [HEADERS, schoolRow(1, '东关小学', '小学', 480)] },
      ],
    });
    expect(told(preview)).toEqual(['hidden_sheet_ignored warning']);
    expect(preview.notes.filter((note) => note.code === 'sheet_ignored').map((note) => note.sheet)).toEqual(['说明']);
    expect(preview.rows.map((row) => [row.sheet, row.stage])).toEqual([
      ['小学', 'primary'],
      ['初中', 'junior'],
    ]);
  });

  test('two tables on one sheet, one below the other, each with its title', async () => {
    const rows = [
      ['清泉县学校情况表（小学）'],
      HEADERS,
      schoolRow(1, '东关小学'),
      ['合计', null, null, 500],
      [],
      ['清泉县学校情况表（初中）'],
      HEADERS,
      schoolRow(2, '城北中学', '初级中学'),
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows }] });
    expect(told(preview)).toEqual([]);
    expect(preview.rows.map((row) => [row.row, row.stage])).toEqual([
      [3, 'primary'],
      [8, 'junior'],
    ]);
  });

  test('a header repeated on each printed page is no school', async () => {
    const rows = [HEADERS, schoolRow(1, '东关小学'), HEADERS, schoolRow(2, '西关小学')];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'S', rows }] });
    expect(told(preview)).toEqual([]);
    expect(preview.rows.map((row) => row.row)).toEqual([2, 4]);
  });

  test('three levels with merges', async () => {
    const rows = [
      ['学校标识码', '学校名称', '办学类型', '学生', '教师', null, null, '办学条件'],
      [null, null, null, '在校生数', '专任教师', null, null, '面积', null, '设备', null],
      [
        null,
        null,
        null,
        null,
        '高于规定学历',
        '县级以上骨干',
        '体育、艺术',
        '教学及辅助用房',
        '体育运动场馆',
        '教学仪器设备值（万元）',
        '网络多媒体教室（间）',
      ],
      [...schoolRow(1, '东关小学').slice(0, 9), 120.5, 14],
    ];
    const merges = ['A1:A3', 'B1:B3', 'C1:C3', 'D2:D3', 'E1:G1', 'E2:G2', 'H1:K1', 'H2:I2', 'J2:K2'];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'S', rows, merges }] });
    expect(told(preview)).toEqual([]);
    expect(cellsOf(preview, '9940100001')).toMatchObject({
      'equipment-value': '120.5',
      'teachers-above-required-degree.primary': '25',
      'multimedia-classrooms': '14',
    });
  });

  test('nothing recognisable, nothing at all, a header without schools', async () => {
    expect(
      told(
        await previewOf({
          'a.xlsx': [
            {
              name: 'S',
              rows: [
                ['甲', '乙'],
                [1, 2],
              ],
            },
          ],
        }),
      ),
    ).toEqual(['header_not_found error']);
    expect(told(await previewOf({ 'a.xlsx': [{ name: 'S', rows: [] }] }))).toEqual(['no_data error']);
    expect(told(await previewOf({ 'a.xlsx': [{ name: 'S', rows: [HEADERS] }] }))).toEqual(['no_schools error']);
  });
});
