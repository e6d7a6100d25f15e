import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import type { OpenUnitRequest } from '@junheng/api-contract';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const open = (changes: Partial<OpenUnitRequest> = {}) =>
  answerOf(
    bureau.POST('/api/v1/units', {
      body: {
        regionId: api.world.county,
        parentId: null,
        kind: 'section',
        name: '基教股',
        openedOn: '2026-01-01',
        ...changes,
      },
    }),
  );
const close = (unitId: string, closedOn = '2026-09-01') =>
  answerOf(
    bureau.POST('/api/v1/units/{unitId}/closing', {
      params: { path: { unitId } },
      body: { closedOn, reason: '机构改革' },
    }),
  );

test('a section is made, found, renamed and closed; its name is free again', async () => {
  const unit = await open();
  const { units } = await answerOf(bureau.GET('/api/v1/units'));
  expect(units.map(({ name }) => name)).toEqual(['甲县教育局', '基教股', '督导室']);
  const renamed = await answerOf(
    bureau.PUT('/api/v1/units/{unitId}/name', { params: { path: { unitId: unit.id } }, body: { name: '基础教育股' } }),
  );
  expect(renamed.name).toBe('基础教育股');
  await expect(open({ name: '基础教育股' })).rejects.toMatchObject({ code: 'unit.name-taken' });
  expect((await close(unit.id)).closedOn).toBe('2026-09-01');
  await expect(close(unit.id)).rejects.toMatchObject({ code: 'unit.closed' });
  expect((await open({ name: '基础教育股' })).closedOn).toBeNull();
});

test('somebody is given a role at it, for a time; while it lasts the section stays', async () => {
  const { id } = await open({ name: '计财股' });
  const person = await answerOf(
    bureau.POST('/api/v1/people/{personId}/grants', {
      params: { path: { personId: api.world.people.sectionOfficer } },
      body: { role: 'section-officer', place: { kind: 'unit', id }, validFrom: '2026-09-01', validTo: '2026-12-31' },
    }),
  );
  expect(person.grants.map(({ place, validTo }) => [place.name, validTo])).toContainEqual(['计财股', '2026-12-31']);
  await expect(close(id)).rejects.toMatchObject({
    code: 'record.referred-to',
    problem: { problems: [{ at: 'people', facts: { count: 1, names: '科员甲' } }] },
  });
});

test('a part belongs to a unit of its region; a unit with open parts is not closed', async () => {
  const bureauUnit = await open({ name: '某指挥部', kind: 'office' });
  await open({ name: '指挥部综合组', parentId: bureauUnit.id });
  await expect(close(bureauUnit.id)).rejects.toMatchObject({
    problem: { problems: [{ at: 'units', facts: { names: '指挥部综合组' } }] },
  });
  await expect(open({ name: '某组', regionId: api.world.town, parentId: bureauUnit.id })).rejects.toMatchObject({
    code: 'unit.not-found',
  });
  await expect(close(bureauUnit.id, '2026-09-11')).rejects.toMatchObject({ code: 'organisation.date-in-future' });
});
