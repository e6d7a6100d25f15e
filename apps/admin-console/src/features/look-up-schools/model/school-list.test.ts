import { expect, test } from '@jest/globals';
import type { RegisteredSchool } from '@junheng/api-contract';
import { arrangeSchools } from './school-list.ts';

const school = (name: string, changes: Partial<RegisteredSchool> = {}): RegisteredSchool => ({
  id: name,
  code: `code-${name}`,
  name,
  initials: 'yxq',
  regionId: 'r',
  townName: '东镇',
  type: 'primary',
  ownership: 'public',
  locale: 'town',
  boarding: false,
  foundedYear: null,
  parentSchoolId: null,
  countedAsSchool: true,
  closedOn: null,
  ...changes,
});
const schools = [
  school('丙小学', { closedOn: '2024-08-31' }),
  school('阿校区', { parentSchoolId: '乙小学' }),
  school('乙小学'),
  school('甲中学', { type: 'junior', townName: null }),
];
const names = (view: { text?: string; type?: string }) =>
  arrangeSchools(schools, { text: '', type: '', ...view }).map((each) => each.name);

test('a campus follows its parent, what is closed comes last', () => {
  expect(names({})).toEqual(['甲中学', '乙小学', '阿校区', '丙小学']);
});

test('every word must be there; type narrows', () => {
  expect(names({ text: '东镇 乙' })).toEqual(['乙小学']);
  expect(names({ text: 'CODE-甲' })).toEqual(['甲中学']);
  expect(names({ type: 'junior' })).toEqual(['甲中学']);
  expect(names({ text: '无' })).toEqual([]);
  expect(names({ text: 'YX' })).toHaveLength(4);
});
