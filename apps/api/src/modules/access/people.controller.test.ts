import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { PeopleService } from './people.service.ts';

const OLD = 'quiet harbour 7';
const NEW = 'a different tune';
let api: TestApi;
let bureau: ApiClient;

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(OLD) });
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const signIn = async (login: string, password: string) =>
  (await api.anonymous().post('/session', { login, password })).status;
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

describe('people', () => {
  test('are listed by region and by school, each with their roles', async () => {
    const { people } = await answerOf(bureau.GET('/api/v1/people', {}));
    expect(people.map((person) => person.login).sort()).toEqual(
      ['area-inspector', 'county', 'inspector', 'other-reporter', 'principal', 'reporter', 'section'].sort(),
    );
    const query = { schoolId: api.world.school };
    const school = await answerOf(bureau.GET('/api/v1/people', { params: { query } }));
    expect(school.people.map((person) => [person.login, person.grants[0]?.role])).toEqual([
      ['principal', 'school-principal'],
      ['reporter', 'school-reporter'],
    ]);
    const principal = await api.clientOf('principal');
    expect((await answerOf(principal.GET('/api/v1/people', {}))).people).toHaveLength(2);
  });

  test('are made with a role and choose their password by a link that works once', async () => {
    const body = {
      login: 'new.person',
      displayName: '新来者',
      grant: { role: 'school-principal', place: { kind: 'school', id: api.world.otherSchool } },
    } as const;
    const created = await answerOf(bureau.POST('/api/v1/people', { body }));
    expect(created.link.url).toMatch(/\/one-time-link\/[\w-]{43}$/);
    expect(created.link.url).not.toContain('/admin/');
    await expect(bureau.POST('/api/v1/people', { body })).rejects.toMatchObject({ code: 'person.login-taken' });

    const path = `/one-time-links/${tokenOf(created.link.url)}`;
    const anybody = api.anonymous();
    expect((await anybody.get(path)).body).toMatchObject({ purpose: 'password-reset', login: 'new.person' });
    expect((await anybody.post(path, { newPassword: 'new.person 12' })).problem().code).toBe('password.too-weak');
    expect((await anybody.post(path, { newPassword: NEW })).status).toBe(204);
    expect((await anybody.post(path, { newPassword: OLD })).problem().code).toBe('one-time-link.invalid');
    expect(await signIn('new.person', NEW)).toBe(200);
  });

  test('roles are given and taken, and what was open is closed', async () => {
    const personId = api.world.people.otherReporter;
    const browser = await api.as('otherReporter');
    const path = { personId };
    const place = { kind: 'school', id: api.world.school } as const;
    const given = await answerOf(
      bureau.POST('/api/v1/people/{personId}/grants', { params: { path }, body: { role: 'school-reporter', place } }),
    );
    expect(given.grants).toHaveLength(2);
    expect((await browser.get(`/schools/${api.world.school}`)).status).toBe(200);
    const grantId =
      given.grants.find((grant) => grant.place.kind === 'school' && grant.place.schoolId === place.id)?.id ?? '';
    await bureau.DELETE('/api/v1/people/{personId}/grants/{grantId}', { params: { path: { personId, grantId } } });
    // Signed in still, and out of that school at once.
    expect((await browser.get(`/schools/${api.world.school}`)).status).toBe(404);
  });

  test('with rights beyond the county are not managed by it', async () => {
    const personId = api.world.people.sectionOfficer;
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO grants (person_id, role, region_id, valid_from, granted_at) VALUES ($1, 'city-reviewer', $2, '2020-01-01', $3)`,
        [personId, api.world.city, tx.at],
      ),
    );
    const reset = bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path: { personId } } });
    await expect(reset).rejects.toMatchObject({ code: 'grant.above-own-rights' });
  });

  test('a grant that begins later counts: it can be seen and taken back, and shields who will have more rights', async () => {
    const grant = (kind: 'school' | 'region', id: string) => ({ place: { kind, id }, validFrom: '2026-12-01' });
    const body = {
      login: 'from.december',
      displayName: '十二月来',
      grant: { role: 'school-reporter', ...grant('school', api.world.school) },
    } as const;
    const { person, link } = await answerOf(bureau.POST('/api/v1/people', { body }));
    expect(person.grants).toMatchObject([{ role: 'school-reporter', validFrom: '2026-12-01' }]);
    expect(link.url).not.toContain('/admin/');
    const path = { personId: person.id };
    const reset = () => bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path } });
    await expect(reset()).resolves.toBeDefined();
    // Not yet in force: the person may sign in and reach nothing.
    const early = await api.asPerson(person.id);
    expect((await early.get('/schools')).problem().code).toBe('permission.denied');

    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO grants (person_id, role, region_id, valid_from, granted_at) VALUES ($1, 'city-reviewer', $2, '2026-12-01', $3)`,
        [person.id, api.world.city, tx.at],
      ),
    );
    await expect(reset()).rejects.toMatchObject({ code: 'grant.above-own-rights' });
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`DELETE FROM grants WHERE person_id = $1 AND role = 'city-reviewer'`, [person.id]),
    );
    const grantId = person.grants[0]?.id ?? '';
    await bureau.DELETE('/api/v1/people/{personId}/grants/{grantId}', { params: { path: { ...path, grantId } } });
    // Without any grant they stay with whoever gave the last one.
    await expect(reset()).resolves.toBeDefined();
  });

  test('whose last grant was taken back are still there and can be taken back, by nobody else', async () => {
    const grant = { role: 'school-reporter', place: { kind: 'school', id: api.world.school } } as const;
    const body = { login: 'came.and.went', displayName: '来去者', grant };
    const { person } = await answerOf(bureau.POST('/api/v1/people', { body }));
    const path = { personId: person.id };
    const grantId = person.grants[0]?.id ?? '';
    await bureau.DELETE('/api/v1/people/{personId}/grants/{grantId}', { params: { path: { ...path, grantId } } });

    const listed = async (client: ApiClient) =>
      (await answerOf(client.GET('/api/v1/people', {}))).people.find(({ id }) => id === person.id);
    expect(await listed(bureau)).toMatchObject({
      grants: [],
      formerGrant: { role: 'school-reporter', place: { kind: 'school', name: '东镇中心小学' } },
    });
    const foreign = await api.clientOf('foreignAdministrator');
    expect(await listed(foreign)).toBeUndefined();
    const elsewhere = { role: 'school-reporter', place: { kind: 'school', id: api.world.foreignSchool } } as const;
    const taking = foreign.POST('/api/v1/people/{personId}/grants', { params: { path }, body: elsewhere });
    await expect(taking).rejects.toMatchObject({ code: 'person.not-found' });

    const again = await answerOf(
      bureau.POST('/api/v1/people/{personId}/grants', {
        params: { path },
        body: { ...grant, role: 'school-principal' },
      }),
    );
    expect(again).toMatchObject({ grants: [{ role: 'school-principal' }], formerGrant: null });
  });

  test('whose last grant has run out belong to it; a higher one that ran out shields them', async () => {
    const personId = api.world.people.areaInspector;
    const until = (validTo: string | null) =>
      api.transactions.run(systemActor('test'), (tx) =>
        tx.execute(`UPDATE grants SET valid_to = $2 WHERE person_id = $1 AND role = 'inspector'`, [personId, validTo]),
      );
    await until('2026-09-01');
    const lock = () =>
      bureau.PUT('/api/v1/people/{personId}/lock', {
        params: { path: { personId } },
        body: { locked: false, reason: '试' },
      });
    expect(await answerOf(lock())).toMatchObject({ grants: [], formerGrant: { role: 'inspector' } });
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO grants (person_id, role, region_id, valid_from, valid_to, granted_at)
         VALUES ($1, 'city-reviewer', $2, '2020-01-01', '2026-09-05', $3)`,
        [personId, api.world.city, tx.at],
      ),
    );
    // Their last place is the city: this county no longer sees them.
    await expect(lock()).rejects.toMatchObject({ code: 'person.not-found' });
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`DELETE FROM grants WHERE person_id = $1 AND role = 'city-reviewer'`, [personId]),
    );
    await until(null);
  });

  test('locked ones are out at once and cannot come in', async () => {
    const personId = api.world.people.inspector;
    const browser = await api.as('inspector');
    const lock = (locked: boolean) =>
      bureau.PUT('/api/v1/people/{personId}/lock', {
        params: { path: { personId } },
        body: { locked, reason: '调离' },
      });
    expect((await answerOf(lock(true))).locked).toBe(true);
    expect((await browser.get('/session')).status).toBe(401);
    expect(await signIn('inspector', OLD)).toBe(423);
    await lock(false);
    expect(await signIn('inspector', OLD)).toBe(200);
  });

  test('the last administrator of a county cannot be locked or removed', async () => {
    const personId = api.world.people.countyAdministrator;
    const body = { locked: true, reason: '误' };
    const lock = bureau.PUT('/api/v1/people/{personId}/lock', { params: { path: { personId } }, body });
    await expect(lock).rejects.toMatchObject({ code: 'grant.last-administrator' });
  });
});

describe('a forgotten password', () => {
  test('is reset by a link from the level above; a newer link makes the older useless; sessions end', async () => {
    const path = { personId: api.world.people.reporter };
    const issue = () => answerOf(bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path } }));
    const [older, newer] = [await issue(), await issue()];
    const anybody = api.anonymous();
    expect((await anybody.get(`/one-time-links/${tokenOf(older.url)}`)).status).toBe(404);
    const browser = await api.as('reporter');
    // Until it is used the old password stays good.
    expect(await signIn('reporter', OLD)).toBe(200);
    expect((await anybody.post(`/one-time-links/${tokenOf(newer.url)}`, { newPassword: NEW })).status).toBe(204);
    expect((await browser.get('/session')).status).toBe(401);
    expect([await signIn('reporter', OLD), await signIn('reporter', NEW)]).toEqual([401, 200]);
  });

  test('its link expires', async () => {
    const path = { personId: api.world.people.principal };
    const link = await answerOf(bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path } }));
    api.clock.advance(73 * 3_600_000);
    expect((await api.anonymous().get(`/one-time-links/${tokenOf(link.url)}`)).status).toBe(404);
    bureau = await api.clientOf('countyAdministrator');
  });

  test('of two who use it at the same time one succeeds', async () => {
    const path = { personId: api.world.people.principal };
    const link = await answerOf(bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path } }));
    const uses = await Promise.all(
      [NEW, `${NEW} too`].map((newPassword) =>
        api.anonymous().post(`/one-time-links/${tokenOf(link.url)}`, { newPassword }),
      ),
    );
    expect(new Set(uses.map((answer) => answer.status))).toEqual(new Set([204, 404]));
  });

  test('a whole county may open its links from one address', async () => {
    const path = { personId: api.world.people.principal };
    const link = await answerOf(bureau.POST('/api/v1/people/{personId}/password-reset-links', { params: { path } }));
    for (let person = 0; person < 45; person += 1) {
      expect((await api.anonymous().get(`/one-time-links/${tokenOf(link.url)}`)).status).toBe(200);
    }
  });

  test('guessing tokens is slowed down', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, index) => api.anonymous().get(`/one-time-links/${'x'.repeat(40)}${index}`)),
    );
    expect(guesses.some((answer) => answer.status === 429)).toBe(true);
    api.clock.advance(3_600_000);
  });
});

describe('when nobody can sign in', () => {
  test('the command makes an administrator, whether the person exists or not', async () => {
    const people = api.app.get(PeopleService);
    const actor = systemActor('restore-administrator');
    for (const login of ['county', 'rescuer']) {
      const link = await people.restoreAdministrator(actor, { login, displayName: login, countyId: api.world.county });
      expect(link.url).toContain('/admin/one-time-link/');
      const used = await api.anonymous().post(`/one-time-links/${tokenOf(link.url)}`, { newPassword: NEW });
      expect(used.status).toBe(204);
      expect(await signIn(login, NEW)).toBe(200);
    }
  });

  test('an installation with people gets no link for a first administrator', async () => {
    expect(await api.app.get(OneTimeLinksService).issueFirstAdministrator()).toBeNull();
  });
});
