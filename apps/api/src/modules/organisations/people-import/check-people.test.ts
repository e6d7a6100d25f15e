import { expect, test } from '@jest/globals';
import type { Sheet } from '../../../platform/workbooks/workbook.types.ts';
import { checkPeople, type PeopleSurroundings } from './check-people.ts';

const around: PeopleSurroundings = {
  regionNames: ['示例省', '示例市', '甲县'],
  places: [
    { kind: 'region', id: 'county', name: '甲县', code: '990101' },
    { kind: 'unit', id: 'section', name: '基础教育股', code: '' },
    { kind: 'area', id: 'area', name: '东部片区', code: '' },
    { kind: 'school', id: 'east', name: '东镇中心小学', code: '9901010001' },
    { kind: 'school', id: 'second', name: '甲县第二小学', code: '9901010002' },
    { kind: 'school', id: 'twin-a', name: '希望小学', code: '9901010003' },
    { kind: 'school', id: 'twin-b', name: '希望小学', code: '9901010004' },
  ],
  people: [
    {
      id: 'p1',
      login: 'there',
      displayName: '示例乙',
      email: 'b@example.cn',
      manageable: true,
      grants: [{ role: 'school-reporter', placeId: 'east', validFrom: '2020-01-01', validTo: null }],
    },
  ],
  given: new Map([
    ['school-reporter', ['school']],
    ['section-officer', ['unit']],
    ['inspector', ['region', 'area']],
  ]),
  today: '2026-09-10',
};
const HEADER = ['姓名', '账号', '角色', '单位', '单位代码', '开始日期', '最后一天', '邮箱'];

function sheet(...rows: (readonly string[])[]): readonly Sheet[] {
  return [
    {
      name: '人员',
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
const check = (...rows: (readonly string[])[]) => checkPeople(sheet(...rows), around);
const said = (...rows: (readonly string[])[]) =>
  check(...rows).problems.map(({ severity, code, row, column }) => [severity, code, row, column]);

test('a good row gives a role, to somebody new or to somebody who is there', () => {
  const { fresh, known, problems } = check(
    ['示例丙', 'New.One', '填报员', '东镇中心小学', '', '2026/9/1', '2026年12月31日', 'c@example.cn'],
    ['示例乙', 'there', '督学', '东部片区'],
    ['示例乙', 'there', '填报员', '东镇中心小学'],
  );
  expect(problems).toEqual([]);
  expect(known).toBe(1);
  expect(fresh).toEqual([
    {
      row: 2,
      login: 'new.one',
      displayName: '示例丙',
      personId: null,
      role: 'school-reporter',
      place: { kind: 'school', id: 'east' },
      placeName: '东镇中心小学',
      email: 'c@example.cn',
      validFrom: '2026-09-01',
      validTo: '2026-12-31',
    },
    expect.objectContaining({ personId: 'p1', role: 'inspector', email: null, place: { kind: 'area', id: 'area' } }),
  ]);
});

test('every fault stands at its cell', () => {
  expect(said(['', 'x', '仙人', '西镇小学', '', '2026-02-30', '昨天'])).toEqual([
    ['error', 'value-missing', 2, 'A'],
    ['error', 'value-invalid', 2, 'B'],
    ['error', 'role-unknown', 2, 'C'],
    ['error', 'value-invalid', 2, 'F'],
    ['error', 'value-invalid', 2, 'G'],
  ]);
  expect(said(['示例丙', 'new.one', '填报员', '西镇小学'])).toEqual([['error', 'place-unknown', 2, 'D']]);
  expect(said(['示例丙', 'new.one', '市级审核', '示例市'])).toEqual([['error', 'role-not-given', 2, 'C']]);
  // A role that has ended before it would be given.
  expect(said(['示例丙', 'new.one', '填报员', '东镇中心小学', '', '', '2026-09-09'])).toEqual([
    ['error', 'value-invalid', 2, 'G'],
  ]);
  expect(said(['示例丙', 'new.one', '填报员', '东镇中心小学', '', '', '', 'c@example'])).toEqual([
    ['error', 'value-invalid', 2, 'H'],
  ]);
  expect(checkPeople([], around).problems[0]?.code).toBe('header-missing');
  expect(said()).toEqual([['error', 'no-rows', null, null]]);
});

test('a role is looked for only where it can be held', () => {
  expect(said(['示例丙', 'new.one', '科室人员', '东镇中心小学'])).toEqual([['error', 'place-unknown', 2, 'D']]);
  expect(said(['示例丙', 'new.one', '填报员', '基础教育股'])).toEqual([['error', 'place-unknown', 2, 'D']]);
});

test('a school under a variant of its name needs a yes, two of one name need the code', () => {
  expect(said(['示例丙', 'new.one', '校长', '第2小学校'])).toEqual([['error', 'role-not-given', 2, 'C']]);
  expect(said(['示例丙', 'new.one', '填报员', '第2小学校'])).toEqual([['warning', 'place-variant', 2, 'D']]);
  expect(said(['示例丙', 'new.one', '填报员', '希望小学'])).toEqual([['error', 'place-ambiguous', 2, 'D']]);
  expect(check(['示例丙', 'new.one', '填报员', '希望小学', '9901010004']).fresh).toMatchObject([
    { place: { id: 'twin-b' } },
  ]);
  expect(said(['示例丙', 'new.one', '填报员', '希望小学', '9901010099'])).toEqual([['error', 'place-unknown', 2, 'D']]);
  // The code counts, and what the name says beside it is shown.
  expect(said(['示例丙', 'new.one', '填报员', '希望小学', '9901010001'])).toEqual([
    ['warning', 'place-variant', 2, 'D'],
  ]);
});

test('a person twice: the same role twice is an error, a second role is not, one account is one person', () => {
  const row = ['示例丙', 'new.one', '填报员', '东镇中心小学'];
  expect(said(row, row)).toEqual([['error', 'row-twice', 3, 'B']]);
  expect(check(row, ['示例丙', 'new.one', '填报员', '甲县第二小学']).fresh).toHaveLength(2);
  expect(said(row, ['示例丁', 'new.one', '填报员', '甲县第二小学'])).toEqual([['error', 'login-twice', 3, 'B']]);
  expect(said(['示例丁', 'there', '督学', '东部片区'])).toEqual([['error', 'login-of-another', 2, 'B']]);
  expect(said(row, ['示例丙', 'new.two', '填报员', '东镇中心小学'])).toEqual([['warning', 'name-twice', 3, 'A']]);
  expect(said(['示例乙', 'new.three', '填报员', '东镇中心小学'])).toEqual([['warning', 'name-known', 2, 'A']]);
});

test('another address of somebody who is there is a change of its own, and no role', () => {
  const row = (email: string, ...more: readonly string[]) => [
    '示例乙',
    'there',
    ...(more.length > 0 ? more : ['填报员', '东镇中心小学']),
    '',
    '',
    '',
    email,
  ];
  expect(check(row('new@example.cn'))).toMatchObject({
    fresh: [],
    known: 1,
    problems: [],
    addresses: [{ row: 2, login: 'there', personId: 'p1', email: 'new@example.cn' }],
  });
  expect(check(row('new@example.cn'), row('new@example.cn', '督学', '东部片区'))).toMatchObject({
    fresh: [{ role: 'inspector' }],
    addresses: [{ row: 2 }],
  });
  for (const same of ['b@example.cn', '']) expect(check(row(same)).addresses).toEqual([]);
  // Somebody new gets the address with the account.
  expect(check(['示例丙', 'new.one', '填报员', '东镇中心小学', '', '', '', 'c@example.cn']).addresses).toEqual([]);
  expect(said(row('new@example.cn'), row('b@example.cn', '督学', '东部片区'))).toEqual([
    ['error', 'email-twice', 3, 'H'],
  ]);
  const others = { ...around, people: around.people.map((person) => ({ ...person, manageable: false })) };
  expect(checkPeople(sheet(row('new@example.cn')), others)).toMatchObject({
    addresses: [],
    problems: [{ severity: 'error', code: 'email-not-yours', row: 2, column: 'H' }],
  });
});

test('what went out against formulas comes in as it was', () => {
  expect(check([`'=示例`, 'new.one', '填报员', '东镇中心小学']).fresh).toMatchObject([{ displayName: '=示例' }]);
});

test('a sheet is not taken beyond what somebody can hand links to', () => {
  const rows = Array.from({ length: 501 }, (_, index) => ['示例', `p${index}xx`, '填报员', '东镇中心小学']);
  expect(said(...rows)).toEqual([['error', 'too-many-rows', null, null]]);
});
