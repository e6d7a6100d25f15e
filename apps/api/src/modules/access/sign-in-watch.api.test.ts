import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { liveSessionsSchema, retentionSchema, signInsSchema } from '@junheng/api-contract';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { AccessForgetting } from './forgetting.service.ts';
import { PasswordHasher } from './password-hasher.ts';

const PASSWORD = 'quiet harbour 7';
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(PASSWORD) });
  const tries = [
    { login: 'reporter', password: PASSWORD },
    { login: 'reporter', password: 'wrong' },
    { login: 'foreign-reporter', password: 'wrong' },
  ];
  for (const given of tries) await api.anonymous().post('/session', given);
});
afterAll(() => api.stop());

const signInsOf = async (by: TestBrowser, query = '') =>
  signInsSchema.parse((await by.get(`/sign-ins${query}`)).body).signIns;

test("the administrator sees the sign-ins of the region's people, the failed ones alone if wanted, and nobody else's", async () => {
  const bureau = await api.as('countyAdministrator');
  const { reporter, foreignReporter } = api.world.people;
  const all = await signInsOf(bureau);
  expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(['signed-in', 'wrong-password']);
  expect(new Set(all.map(({ person }) => person.id))).toEqual(new Set([reporter]));
  expect((await signInsOf(bureau, '?failed=yes')).map(({ outcome }) => outcome)).toEqual(['wrong-password']);
  expect(await signInsOf(bureau, `?personId=${foreignReporter}`)).toEqual([]);
  expect((await (await api.as('principal')).get('/sign-ins')).problem().code).toBe('permission.denied');
});

test('and who is signed in now', async () => {
  const bureau = await api.as('countyAdministrator');
  await api.as('foreignReporter');
  const { sessions } = liveSessionsSchema.parse((await bureau.get('/sessions')).body);
  const people = sessions.map(({ person }) => person.id);
  expect(people).toContain(api.world.people.reporter);
  expect(people).not.toContain(api.world.people.foreignReporter);
});

test('how long it is kept is set within limits, by whoever answers for all counties, and is followed', async () => {
  const province = await api.as('provinceReviewer');
  const bureau = await api.as('countyAdministrator');
  const days = { endedSessionsDays: 60, signInsDays: 365 };
  expect(retentionSchema.parse((await bureau.get('/retention')).body)).toMatchObject({
    signInsDays: 180,
    mayChange: false,
  });
  expect((await bureau.put('/retention', days)).problem().code).toBe('retention.not-responsible');
  expect((await (await api.as('cityReviewer')).put('/retention', days)).problem().code).toBe('permission.denied');
  for (const wrong of [
    { ...days, signInsDays: 179 },
    { ...days, signInsDays: 1096 },
    { ...days, endedSessionsDays: 6 },
  ]) {
    expect((await province.put('/retention', wrong)).status).toBe(422);
  }
  expect(retentionSchema.parse((await province.put('/retention', days)).body)).toMatchObject({
    ...days,
    mayChange: true,
  });
  api.clock.advance(200 * 86_400_000);
  expect(await api.app.get(AccessForgetting).forget()).toMatchObject({ sign_ins: 0 });
  api.clock.advance(200 * 86_400_000);
  const removed = await api.app.get(AccessForgetting).forget();
  expect(removed['sign_ins']).toBeGreaterThan(0);
});
