import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import type { ChangeSchoolRequest, RegisterSchoolRequest } from '@junheng/api-contract';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { endOfPrevious } from './school-register.rules.ts';

let api: TestApi;
let bureau: ApiClient;
let codes = 100;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const open = (changes: Partial<RegisterSchoolRequest> = {}) =>
  answerOf(
    bureau.POST('/api/v1/schools', {
      body: {
        code: `99010100${(codes += 1)}`,
        name: '新建小学',
        regionId: api.world.town,
        type: 'primary',
        ownership: 'public',
        locale: 'town',
        boarding: false,
        foundedYear: 2026,
        flags: { 'built-2016-or-before': 'no' },
        parentSchoolId: null,
        countedAsSchool: true,
        openedOn: '2026-09-01',
        ...changes,
      },
    }),
  );
const change = (schoolId: string, body: ChangeSchoolRequest) =>
  answerOf(bureau.POST('/api/v1/schools/{schoolId}/changes', { params: { path: { schoolId } }, body }));
const at = (pointer: string) => ({ code: 'request.malformed', problem: { problems: [{ at: pointer }] } });

test('a school keeps its history through renaming, a change of type and closure', async () => {
  const { id } = await open();
  await change(id, { change: 'renamed', validFrom: '2027-01-01', name: '东镇第二小学' });
  const grown = await change(id, {
    change: 'type-changed',
    validFrom: '2027-09-01',
    type: 'nine-year',
    boarding: true,
  });
  expect(grown).toMatchObject({ name: '东镇第二小学', type: 'nine-year', boarding: true, townName: '东镇' });
  const closed = await change(id, { change: 'closed', validFrom: '2030-07-31' });
  expect(closed.closedOn).toBe('2030-07-31');
  expect(closed.history).toEqual([
    { validFrom: '2026-09-01', validTo: '2026-12-31', change: 'opened', name: '新建小学', type: 'primary' },
    { validFrom: '2027-01-01', validTo: '2027-08-31', change: 'renamed', name: '东镇第二小学', type: 'primary' },
    { validFrom: '2027-09-01', validTo: '2030-07-30', change: 'type-changed', name: '东镇第二小学', type: 'nine-year' },
    { validFrom: '2030-07-31', validTo: null, change: 'closed', name: '东镇第二小学', type: 'nine-year' },
  ]);
  const reopening = change(id, { change: 'renamed', validFrom: '2031-01-01', name: '又一小学' });
  await expect(reopening).rejects.toMatchObject({ code: 'school.closed', status: 423 });
});

test('a merger names the schools it came from', async () => {
  const [first, second] = [await open({ name: '甲小学' }), await open({ name: '乙小学' })];
  const merged = await open({ name: '合并小学', predecessorIds: [first.id, second.id], openedOn: '2028-09-01' });
  const rows = await api.database.query('SELECT predecessor_id FROM school_predecessors WHERE school_id = $1', [
    merged.id,
  ]);
  expect(rows).toHaveLength(2);
  await expect(open({ predecessorIds: [api.world.foreignSchool] })).rejects.toMatchObject({ code: 'school.not-found' });
});

test('a campus hangs below a school of the same county, and campuses have no campuses', async () => {
  const campus = await open({ name: '东校区', parentSchoolId: api.world.school, countedAsSchool: false });
  expect(campus).toMatchObject({ parentSchoolId: api.world.school, countedAsSchool: false });
  await expect(open({ parentSchoolId: campus.id })).rejects.toMatchObject(at('/parentSchoolId'));
  await expect(open({ countedAsSchool: false })).rejects.toMatchObject(at('/countedAsSchool'));
  await expect(open({ parentSchoolId: api.world.foreignSchool })).rejects.toMatchObject({ code: 'school.not-found' });
  const parent = change(api.world.school, {
    change: 'corrected',
    validFrom: '2026-09-01',
    parentSchoolId: api.world.otherSchool,
  });
  await expect(parent).rejects.toMatchObject(at('/parentSchoolId'));
});

test('a code is used once, a change is not dated before the version it ends, a county is not left', async () => {
  await expect(open({ code: '9901020001' })).rejects.toMatchObject({ code: 'school.code-taken', status: 409 });
  const { id } = await open();
  await expect(change(id, { change: 'renamed', validFrom: '2026-08-31' })).rejects.toMatchObject({
    code: 'organisation.date-before-change',
  });
  const moved = change(id, { change: 'corrected', validFrom: '2026-09-02', regionId: api.world.foreignCounty });
  await expect(moved).rejects.toMatchObject({ code: 'region.not-found' });
});

test('two changes at the same time make two versions', async () => {
  const { id } = await open();
  const names = ['一', '二', '三'];
  await Promise.all(
    names.map((name) => change(id, { change: 'corrected', validFrom: '2026-10-01', name: `小学${name}` })),
  );
  const school = await answerOf(bureau.GET('/api/v1/schools/{schoolId}', { params: { path: { schoolId: id } } }));
  expect(school.history).toHaveLength(4);
});

test.each([
  ['2027-01-01', '2026-09-01', '2026-12-31'],
  ['2028-03-01', '2026-09-01', '2028-02-29'],
  ['2026-09-01', '2026-09-01', '2026-09-01'],
])('a version from %s ends the one from %s on %s', (validFrom, previousFrom, validTo) => {
  expect(endOfPrevious(validFrom, previousFrom)).toBe(validTo);
});
