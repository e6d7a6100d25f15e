import { expect, test } from '@jest/globals';
import type { RegisteredSchool } from '@junheng/api-contract';
import { askable, bunchesOf, tickedOf, toggleBunch } from './school-choice.ts';

const school = (id: string, changes: Partial<RegisteredSchool> = {}): RegisteredSchool => ({
  id,
  code: id,
  name: id,
  regionId: 'county',
  townName: '东镇',
  type: 'primary',
  ownership: 'public',
  locale: 'town',
  boarding: false,
  foundedYear: null,
  parentSchoolId: null,
  countedAsSchool: true,
  closedOn: null,
  initials: id,
  ...changes,
});
const schools = [
  school('a'),
  school('b', { townName: null }),
  school('c', { type: 'junior' }),
  school('closed', { closedOn: '2026-07-01' }),
  school('special', { type: 'special-education' }),
];
const asked = askable(schools, [{ id: 'primary' }, { id: 'junior' }]);

test('only open schools of a type the edition knows are asked', () => {
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a bunch is ticked whole, and a second time not at all; what else was ticked stays', () => {
  const grouping = {
    id: 'g',
    regionId: 'county',
    kind: 'cluster' as const,
    name: '示例片区',
    leaderName: null,
    startsOn: '2026-01-01',
    endsOn: null,
    schoolIds: ['b', 'closed'],
  };
  const bunches = bunchesOf(asked, [grouping, { ...grouping, id: 'over', endsOn: '2026-02-01' }]);
  expect(bunches.map(({ key, schoolIds }) => [key, schoolIds])).toEqual([
    ['type primary', ['a', 'b']],
    ['type junior', ['c']],
    ['town 东镇', ['a', 'c']],
    ['g', ['b']],
  ]);
  const [primary] = bunches;
  if (primary === undefined) throw new Error('no bunch');
  const some = toggleBunch(primary, new Set(['b', 'c']));
  expect([...some].sort()).toEqual(['a', 'b', 'c']);
  expect(tickedOf(primary, some)).toBe(2);
  expect([...toggleBunch(primary, some)]).toEqual(['c']);
});
