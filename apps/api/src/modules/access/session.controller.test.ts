import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { passwordResetLinkSchema, sessionSchema } from '@junheng/api-contract';
import { browser, startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { INSTALLATION_CHAIN } from '../../platform/audit/audit-log.ts';
import { PasswordHasher } from './password-hasher.ts';
import { PeopleService } from './people.service.ts';

const PASSWORD = 'quiet harbour 7';
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(PASSWORD) });
});
afterAll(() => api.stop());

const signIn = (login: string, password = PASSWORD) => api.anonymous().post('/session', { login, password });

describe('signing in', () => {
  test('gives a session, an unreadable cookie and the CSRF token', async () => {
    const answer = await signIn('Reporter ');
    expect(answer.status).toBe(200);
    const session = sessionSchema.parse(answer.body);
    expect(session).toMatchObject({ login: 'reporter', mustChangePassword: false });
    expect(session.permissions).toContain('self-reports.fill');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^junheng_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);

    const signedIn = browser(api.baseUrl, { cookie: cookie.split(';')[0] ?? '' });
    expect((await signedIn.get('/session')).status).toBe(200);
    // The cookie alone cannot write.
    expect((await signedIn.delete('/session')).problem().code).toBe('request.csrf');
    const withToken = browser(api.baseUrl, { ...signedIn.headers, 'x-csrf-token': session.csrfToken });
    expect((await withToken.delete('/session')).status).toBe(204);
    expect((await signedIn.get('/session')).problem()).toMatchObject({ code: 'session.expired', status: 401 });
  });

  test('refuses a wrong password and an unknown account in the same words', async () => {
    const wrong = (await signIn('principal', 'not this one')).problem();
    const unknown = (await signIn('no-such-person', 'not this one')).problem();
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    expect(wrong.code).toBe('session.wrong-credentials');
  });

  test('slows down the pair of account and address, also for the right password, and forgets it after a while', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('section', `wrong number ${attempt}`);
    const slowed = await signIn('section');
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('10');
    // Another account from the same address is not touched.
    expect((await signIn('county')).status).toBe(200);
    api.clock.advance(11_000);
    expect((await signIn('section')).status).toBe(200);
  });

  test('counts simultaneous tries before they are made', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn('city', `wrong ${index}`)));
    expect(tries.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(tries.filter((answer) => answer.status === 429)).toHaveLength(7);
  });

  test('an address has a budget over all accounts, which right passwords do not use up', async () => {
    api.clock.advance(3_600_000);
    for (let attempt = 0; attempt < 30; attempt += 1) expect((await signIn('county')).status).toBe(200);
    for (let attempt = 0; attempt < 100; attempt += 1) await signIn(`guess-${attempt}`, 'wrong');
    expect((await signIn('county')).problem().code).toBe('session.slowed-down');
    api.clock.advance(61_000);
    expect((await signIn('county')).status).toBe(200);
    api.clock.advance(3_600_000);
    // Well over a hundred passwords are hashed.
  }, 120_000);

  test('many right sign-ins of one account at once never wait for each other', async () => {
    for (let wave = 0; wave < 6; wave += 1) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => signIn('area-inspector')));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    }
  });

  test('failures are told in the log of the installation, together, without what was typed', async () => {
    api.clock.advance(3_600_000);
    const entries = () =>
      api.database.query<{ subject: string; details: Record<string, unknown>; chain: string }>(
        `SELECT subject_id AS subject, content::jsonb -> 'details' AS details, chain_id AS chain FROM audit_entries
          WHERE action = 'session.refused' ORDER BY id`,
      );
    const earlier = (await entries()).length;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await signIn('area-inspector', `a secret guess ${attempt}`);
      await signIn(`a secret name ${attempt}`, 'x');
    }
    const first = (await entries()).slice(earlier);
    const subject = api.world.people.areaInspector;
    const about = { login: 'area-inspector', reason: 'wrong-password', failures: 1 };
    expect(first).toEqual([
      { subject, details: about, chain: INSTALLATION_CHAIN },
      // Those of the tests before are among them.
      { subject: 'unknown-account', details: { failures: expect.any(Number) }, chain: INSTALLATION_CHAIN },
    ]);
    api.clock.advance(16 * 60_000);
    await signIn('area-inspector', 'a secret guess');
    await signIn('a secret name', 'x');
    const [, , person, unknown] = (await entries()).slice(earlier);
    expect([person?.details, unknown?.details]).toEqual([{ ...about, failures: 3 }, { failures: 3 }]);

    // A right sign-in tells what was only counted.
    await signIn('area-inspector', 'a secret guess');
    api.clock.advance(11_000);
    expect((await signIn('area-inspector')).status).toBe(200);
    const [started] = await api.database.query<{ content: string }>(
      `SELECT content FROM audit_entries WHERE action = 'session.started' ORDER BY id DESC LIMIT 1`,
    );
    expect(JSON.parse(started?.content ?? '')).toMatchObject({ details: { failuresBefore: 1 } });
    const all = await api.database.query<{ content: string }>('SELECT content FROM audit_entries');
    expect(all.map(({ content }) => content).join('\n')).not.toContain('secret');
  });

  test('a page of another site cannot sign anybody in', async () => {
    const answer = await api.anonymous().send('POST', '/session', {
      body: JSON.stringify({ login: 'reporter', password: PASSWORD }),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.problem().code).toBe('request.csrf');
  });
});

describe('limits of a session', () => {
  test('ends unused after the idle time and in any case after its absolute time', async () => {
    const idle = await api.as('reporter');
    api.clock.advance(api.config.sessionIdleMinutes * 60_000 + 1000);
    expect((await idle.get('/session')).problem().code).toBe('session.expired');

    const busy = await api.as('reporter');
    const steps = (api.config.sessionHours * 60) / 60;
    for (let hour = 1; hour < steps; hour += 1) {
      api.clock.advance(3_600_000);
      expect((await busy.get('/session')).status).toBe(200);
    }
    api.clock.advance(3_600_000);
    expect((await busy.get('/session')).problem().code).toBe('session.expired');
  });

  test('own sessions are listed and can be ended, others cannot', async () => {
    const here = await api.as('principal');
    const there = await api.as('principal');
    const stranger = await api.as('foreignReporter');
    const { sessions } = (await here.get('/session/active')).body as { sessions: { id: string; current: boolean }[] };
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session) => !session.current);
    expect((await stranger.delete(`/session/active/${other?.id ?? ''}`)).status).toBe(204);
    expect((await there.get('/session')).status).toBe(200);
    expect((await here.delete(`/session/active/${other?.id ?? ''}`)).status).toBe(204);
    expect((await there.get('/session')).status).toBe(401);
  });

  test('all others can be ended at once; the one that asks and those of other people go on', async () => {
    const here = await api.as('principal');
    const elsewhere = [await api.as('principal'), await api.as('principal')];
    const stranger = await api.as('foreignReporter');
    expect((await here.delete('/session/active')).body).toMatchObject({ endedSessions: expect.any(Number) });
    for (const each of elsewhere) expect((await each.get('/session')).status).toBe(401);
    expect((await here.get('/session')).status).toBe(200);
    expect((await stranger.get('/session')).status).toBe(200);
  });
});

describe('passwords', () => {
  test('a change asks for the current one, refuses weak ones and ends the other sessions', async () => {
    const here = await api.as('inspector');
    const there = await api.as('inspector');
    const change = (currentPassword: string, newPassword: string) =>
      here.post('/session/password', { currentPassword, newPassword });
    expect((await change('not the current one', 'a new long one')).problem().code).toBe('password.wrong-current');
    expect((await change(PASSWORD, 'inspector 2026')).problem()).toMatchObject({
      code: 'password.too-weak',
      facts: { reason: 'contains-login' },
    });
    expect((await change(PASSWORD, '1234567890')).problem().facts).toEqual({ reason: 'often-used' });
    expect((await change(PASSWORD, 'short')).problem().problems?.[0]?.at).toBe('/newPassword');
    expect((await change(PASSWORD, 'a brand new one')).body).toEqual({ endedSessions: 1 });
    expect((await here.get('/session')).status).toBe(200);
    expect((await there.get('/session')).status).toBe(401);
    expect((await signIn('inspector')).status).toBe(401);
    expect((await signIn('inspector', 'a brand new one')).status).toBe(200);
  });

  test('a printed password must be changed before anything else in production, and serves a demonstration', async () => {
    const passwordHash = await new PasswordHasher().hash(PASSWORD);
    const environment = { JUNHENG_MODE: 'production' };
    const production = await startTestApi({ environment, passwordHash });
    try {
      for (const each of [api, production]) {
        const personId = each.world.people.otherReporter;
        await each.app.get(PeopleService).markPasswordPrinted({ kind: 'system', process: 'test' }, personId);
      }
      const trying = await api.as('otherReporter');
      expect((await trying.get('/session')).body).toMatchObject({ mustChangePassword: false });
      expect((await trying.get('/regions')).status).toBe(200);

      const person = await production.as('otherReporter');
      expect((await person.get('/session')).body).toMatchObject({ mustChangePassword: true });
      expect((await person.get('/regions')).problem().code).toBe('session.password-change-required');
      const body = { currentPassword: PASSWORD, newPassword: 'my very own words' };
      expect((await person.post('/session/password', body)).status).toBe(200);
      expect((await person.get('/regions')).status).toBe(200);
    } finally {
      await production.stop();
    }
  });

  test('a change makes a link sent for the forgotten one useless', async () => {
    const bureau = await api.as('countyAdministrator');
    const issued = await bureau.post(`/people/${api.world.people.areaInspector}/password-reset-links`);
    const { url } = passwordResetLinkSchema.parse(issued.body);
    const link = `/one-time-links/${url.slice(url.lastIndexOf('/') + 1)}`;
    expect((await api.anonymous().get(link)).status).toBe(200);
    const person = await api.as('areaInspector');
    const body = { currentPassword: PASSWORD, newPassword: 'kept to oneself' };
    expect((await person.post('/session/password', body)).status).toBe(200);
    expect((await api.anonymous().get(link)).problem().code).toBe('one-time-link.invalid');
  });
});

test('nothing secret is logged', () => {
  const log = api.log.join('\n');
  expect(log).toContain('"route":"/api/v1/session"');
  expect(log).not.toContain(PASSWORD);
  expect(log).not.toMatch(/junheng_session|csrf|argon2/);
});
