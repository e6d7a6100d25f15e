import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { PeopleService } from './people.service.ts';

let api: TestApi;
let bureau: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const record = async (client: ApiClient, personId: string) =>
  answerOf(client.GET('/api/v1/people/{personId}', { params: { path: { personId } } }));
const give = (
  personId: string,
  body: { readonly role: 'county-administrator' | 'school-reporter'; readonly id: string },
) =>
  bureau.POST('/api/v1/people/{personId}/grants', {
    params: { path: { personId } },
    body: { role: body.role, place: { kind: body.role === 'school-reporter' ? 'school' : 'region', id: body.id } },
  });
const endOn = (personId: string, grantId: string, validTo: string | null) =>
  bureau.PUT('/api/v1/people/{personId}/grants/{grantId}', {
    params: { path: { personId, grantId } },
    body: { validTo },
  });
const endNow = (personId: string, grantId: string) =>
  bureau.DELETE('/api/v1/people/{personId}/grants/{grantId}', { params: { path: { personId, grantId } } });

test('a person’s page tells their roles, also those that are over, and what was done with the account', async () => {
  const personId = api.world.people.otherReporter;
  const given = await answerOf(give(personId, { role: 'school-reporter', id: api.world.school }));
  const [extra] = given.grants.filter(({ place }) => place.kind === 'school' && place.schoolId === api.world.school);
  const grantId = extra?.id ?? '';
  await endOn(personId, grantId, '2026-12-31');
  await bureau.PUT('/api/v1/people/{personId}', { params: { path: { personId } }, body: { displayName: '改名者' } });
  await endNow(personId, grantId);
  const seen = await record(bureau, personId);
  expect(seen).toMatchObject({ displayName: '改名者', initials: 'gmz', manageable: true, lockReason: null });
  expect(seen.roles.map(({ id, state, validTo }) => [id === grantId, state, validTo])).toEqual([
    [true, 'ended', '2026-12-31'],
    [false, 'in-force', null],
  ]);
  expect(seen.history.map(({ action }) => action)).toEqual([
    'grant.revoked',
    'person.renamed',
    'grant.changed',
    'grant.given',
  ]);
  expect(seen.history[1]?.details).toMatchObject({ displayName: '改名者' });
});

test('city and province see a person of their counties and may do nothing to them; a principal sees no log', async () => {
  const personId = api.world.people.reporter;
  for (const persona of ['cityReviewer', 'provinceReviewer'] as const) {
    expect(await record(await api.clientOf(persona), personId)).toMatchObject({ manageable: false });
  }
  const principal = await record(await api.clientOf('principal'), personId);
  expect(principal).toMatchObject({ manageable: false, history: [] });
  const foreign = record(await api.clientOf('foreignAdministrator'), personId);
  await expect(foreign).rejects.toMatchObject({ code: 'person.not-found' });
});

test('a role ends today or later, never before its first day', async () => {
  const personId = api.world.people.principal;
  const [grant] = (await record(bureau, personId)).grants;
  const wrong = endOn(personId, grant?.id ?? '', '2026-09-09');
  await expect(wrong).rejects.toMatchObject({ code: 'grant.ends-too-early' });
  expect(await answerOf(endOn(personId, grant?.id ?? '', '2026-09-10'))).toMatchObject({
    grants: [{ validTo: '2026-09-10' }],
  });
  expect(await answerOf(endOn(personId, grant?.id ?? '', null))).toMatchObject({ grants: [{ validTo: null }] });
});

test('the same role at the same place is not given twice', async () => {
  const { reporter } = api.world.people;
  const twice = give(reporter, { role: 'school-reporter', id: api.world.school });
  await expect(twice).rejects.toMatchObject({ code: 'grant.already-held' });
});

test('a county keeps an administrator without an end: neither ending, nor an end date, nor locking takes the last one', async () => {
  const last = { code: 'grant.last-administrator' };
  const personId = api.world.people.countyAdministrator;
  const grantId = (await record(bureau, personId)).grants[0]?.id ?? '';
  await expect(endNow(personId, grantId)).rejects.toMatchObject(last);
  await expect(endOn(personId, grantId, '2026-12-31')).rejects.toMatchObject(last);

  // A second one whose role runs out does not count: the county would be left alone when it does.
  const second = await answerOf(
    bureau.POST('/api/v1/people', {
      body: {
        login: 'second.administrator',
        displayName: '副管理员',
        grant: {
          role: 'county-administrator',
          place: { kind: 'region', id: api.world.county },
          validTo: '2026-12-31',
        },
      },
    }),
  );
  await expect(endOn(personId, grantId, '2026-12-31')).rejects.toMatchObject(last);
  await expect(endNow(personId, grantId)).rejects.toMatchObject(last);
  const lock = bureau.PUT('/api/v1/people/{personId}/lock', {
    params: { path: { personId } },
    body: { locked: true, reason: '试' },
  });
  await expect(lock).rejects.toMatchObject(last);

  const secondGrant = second.person.grants[0]?.id ?? '';
  await endOn(second.person.id, secondGrant, null);
  expect(await answerOf(endOn(personId, grantId, '2026-12-31'))).toMatchObject({ grants: [{ validTo: '2026-12-31' }] });
  await expect(endOn(second.person.id, secondGrant, '2027-01-31')).rejects.toMatchObject(last);
  await endOn(personId, grantId, null);
});

test('whoever loses a role in the middle of their work learns which and since when, and who never had it does not', async () => {
  const personId = api.world.people.cityReviewer;
  const reviewer = await api.as('cityReviewer');
  expect((await reviewer.get('/people')).status).toBe(200);
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(`UPDATE grants SET valid_to = '2026-09-09' WHERE person_id = $1`, [personId]),
  );
  const problem = (await reviewer.get('/people')).problem();
  expect(problem).toMatchObject({
    code: 'permission.role-ended',
    facts: { role: 'city-reviewer', place: '示例市', endedOn: '2026-09-09' },
  });
  const inspector = await api.as('inspector');
  expect((await inspector.get('/people')).problem().code).toBe('permission.denied');
});

test('the command that restores access gives a role without an end to somebody whose own runs out', async () => {
  const { countyAdministrator } = api.world.people;
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(`UPDATE grants SET valid_to = '2026-10-31' WHERE person_id = $1`, [countyAdministrator]),
  );
  const wanted = { login: 'county', displayName: '管理员甲', countyId: api.world.county };
  await api.app.get(PeopleService).restoreAdministrator(systemActor('restore-administrator'), wanted);
  const { roles } = await record(await api.clientOf('countyAdministrator'), countyAdministrator);
  expect(roles.filter(({ state }) => state === 'in-force').map(({ role, validTo }) => [role, validTo])).toEqual(
    expect.arrayContaining([['county-administrator', null]]),
  );
});
