import { describe, expect, test } from '@jest/globals';
import { evaluateCounty } from '@junheng/evaluation-core';
import { edition, HEADERS, previewOf, schoolRow, told } from './made-workbook.ts';
import type { MadeCell } from './made-workbook.ts';

const main = [...schoolRow(1, '实验小学', '小学', 500)];
const campus = [...schoolRow(2, '实验小学东校区', '小学', 100)];

function read(headers: readonly string[], ...rows: readonly (readonly MadeCell[])[]) {
  return previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows: [[...HEADERS, ...headers], ...rows] }] });
}

describe('a campus that is not counted as a school (不计校数)', () => {
  test.each([
    ['所属学校', '实验小学'],
    ['所属学校名称', ' 实验小学 '],
    ['主校名称', '实验小学'],
    ['本部学校', '9940100001'],
    ['所属学校标识码', '9940100001'],
    ['所属学校标识码', '实验小学'],
  ])('%s “%s” names the school it is merged into', async (header, parent) => {
    const preview = await read(['是否计校数', header], [...main, '是', null], [...campus, '否', parent]);
    expect(told(preview)).toEqual([]);
    const record = preview.schools.find((school) => school.key === '9940100002')!.record;
    expect(record).toMatchObject({ countedAsSchool: false, parentSchoolId: '9940100001' });
    const schools = preview.schools.map((school) => school.record);
    const result = evaluateCounty(edition, { countyCode: '', countyName: '', schools }, {});
    expect(result.schoolStages.map((school) => [school.schoolId, school.pupils])).toEqual([['9940100001', 600]]);
  });

  test.each(['否', '不计校数', '不计', '不', '×', '✗', '0', 'N', '无', '非独立'])('%s is no', async (no) => {
    const preview = await read(['是否计校数', '所属学校'], [...main, '是', null], [...campus, no, '实验小学']);
    expect(preview.schools.map((school) => school.record.countedAsSchool)).toEqual([true, false]);
  });

  test.each(['是', '计校数', '√', '1', '—', null])('%s is a school of its own', async (yes) => {
    const preview = await read(['是否计校数', '所属学校'], [...main, '是', null], [...campus, yes, '实验小学']);
    expect(preview.schools.map((school) => school.record.countedAsSchool)).toEqual([true, true]);
  });

  test('what is neither yes nor no is refused at its cell', async () => {
    const preview = await read(['是否计校数', '所属学校'], [...main, '是', null], [...campus, '待定', '实验小学']);
    expect(told(preview)).toEqual(['not_an_option error 3L']);
  });

  test('in a table without codes names do', async () => {
    const rows = [
      [...HEADERS, '是否计校数', '所属学校'],
      [...main, '是', '实验小学'],
      [...campus, '否', '实验小学'],
    ];
    const preview = await previewOf({ 'a.xlsx': [{ name: 'Sheet1', rows: rows.map((row) => row.slice(1)) }] });
    const [first, second] = preview.schools;
    expect(first!.record.parentSchoolId).toBeNull();
    expect(second!.record.parentSchoolId).toBe(first!.key);
  });
});
