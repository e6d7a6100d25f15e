import { readFileSync, renameSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  begunSecondFactorSchema,
  colleaguesSchema,
  profileSchema,
  recoveryCodesSchema,
  sessionSchema,
  signInHistorySchema,
} from '@junheng/api-contract';
import { Secret, TOTP } from 'otpauth';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import type { Persona } from '../../../test/factories/world.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { PasswordHasher } from './password-hasher.ts';

const PASSWORD = 'quiet harbour 7';
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(PASSWORD) });
});
afterAll(() => api.stop());
// Every code is used up by its test: the next one belongs to a later step, and counters of failures are forgotten.
beforeEach(() => api.clock.advance(25 * 3_600_000));

const signIn = (login: string, code?: string, password = PASSWORD) =>
  api.anonymous().post('/session', { login, password, ...(code === undefined ? {} : { code }) });
const codeAt = (secret: string, milliseconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() + milliseconds });

async function begin(browser: TestBrowser): Promise<string> {
  const begun = await browser.post('/profile/second-factor', { password: PASSWORD });
  return begunSecondFactorSchema.parse(begun.body).secret;
}

/** Somebody with a second factor; the code of this half minute is used up. */
async function enrolled(persona: Persona): Promise<{ secret: string; recoveryCodes: string[]; browser: TestBrowser }> {
  const browser = await api.as(persona);
  const secret = await begin(browser);
  const confirmed = await browser.post('/profile/second-factor/confirmation', { code: codeAt(secret) });
  return { secret, recoveryCodes: recoveryCodesSchema.parse(confirmed.body).recoveryCodes, browser };
}

async function withoutFactor(persona: Persona): Promise<void> {
  await api.transactions.run(systemActor('test'), async (tx) => {
    await tx.execute('DELETE FROM recovery_codes WHERE person_id = $1', [api.world.people[persona]]);
    await tx.execute('DELETE FROM second_factors WHERE person_id = $1', [api.world.people[persona]]);
  });
}

const audited = async (action: string) =>
  (
    await api.database.query<{ content: string }>('SELECT content FROM audit_entries WHERE action = $1 ORDER BY id', [
      action,
    ])
  ).map(({ content }) => JSON.parse(content) as { details: Record<string, unknown>; subject: { id: string } });

describe('a second factor', () => {
  test('asks for the password, is not asked for before its first code, then at every sign-in', async () => {
    const here = await api.as('reporter');
    const there = await api.as('reporter');
    const refused = await here.post('/profile/second-factor', { password: 'not this one' });
    expect(refused.problem().code).toBe('password.wrong-current');
    const secret = await begin(here);
    expect((await signIn('reporter')).status).toBe(200);
    expect(profileSchema.parse((await here.get('/profile')).body).secondFactor).toBeNull();

    const wrong = await here.post('/profile/second-factor/confirmation', { code: '000000' });
    expect(wrong.problem().code).toBe('second-factor.wrong-code');
    const confirmed = await here.post('/profile/second-factor/confirmation', { code: codeAt(secret) });
    const { recoveryCodes, endedSessions } = recoveryCodesSchema.parse(confirmed.body);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(endedSessions).toBe(2);
    expect((await there.get('/session')).status).toBe(401);
    expect(profileSchema.parse((await here.get('/profile')).body).secondFactor?.recoveryCodesLeft).toBe(10);
    expect((await here.post('/profile/second-factor', { password: PASSWORD })).problem().code).toBe(
      'second-factor.active',
    );

    expect((await signIn('reporter')).problem()).toMatchObject({
      code: 'session.second-factor-required',
      status: 401,
    });
    api.clock.advance(30_000);
    const answer = await signIn('reporter', codeAt(secret));
    expect(sessionSchema.parse(answer.body).signedInBy).toBe('code');
    await withoutFactor('reporter');
  });

  test('tells nobody without the password that it is there', async () => {
    await enrolled('reporter');
    const wrong = await signIn('reporter', undefined, 'not this one');
    const unknown = await signIn('no-such-person', undefined, 'not this one');
    const withCode = await signIn('no-such-person', '123456', 'not this one');
    for (const each of [wrong, unknown, withCode]) expect(each.problem().code).toBe('session.wrong-credentials');
    await withoutFactor('reporter');
  });

  test('a code serves once, also when it is sent twice at the same time; the clock may be off by half a minute', async () => {
    const { secret } = await enrolled('reporter');
    expect((await signIn('reporter', codeAt(secret))).problem().code).toBe('second-factor.code-used');
    api.clock.advance(60_000);
    const code = codeAt(secret);
    const twice = await Promise.all([signIn('reporter', code), signIn('reporter', code)]);
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([200, 422]));
    // A newer code was used: the older one of the window no longer serves.
    api.clock.advance(30_000);
    expect((await signIn('reporter', codeAt(secret, 30_000))).status).toBe(200);
    expect((await signIn('reporter', codeAt(secret, -30_000))).problem().code).toBe('second-factor.code-used');
    api.clock.advance(120_000);
    expect((await signIn('reporter', codeAt(secret, -30_000))).status).toBe(200);
    expect((await signIn('reporter', codeAt(secret, 90_000))).problem().code).toBe('second-factor.wrong-code');
    await withoutFactor('reporter');
  });

  test('wrong codes are slowed down over all addresses and told to the person and the log', async () => {
    const { secret, browser } = await enrolled('reporter');
    api.clock.advance(60_000);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn('reporter', '000000')).problem().code).toBe('second-factor.wrong-code');
    }
    const slowed = await signIn('reporter', codeAt(secret));
    expect(slowed.problem().code).toBe('session.slowed-down');
    // Not only signing in: a page that was left open cannot be used to guess, either.
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`DELETE FROM rate_limits WHERE key LIKE 'sign-in:%'`),
    );
    const guessing = await browser.post('/profile/second-factor/removal', { password: PASSWORD, code: '000000' });
    expect(guessing.problem().code).toBe('session.slowed-down');
    const { signIns } = signInHistorySchema.parse((await browser.get('/profile/sign-ins')).body);
    expect(signIns[0]).toMatchObject({ outcome: 'wrong-code', times: 5 });
    api.clock.advance(16 * 60_000);
    expect((await signIn('reporter', codeAt(secret))).status).toBe(200);
    const refused = (await audited('session.refused')).filter(({ details }) => details['reason'] === 'wrong-code');
    expect(refused.length).toBeGreaterThan(0);
    await withoutFactor('reporter');
  });

  test('a recovery code serves once, in any spelling, and is told', async () => {
    const { recoveryCodes } = await enrolled('reporter');
    const [first = '', second = ''] = recoveryCodes;
    const answer = await signIn('reporter', ` ${first.toUpperCase()} `);
    expect(sessionSchema.parse(answer.body).signedInBy).toBe('recovery-code');
    expect((await signIn('reporter', first)).problem().code).toBe('second-factor.wrong-code');
    expect((await signIn('reporter', second.replaceAll('-', ''))).status).toBe(200);
    expect((await audited('second-factor.recovery-code-used')).map(({ details }) => details['left'])).toEqual([9, 8]);
    const started = (await audited('session.started')).at(-1);
    expect(started?.details).toMatchObject({ signedInBy: 'recovery-code' });
    // Nothing of it can be read from the tables.
    const stored = await api.database.query<{ text: string }>(
      `SELECT code_hash AS text FROM recovery_codes UNION ALL SELECT secret FROM second_factors
        UNION ALL SELECT content FROM audit_entries`,
    );
    const all = stored.map(({ text }) => text).join('\n');
    for (const code of recoveryCodes) expect(all).not.toContain(code.replaceAll('-', ''));
    await withoutFactor('reporter');
  });

  test('recovery codes are renewed with password and code; those before are void', async () => {
    const { secret, recoveryCodes, browser } = await enrolled('reporter');
    const renew = (code: string, password = PASSWORD) =>
      browser.post('/profile/second-factor/recovery-codes', { password, code });
    expect((await renew(codeAt(secret, 30_000), 'wrong')).problem().code).toBe('password.wrong-current');
    const renewed = recoveryCodesSchema.parse((await renew(codeAt(secret, 30_000))).body).recoveryCodes;
    expect((await signIn('reporter', recoveryCodes[0])).problem().code).toBe('second-factor.wrong-code');
    expect((await signIn('reporter', renewed[0])).status).toBe(200);
    await withoutFactor('reporter');
  });

  test('is turned off with password and code together, by nothing less', async () => {
    const { secret, recoveryCodes, browser } = await enrolled('reporter');
    const off = (password: string, code: string) => browser.post('/profile/second-factor/removal', { password, code });
    expect((await off('wrong', recoveryCodes[0] ?? '')).problem().code).toBe('password.wrong-current');
    expect((await off(PASSWORD, codeAt(secret))).problem().code).toBe('second-factor.code-used');
    expect((await off(PASSWORD, '000000')).problem().code).toBe('second-factor.wrong-code');
    expect((await off(PASSWORD, recoveryCodes[0] ?? '')).status).toBe(204);
    expect((await signIn('reporter')).status).toBe(200);
    expect((await off(PASSWORD, '123456')).problem().code).toBe('second-factor.not-begun');
    expect(await audited('second-factor.disabled')).toHaveLength(1);
  });

  test('of somebody who lost the device is taken away by the level above, by nobody else', async () => {
    const { browser } = await enrolled('reporter');
    const path = `/people/${api.world.people.reporter}`;
    expect((await (await api.as('foreignAdministrator')).delete(`${path}/second-factor`)).status).toBe(404);
    expect((await (await api.as('principal')).delete(`${path}/second-factor`)).status).toBe(403);
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.get(`/people?schoolId=${api.world.school}`)).body).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ login: 'reporter', secondFactor: true })]),
    });
    expect((await bureau.delete(`${path}/second-factor`)).status).toBe(204);
    expect((await browser.get('/session')).status).toBe(401);
    expect((await signIn('reporter')).status).toBe(200);
    expect((await audited('second-factor.reset')).at(-1)).toMatchObject({
      subject: { id: api.world.people.reporter },
      details: { removed: true },
    });
  });

  test('without the key of the installation codes cannot be checked, which is said; recovery codes still serve', async () => {
    const { secret, recoveryCodes } = await enrolled('reporter');
    expect(readFileSync(api.config.keyFile, 'utf8')).not.toContain(secret);
    renameSync(api.config.keyFile, `${api.config.keyFile}.away`);
    api.clock.advance(60_000);
    expect((await signIn('reporter', codeAt(secret))).problem().code).toBe('second-factor.unreadable');
    expect((await signIn('reporter', recoveryCodes[0])).status).toBe(200);
    rmSync(api.config.keyFile, { force: true });
    renameSync(`${api.config.keyFile}.away`, api.config.keyFile);
    await withoutFactor('reporter');
  });

  test('a locked account and a password that must be changed stand beside it', async () => {
    const { secret } = await enrolled('inspector');
    const bureau = await api.as('countyAdministrator');
    const lock = (locked: boolean) =>
      bureau.put(`/people/${api.world.people.inspector}/lock`, { locked, reason: '试' });
    await lock(true);
    api.clock.advance(60_000);
    expect((await signIn('inspector', codeAt(secret))).problem().code).toBe('session.account-locked');
    await lock(false);
    expect((await signIn('inspector')).problem().code).toBe('session.second-factor-required');
    expect((await signIn('inspector', codeAt(secret))).status).toBe(200);
    await withoutFactor('inspector');
  });
});

test('the history tells sign-ins and failures of this account, and of no other', async () => {
  await signIn('principal');
  await signIn('principal');
  await signIn('principal', undefined, 'not this one');
  await signIn('section', undefined, 'not this one');
  const principal = await api.as('principal');
  const { signIns, keptDays } = signInHistorySchema.parse((await principal.get('/profile/sign-ins')).body);
  expect(Object.fromEntries(signIns.map(({ outcome, times }) => [outcome, times]))).toEqual({
    'signed-in': 2,
    'wrong-password': 1,
  });
  expect(keptDays).toBe(180);
});

test('the language stays with the account', async () => {
  const here = await api.as('principal');
  expect((await here.get('/session')).body).toMatchObject({ language: null });
  expect((await here.put('/profile/language', { language: 'en' })).status).toBe(204);
  expect((await here.put('/profile/language', { language: 'en' })).status).toBe(204);
  expect((await here.put('/profile/language', { language: 'fr' })).status).toBe(422);
  expect((await (await api.as('principal')).get('/session')).body).toMatchObject({ language: 'en' });
  expect((await (await api.as('reporter')).get('/session')).body).toMatchObject({ language: null });
  expect(await audited('person.language-chosen')).toHaveLength(1);
});

test('colleagues are those of one’s own schools, with what they do there and nothing else', async () => {
  await signIn('reporter');
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(
      `INSERT INTO grants (person_id, role, school_id, valid_from, granted_at) VALUES ($1, 'school-principal', $2, '2020-01-01', $3)`,
      [api.world.people.reporter, api.world.otherSchool, tx.at],
    ),
  );
  const principal = await api.as('principal');
  const { schools } = colleaguesSchema.parse((await principal.get('/profile/colleagues')).body);
  expect(schools).toMatchObject([
    {
      name: '东镇中心小学',
      people: [
        { displayName: '校长甲', roles: ['school-principal'], locked: false },
        { displayName: '填报员甲', roles: ['school-reporter'], lastSeenAt: api.clock.now().toISOString() },
      ],
    },
  ]);
  const official = await api.as('countyAdministrator');
  expect((await official.get('/profile/colleagues')).body).toEqual({ schools: [] });
});
