import { describe, expect, test } from '@jest/globals';
import { cellsOf, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

const BY_STAGE = [
  '学校标识码',
  '学校名称',
  '办学类型',
  '小学在校生数',
  '初中在校生数',
  '网络多媒体教室数',
  '体育交流轮岗/兼职/走教教师人数',
  '本届毕业学生人数',
];

describe('blank cells', () => {
  test('are missing only where the form asks for them', async () => {
    const rows: MadeCell[][] = [
      BY_STAGE,
      ['9940100001', '东关小学', '小学', 500, null, 14, null, null],
      ['9940100002', '第一初级中学', '初级中学', null, 600, 15, null, 190],
      ['9940100003', '育英学校', '九年一贯制学校', 500, 400, 20, null, 130],
      ['9940100004', '启明特殊教育学校', '特殊教育学校', 40, null, null, null, null],
      ['9940100005', '职业高中', '职业高中', null, null, null, null, null],
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows }] });
    expect(told(preview).filter((line) => line.startsWith('missing_value') || line.includes('error'))).toEqual([]);
    // 巩固率 is about 初中 alone, whatever the header says.
    expect(cellsOf(preview, '9940100003')['graduates.junior']).toBe('130');
  });

  test('that are asked for are told one by one', async () => {
    const rows: MadeCell[][] = [
      BY_STAGE,
      ['9940100002', '第一初级中学', '初级中学', null, null, null, null, null],
      ['9940100003', '育英学校', '九年一贯制学校', null, 400, 20, null, null],
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows }] });
    expect(told(preview).filter((line) => line.startsWith('missing_value'))).toEqual([
      'missing_value warning 2E',
      'missing_value warning 2F',
      'missing_value warning 2H',
      'missing_value warning 3D',
      'missing_value warning 3H',
    ]);
  });

  test('sums of imported tables are asked of ordinary schools, not of special schools', async () => {
    const blank = (row: MadeCell[]): MadeCell[] => row.map((cell, index) => (index === 4 || index === 8 ? null : cell));
    const rows = [HEADERS, blank(schoolRow(1, '东关小学')), blank(schoolRow(2, '启明学校', '特殊教育学校'))];
    const preview = await previewOf({ 'a.xlsx': [{ name: '小学', rows }] });
    expect(told(preview).filter((line) => line.startsWith('missing_value'))).toEqual([
      'missing_value warning 2E',
      'missing_value warning 2I',
    ]);
  });
});
