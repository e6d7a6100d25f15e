import { expect, test } from '@jest/globals';
import type { RegisteredSchool } from '@junheng/api-contract';
import { grantFaults, grantRequest, placesFor, placesMatching, type GrantForm, type Places } from './grant-form.ts';

const school = (id: string, name: string, initials: string): RegisteredSchool => ({
  id,
  code: `99${id}`,
  name,
  initials,
  regionId: 'county',
  townName: null,
  type: 'primary',
  ownership: 'public',
  locale: 'town',
  boarding: false,
  foundedYear: null,
  parentSchoolId: null,
  countedAsSchool: true,
  closedOn: null,
});
const unit = { id: 'section', regionId: 'county', parentId: null, kind: 'section', openedOn: '2020-01-01' } as const;
const places: Places = {
  regions: [
    { id: 'city', parentId: null, level: 'city', code: '9901', name: '示例市', timeZone: 'Asia/Shanghai' },
    { id: 'county', parentId: 'city', level: 'county', code: '990101', name: '甲县', timeZone: 'Asia/Shanghai' },
    { id: 'town', parentId: 'county', level: 'town', code: '990101100', name: '东镇', timeZone: 'Asia/Shanghai' },
  ],
  units: [
    { ...unit, name: '基础教育股', closedOn: null },
    { ...unit, id: 'gone', name: '旧科室', closedOn: '2025-01-01' },
  ],
  groupings: [],
  schools: [school('1', '东镇中心小学', 'dzzxxx'), { ...school('2', '停办小学', 'tbxx'), closedOn: '2024-08-31' }],
};
const form: GrantForm = { role: 'section-officer', placeId: 'section', validFrom: '2026-09-10', validTo: '' };

test('a role is offered where it makes sense and nowhere that is closed', () => {
  const ids = (role: GrantForm['role']) => placesFor(role, places).map(({ id }) => id);
  expect(ids('section-officer')).toEqual(['section']);
  expect(ids('school-reporter')).toEqual(['1']);
  expect(ids('county-administrator')).toEqual(['county']);
  expect(ids('inspector')).toEqual(['county', 'town']);
});

test('a school is found by name, code and initials', () => {
  const choices = placesFor('school-reporter', places);
  for (const words of ['中心', '991', 'dzzx', '东镇 小学']) expect(placesMatching(choices, words)).toHaveLength(1);
  expect(placesMatching(choices, '西镇')).toEqual([]);
});

test('nothing is sent without a place, and no role ends before it begins', () => {
  expect(grantFaults(form, '2026-09-10')).toEqual([]);
  expect(grantFaults({ ...form, placeId: '', validFrom: '' }, '2026-09-10')).toEqual(['place', 'from']);
  expect(grantFaults({ ...form, validTo: '2026-09-09' }, '2026-09-10')).toEqual(['to']);
  expect(grantFaults({ ...form, validFrom: '2026-10-01', validTo: '2026-09-30' }, '2026-09-10')).toEqual(['to']);
  const choices = placesFor('section-officer', places);
  expect(grantRequest(form, choices)).toEqual({
    role: 'section-officer',
    place: { kind: 'unit', id: 'section' },
    validFrom: '2026-09-10',
    validTo: null,
  });
  expect(grantRequest({ ...form, placeId: 'gone' }, choices)).toBeNull();
});
