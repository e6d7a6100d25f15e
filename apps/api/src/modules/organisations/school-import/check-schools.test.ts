import { describe, expect, test } from '@jest/globals';
import type { Sheet } from '../../../platform/workbooks/workbook.types.ts';
import { checkSchools, type Surroundings } from './check-schools.ts';
import { variantKey } from './school-sheet.ts';

const around: Surroundings = {
  county: { id: 'county', name: '甲县' },
  places: ['示例省', '示例市', '甲县'],
  towns: [{ id: 'east', code: '990101100', name: '东镇' }],
  register: [
    { code: '9901010001', name: '东镇中心小学', type: 'primary', campus: false },
    { code: '9901010002', name: '甲县第二小学', type: 'primary', campus: false },
  ],
  today: '2026-09-10',
};
const HEADER = ['学校标识码', '学校名称', '办学类型', '城乡类型', '所在乡镇', '本校标识码', '计校数'];

function sheet(...rows: (readonly string[])[]): readonly Sheet[] {
  return [
    {
      name: '学校',
      hidden: false,
      merges: [],
      hiddenColumns: [],
      rows: [HEADER, ...rows].map((texts, index) => ({
        number: index + 1,
        hidden: false,
        cells: texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, kind: 'text' as const, text }])),
      })),
    },
  ];
}
const check = (...rows: (readonly string[])[]) => checkSchools(sheet(...rows), around);
const said = (...rows: (readonly string[])[]) =>
  check(...rows).problems.map(({ severity, code, row, column }) => [severity, code, row, column]);

test('a good row becomes a school; width and words of the tables do not matter', () => {
  const { fresh, problems } = check(['９９０１０１０００９', '新小学', '完小', '镇区', '东镇']);
  expect(problems).toEqual([]);
  expect(fresh).toMatchObject([{ code: '9901010009', type: 'primary', locale: 'town', regionId: 'east', row: 2 }]);
});

test('every fault stands at its cell', () => {
  expect(said(['99-1', '', '大学', '镇区', '西镇'])).toEqual([
    ['error', 'value-invalid', 2, 'A'],
    ['error', 'value-missing', 2, 'B'],
    ['error', 'value-invalid', 2, 'C'],
    ['error', 'value-invalid', 2, 'E'],
  ]);
  expect(checkSchools([], around).problems[0]?.code).toBe('header-missing');
  expect(said()).toEqual([['error', 'no-rows', null, null]]);
});

describe('a school twice', () => {
  test('under one code: the second is an error', () => {
    expect(said(['9901010009', '新小学', '小学', '镇区'], ['9901010009', '另一小学', '小学', '镇区'])).toEqual([
      ['error', 'code-twice', 3, 'A'],
    ]);
  });

  test('under a variant of its name: a person decides', () => {
    expect(
      said(
        ['9901010008', '甲县第三小学', '小学', '镇区'],
        ['9901010009', '第3小学校', '小学', '镇区'],
        ['9901010007', '第三小学', '小学', '镇区'],
      ),
    ).toEqual([
      ['warning', 'name-variant', 3, 'B'],
      ['warning', 'name-variant', 4, 'B'],
    ]);
  });

  test('in the register under another code: a person decides; under its own: it is left as it is', () => {
    expect(said(['9901010009', '２小', '小学', '镇区'])).toEqual([['warning', 'variant-of-registered', 2, 'B']]);
    const { known, fresh, problems } = check(['9901010001', '东镇中心小学', '小学', '镇区']);
    expect([known, fresh.length, problems.length]).toEqual([1, 0, 0]);
    expect(said(['9901010001', '东镇中心学校', '小学', '镇区'])).toEqual([
      ['warning', 'differs-from-register', 2, 'B'],
    ]);
  });
});

test('a campus needs a school that is none', () => {
  const campus = (code: string, parent: string) => [code, `${code}校区`, '小学', '镇区', '', parent, '否'];
  expect(check(campus('9901010009', '9901010001')).fresh).toMatchObject([{ parentCode: '9901010001', counted: false }]);
  expect(said(campus('9901010009', '9901019999'))).toEqual([['error', 'parent-unknown', 2, 'F']]);
  expect(said(campus('9901010008', '9901010001'), campus('9901010009', '9901010008'))).toEqual([
    ['error', 'parent-unknown', 3, 'F'],
  ]);
});

test.each([
  ['甲县第二小学', '第2小学', true],
  ['第二完全小学', '二小', true],
  ['甲县 第三初级中学', '第三初中', true],
  ['东镇中心小学', '中心小学', false],
  ['第二小学', '第二中学', false],
  ['东镇第一小学', '西镇第一小学', false],
])('%s and %s: variants %s', (one, other, same) => {
  expect(variantKey(one, around.places) === variantKey(other, around.places)).toBe(same);
});
