import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import type { OpenGroupingRequest } from '@junheng/api-contract';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const open = (changes: Partial<OpenGroupingRequest> = {}) =>
  answerOf(
    bureau.POST('/api/v1/groupings', {
      body: {
        regionId: api.world.county,
        kind: 'cluster',
        name: '城区片区',
        leaderName: '示例片长',
        startsOn: '2026-01-01',
        members: [],
        ...changes,
      },
    }),
  );
const member = (schoolId: string, part: 'core' | 'member' = 'member') => ({ schoolId, part });
const setMembers = (groupingId: string, from: string, members: ReturnType<typeof member>[]) =>
  answerOf(
    bureau.PUT('/api/v1/groupings/{groupingId}/members', { params: { path: { groupingId } }, body: { from, members } }),
  );

test('members come and go with their days, and the history stays', async () => {
  const { school, otherSchool } = api.world;
  const { id } = await open({ members: [member(school)] });
  const changed = await setMembers(id, '2026-06-01', [member(otherSchool)]);
  expect(changed.schoolIds).toEqual([otherSchool]);
  expect(changed.members.map(({ schoolId, startsOn, endsOn }) => [schoolId, startsOn, endsOn])).toEqual([
    [otherSchool, '2026-06-01', null],
    [school, '2026-01-01', '2026-05-31'],
  ]);
  await expect(setMembers(id, '2026-05-01', [])).rejects.toMatchObject({ code: 'organisation.date-before-change' });
  await expect(setMembers(id, '2026-09-11', [])).rejects.toMatchObject({ code: 'organisation.date-in-future' });
  const ended = await answerOf(
    bureau.POST('/api/v1/groupings/{groupingId}/end', {
      params: { path: { groupingId: id } },
      body: { endsOn: '2026-08-31', reason: '布局调整' },
    }),
  );
  // Of one that ended: its last schools.
  expect(ended).toMatchObject({ endsOn: '2026-08-31', schoolIds: [otherSchool] });
  await expect(setMembers(id, '2026-09-01', [])).rejects.toMatchObject({ code: 'grouping.ended', status: 423 });
});

test('a school lies in one area of a kind; in as many groups as there are', async () => {
  const { otherSchool } = api.world;
  const first = await open({ name: '东部学区', kind: 'school-district', members: [member(otherSchool)] });
  const again = open({ name: '西部学区', kind: 'school-district', members: [member(otherSchool)] });
  await expect(again).rejects.toMatchObject({
    code: 'grouping.school-elsewhere',
    problem: { facts: { school: '甲县实验学校', grouping: '东部学区' } },
  });
  await setMembers(first.id, '2026-08-01', []);
  expect(
    (await open({ name: '西部学区', kind: 'school-district', startsOn: '2026-08-01', members: [member(otherSchool)] }))
      .schoolIds,
  ).toEqual([otherSchool]);
  for (const name of ['甲集团', '乙集团']) {
    const group = await open({ name, kind: 'education-group', members: [member(otherSchool, 'core')] });
    expect(group.members[0]?.part).toBe('core');
  }
});

test('two at once cannot put a school into two areas', async () => {
  const { school } = api.world;
  const tries = ['北片区', '南片区', '中片区'].map((name) =>
    open({ name, kind: 'school-district', startsOn: '2026-09-01', members: [member(school)] }),
  );
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an area somebody is responsible for is not ended, and it says by whom', async () => {
  const ending = answerOf(
    bureau.POST('/api/v1/groupings/{groupingId}/end', {
      params: { path: { groupingId: api.world.area } },
      body: { endsOn: '2026-09-01', reason: '重新划分' },
    }),
  );
  await expect(ending).rejects.toMatchObject({
    code: 'record.referred-to',
    problem: { problems: [{ at: 'people', facts: { count: 1, names: '责任督学甲' } }] },
  });
});

test('schools of another county are not taken in', async () => {
  await expect(open({ members: [member(api.world.foreignSchool)] })).rejects.toMatchObject({
    code: 'school.not-found',
  });
});

test('a school sees the groupings it belongs to, and of their members only itself', async () => {
  const reporter = await api.clientOf('reporter');
  const { groupings } = await answerOf(reporter.GET('/api/v1/groupings'));
  expect(groupings.length).toBeGreaterThan(0);
  for (const { schoolIds } of groupings) expect(schoolIds.filter((id) => id !== api.world.school)).toEqual([]);
});

test('the list costs one statement, however many there are', async () => {
  const browser = await api.as('countyAdministrator');
  const statements = await statementsDuring(api, () => browser.get('/groupings'));
  expect(statements.filter((statement) => !/\b(sessions|grants)\b/.test(statement))).toHaveLength(1);
});
