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
const read = (schoolId: string) =>
  answerOf(bureau.GET('/api/v1/schools/{schoolId}', { params: { path: { schoolId } } }));
const at = (pointer: string) => ({ code: 'request.malformed', problem: { problems: [{ at: pointer }] } });

test('a school keeps its history through renaming, a change of type and closure', async () => {
  const { id } = await open({ openedOn: '2020-09-01' });
  await change(id, { change: 'renamed', validFrom: '2021-01-01', name: '东镇第二小学', note: '县政府批复' });
  const grown = await change(id, {
    change: 'type-changed',
    validFrom: '2022-09-01',
    type: 'nine-year',
    boarding: true,
  });
  expect(grown).toMatchObject({ name: '东镇第二小学', type: 'nine-year', boarding: true, townName: '东镇' });
  const closed = await change(id, { change: 'closed', validFrom: '2026-07-31' });
  expect(closed.closedOn).toBe('2026-07-31');
  expect(closed.history).toMatchObject([
    { validFrom: '2020-09-01', validTo: '2020-12-31', change: 'opened', name: '新建小学', type: 'primary' },
    {
      validFrom: '2021-01-01',
      validTo: '2022-08-31',
      change: 'renamed',
      name: '东镇第二小学',
      type: 'primary',
      note: '县政府批复',
      recordedBy: '管理员甲',
      regionName: '东镇',
    },
    { validFrom: '2022-09-01', validTo: '2026-07-30', change: 'type-changed', name: '东镇第二小学', type: 'nine-year' },
    { validFrom: '2026-07-31', validTo: null, change: 'closed', name: '东镇第二小学', type: 'nine-year' },
  ]);
  const reopening = change(id, { change: 'renamed', validFrom: '2026-08-01', name: '又一小学' });
  await expect(reopening).rejects.toMatchObject({ code: 'school.closed', status: 423 });
});

test('nothing takes effect ahead of its day', async () => {
  const { id } = await open({ openedOn: '2020-09-01' });
  const ahead = change(id, { change: 'renamed', validFrom: '2026-09-11', name: '明天小学' });
  await expect(ahead).rejects.toMatchObject({ code: 'organisation.date-in-future' });
});

test('a merger closes what it absorbs, ends its memberships, and both sides say so', async () => {
  const [kept, absorbed] = [
    await open({ name: '留下小学', openedOn: '2020-09-01' }),
    await open({ name: '并入小学', openedOn: '2020-09-01' }),
  ];
  await answerOf(
    bureau.POST('/api/v1/groupings', {
      body: {
        regionId: api.world.county,
        kind: 'alliance',
        name: '某联盟',
        leaderName: null,
        startsOn: '2021-09-01',
        members: [{ schoolId: absorbed.id, part: 'member' }],
      },
    }),
  );
  const merged = await change(kept.id, {
    change: 'merged',
    validFrom: '2026-08-01',
    predecessorIds: [absorbed.id],
    note: '布局调整',
  });
  expect(merged.history.at(-1)?.predecessors).toEqual([{ id: absorbed.id, name: '并入小学' }]);
  const gone = await read(absorbed.id);
  expect(gone).toMatchObject({
    closedOn: '2026-08-01',
    successors: [{ id: kept.id, name: '留下小学', from: '2026-08-01' }],
    groupings: [{ name: '某联盟', endsOn: '2026-07-31' }],
  });
  await expect(
    change(kept.id, { change: 'merged', validFrom: '2026-08-02', predecessorIds: [absorbed.id] }),
  ).rejects.toMatchObject({ code: 'school.closed' });
  await expect(
    change(kept.id, { change: 'merged', validFrom: '2026-08-02', predecessorIds: [kept.id] }),
  ).rejects.toMatchObject(at('/predecessorIds'));
});

test('of two schools that absorb each other at once one remains', async () => {
  const [one, other] = [await open({ openedOn: '2020-09-01' }), await open({ openedOn: '2020-09-01' })];
  const merge = (into: string, from: string) =>
    change(into, { change: 'merged', validFrom: '2026-08-01', predecessorIds: [from] });
  const settled = await Promise.allSettled([merge(one.id, other.id), merge(other.id, one.id)]);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a split makes new schools that know where they come from', async () => {
  const { id } = await open({ name: '大学校', boarding: true, openedOn: '2020-09-01' });
  const split = (remains: boolean, code: string, validFrom = '2026-08-01') =>
    answerOf(
      bureau.POST('/api/v1/schools/{schoolId}/splits', {
        params: { path: { schoolId: id } },
        body: { validFrom, note: '学生增多', remains, schools: [{ code, name: '分出来的小学', type: 'primary' }] },
      }),
    );
  const after = await split(true, '9901018801');
  expect(after).toMatchObject({ closedOn: null, successors: [{ name: '分出来的小学', from: '2026-08-01' }] });
  const made = await read(after.successors[0]?.id ?? '');
  expect(made).toMatchObject({ boarding: true, townName: '东镇', openedOn: '2026-08-01' });
  expect(made.history[0]?.predecessors).toEqual([{ id, name: '大学校' }]);
  // A code that is taken undoes all of it.
  await expect(split(false, '9901018801', '2026-08-02')).rejects.toMatchObject({ code: 'school.code-taken' });
  expect((await read(id)).closedOn).toBeNull();
  expect((await split(false, '9901018802', '2026-08-02')).closedOn).toBe('2026-08-02');
});

test('a school with open campuses is not closed; one that others refer to is not deleted, and it says by whom', async () => {
  const { id } = await open({ openedOn: '2020-09-01' });
  await open({ name: '东校区', parentSchoolId: id, countedAsSchool: false });
  await expect(change(id, { change: 'closed', validFrom: '2026-08-01' })).rejects.toMatchObject({
    code: 'record.referred-to',
    problem: { problems: [{ at: 'campuses', facts: { count: 1, names: '东校区' } }] },
  });
  const remove = (schoolId: string) => bureau.DELETE('/api/v1/schools/{schoolId}', { params: { path: { schoolId } } });
  await expect(remove(api.world.school)).rejects.toMatchObject({
    code: 'record.referred-to',
    problem: {
      problems: expect.arrayContaining([
        expect.objectContaining({ at: 'people', facts: expect.objectContaining({ count: 2 }) }),
        expect.objectContaining({ at: 'areas' }),
      ]),
    },
  });
  const mistaken = await open({ name: '登记错了' });
  await remove(mistaken.id);
  await expect(read(mistaken.id)).rejects.toMatchObject({ code: 'school.not-found' });
});

test('schools are found by part of the name, by code and by initials, and by area', async () => {
  const find = async (query: { q?: string; groupingId?: string }) =>
    (await answerOf(bureau.GET('/api/v1/schools', { params: { query } }))).schools.map(({ id }) => id);
  const { id } = await open({ name: '河西镇中心小学' });
  for (const q of ['河西', 'hxz', 'HXZZX', 'zzxxx']) expect(await find({ q })).toContain(id);
  expect(await find({ q: '9901010001' })).toEqual([api.world.school]);
  expect(await find({ q: 'zzzz' })).toEqual([]);
  expect(await find({ groupingId: api.world.area })).toEqual([api.world.school]);
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
    names.map((name) => change(id, { change: 'corrected', validFrom: '2026-09-05', name: `小学${name}` })),
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
