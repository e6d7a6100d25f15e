import { describe, expect, test } from '@jest/globals';
import { roles, type Role } from '@junheng/api-contract';
import {
  addressKey,
  ADDRESS_LIMIT,
  blockMilliseconds,
  covers,
  homeCounty,
  mayGrant,
  mayManage,
  PAIR_LIMIT,
  passwordWeakness,
  permissionsOf,
} from './access.rules.ts';
import type { HeldGrant, Place } from './access.types.ts';

const county: Place = { kind: 'region', regionId: 'r1', path: '37/3701/370102/', name: '甲县' };
const neighbour: Place = { kind: 'region', regionId: 'r2', path: '37/3701/370103/', name: '乙县' };
const city: Place = { kind: 'region', regionId: 'r0', path: '37/3701/', name: '示例市' };
const town: Place = { kind: 'region', regionId: 'r3', path: '37/3701/370102/001/', name: '东镇' };
const section: Place = { kind: 'unit', unitId: 'u1', regionId: 'r1', path: '37/3701/370102/', name: '人事科' };
const school: Place = { kind: 'school', schoolId: 's1', path: '37/3701/370102/001/', name: '小学' };
const foreignSchool: Place = { kind: 'school', schoolId: 's2', path: '37/3701/370103/', name: '小学' };

const held = (role: Role, place: Place, countyId: string | null = 'r1'): HeldGrant => ({
  id: `${role}@${place.name}`,
  role,
  place,
  countyId,
  validFrom: '2020-01-01',
  validTo: null,
});

describe('covers', () => {
  test.each<[string, Place, Place, boolean]>([
    ['a county its town', county, town, true],
    ['a county its schools', county, school, true],
    ['a county its sections', county, section, true],
    ['a county itself', county, county, true],
    ['a county its neighbour', county, neighbour, false],
    ['a county its city', county, city, false],
    ['a section its county', section, county, false],
    ['a school its county', school, county, false],
    ['a school another', school, foreignSchool, false],
  ])('%s', (_name, outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });
});

describe('nobody grants above their own rights', () => {
  const administrator = [held('county-administrator', county)];

  test.each<[Role, Place, boolean]>([
    ['school-reporter', school, true],
    ['school-principal', school, true],
    ['section-officer', section, true],
    ['inspector', county, true],
    ['county-administrator', county, true],
    ['school-reporter', foreignSchool, false],
    ['county-administrator', neighbour, false],
    ['county-administrator', city, false],
    ['city-reviewer', city, false],
    ['city-reviewer', county, false],
    ['province-reviewer', county, false],
    // A role makes sense only at its kind of place.
    ['school-reporter', county, false],
    ['county-administrator', school, false],
  ])('a county administrator and %s at %o', (role, place, expected) => {
    expect(mayGrant(administrator, { role, place })).toBe(expected);
  });

  test.each(roles.filter((role) => role !== 'county-administrator'))('%s grants nothing', (role) => {
    for (const granted of roles) {
      for (const place of [county, section, school]) {
        expect(mayGrant([held(role, role.startsWith('school') ? school : county)], { role: granted, place })).toBe(
          false,
        );
      }
    }
  });

  test('a person is managed only by whoever could give all of their roles', () => {
    expect(mayManage(administrator, [held('school-reporter', school)])).toBe(true);
    expect(mayManage(administrator, [held('school-reporter', school), held('city-reviewer', city, null)])).toBe(false);
    expect(mayManage(administrator, [held('school-reporter', school), held('school-reporter', foreignSchool)])).toBe(
      false,
    );
    expect(mayManage(administrator, [])).toBe(false);
    expect(mayManage([held('city-reviewer', city, null)], [held('school-reporter', school)])).toBe(false);
  });
});

test('permissions add up, and anybody has their own session', () => {
  expect(permissionsOf([])).toEqual(['session.own']);
  const both = permissionsOf([held('school-reporter', school), held('school-principal', school)]);
  expect(both).toContain('self-reports.submit');
  expect(new Set(both).size).toBe(both.length);
});

test('an entry about a person joins the chain of their county', () => {
  expect(homeCounty([held('province-reviewer', city, null), held('inspector', county, 'r1')])).toBe('r1');
  expect(homeCounty([])).toBeNull();
});

describe('slowing down', () => {
  test('five tries are free, then the wait doubles up to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 100].map((count) => blockMilliseconds(PAIR_LIMIT, count) / 1000)).toEqual([
      0, 0, 10, 20, 40, 900,
    ]);
    expect(blockMilliseconds(ADDRESS_LIMIT, 99)).toBe(0);
    expect(blockMilliseconds(ADDRESS_LIMIT, 100)).toBe(60_000);
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

test.each([
  ['reporter-1 is me', 'reporter-1', 'contains-login'],
  ['Password123', 'someone', 'often-used'],
  ['ａ１２３４５６７８９', 'someone', 'often-used'],
  ['ababababab', 'someone', 'too-uniform'],
  ['好好学习天天向上的一天', 'someone', null],
  ['quiet harbour 7', 'someone', null],
])('the password %s of %s is %s', (password, login, weakness) => {
  expect(passwordWeakness(password, login)).toBe(weakness);
});
