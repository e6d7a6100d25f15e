import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  begunSecondFactorSchema,
  profileSchema,
  recoveryCodesSchema,
  secondFactorRulesOfCountySchema,
  secondFactorRulesSchema,
  sessionSchema,
  type RoleOfCounty,
} from '@junheng/api-contract';
import { Secret, TOTP } from 'otpauth';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { PasswordHasher } from './password-hasher.ts';

const PASSWORD = 'quiet harbour 7';
let api: TestApi;
let bureau: TestBrowser;

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(PASSWORD) });
  bureau = await api.as('countyAdministrator');
});
afterAll(() => api.stop());

const setRules = (roles: readonly string[], countyId = api.world.county, by = bureau) =>
  by.put(`/counties/${countyId}/second-factor-rules`, { roles });
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() });
const sessionOf = async (browser: TestBrowser) => sessionSchema.parse((await browser.get('/session')).body);

/** What the county's rules say of one role. */
async function ruleOf(role: RoleOfCounty, by = bureau) {
  const { counties } = secondFactorRulesSchema.parse((await by.get('/second-factor-rules')).body);
  return counties.flatMap(({ roles }) => roles).find((each) => each.role === role);
}

describe('a bureau makes the second factor compulsory for a role', () => {
  test('sees for each role how many people have none', async () => {
    const { counties } = secondFactorRulesSchema.parse((await bureau.get('/second-factor-rules')).body);
    expect(counties.map(({ countyId }) => countyId)).toEqual([api.world.county]);
    expect(await ruleOf('school-reporter')).toEqual({
      role: 'school-reporter',
      compulsory: null,
      people: 2,
      without: 2,
    });
  });

  test('who is at work goes on; who signs in next is led to set it up, and nothing else is open before', async () => {
    const atWork = await api.as('reporter');
    api.clock.advance(60_000);
    const answer = secondFactorRulesOfCountySchema.parse((await setRules(['school-reporter'])).body);
    expect(answer.roles.find(({ role }) => role === 'school-reporter')?.compulsory).toMatchObject({
      since: api.clock.now().toISOString(),
    });
    api.clock.advance(60_000);
    expect((await sessionOf(atWork)).mustSetUpSecondFactor).toBe(false);
    expect((await atWork.get('/self-reports/due')).status).toBe(200);

    const next = await api.as('reporter');
    expect((await sessionOf(next)).mustSetUpSecondFactor).toBe(true);
    for (const path of ['/self-reports/due', '/profile/sign-ins', '/session/active', '/schools']) {
      expect([path, (await next.get(path)).problem().code]).toEqual([path, 'session.second-factor-set-up-required']);
    }
    expect((await next.put('/profile/language', { language: 'en' })).status).toBe(204);
    expect(profileSchema.parse((await next.get('/profile')).body)).toMatchObject({
      secondFactorCompulsory: true,
      secondFactor: null,
    });

    const begun = await next.post('/profile/second-factor', { password: PASSWORD });
    const { secret } = begunSecondFactorSchema.parse(begun.body);
    const confirmed = await next.post('/profile/second-factor/confirmation', { code: codeOf(secret) });
    expect(recoveryCodesSchema.parse(confirmed.body).recoveryCodes).toHaveLength(10);
    expect((await sessionOf(next)).mustSetUpSecondFactor).toBe(false);
    expect((await next.get('/self-reports/due')).status).toBe(200);
    expect(await ruleOf('school-reporter')).toMatchObject({ people: 2, without: 1 });

    api.clock.advance(60_000);
    const removal = await next.post('/profile/second-factor/removal', { password: PASSWORD, code: codeOf(secret) });
    expect(removal.problem().code).toBe('second-factor.compulsory');
  });

  test('other roles and other counties are not asked', async () => {
    api.clock.advance(60_000);
    expect((await sessionOf(await api.as('principal'))).mustSetUpSecondFactor).toBe(false);
    expect((await sessionOf(await api.as('foreignReporter'))).mustSetUpSecondFactor).toBe(false);
  });

  test('setting it again keeps the time from which it holds; taking it back frees everybody', async () => {
    const before = (await ruleOf('school-reporter'))?.compulsory;
    await setRules(['school-reporter', 'inspector']);
    expect((await ruleOf('school-reporter'))?.compulsory).toEqual(before);
    api.clock.advance(60_000);
    const inspector = await api.as('areaInspector');
    expect((await sessionOf(inspector)).mustSetUpSecondFactor).toBe(true);
    await setRules([]);
    expect((await sessionOf(inspector)).mustSetUpSecondFactor).toBe(false);
    const entries = await api.database.query<{ content: string }>(
      `SELECT content FROM audit_entries WHERE action = 'second-factor.rules-set' ORDER BY id`,
    );
    expect(entries.map(({ content }) => (JSON.parse(content) as { details: unknown }).details)).toEqual([
      { role: ['school-reporter'], before: [] },
      { role: ['inspector', 'school-reporter'], before: ['school-reporter'] },
      { role: [], before: ['inspector', 'school-reporter'] },
    ]);
    await setRules([]);
    expect(
      await api.database.query(`SELECT 1 FROM audit_entries WHERE action = 'second-factor.rules-set'`),
    ).toHaveLength(3);
  });

  test('only of the own county, only by who manages its people, only for its roles', async () => {
    expect((await setRules(['inspector'], api.world.foreignCounty)).problem().code).toBe('region.not-found');
    const principal = await api.as('principal');
    expect((await setRules(['inspector'], api.world.county, principal)).problem().code).toBe('permission.denied');
    expect((await setRules(['province-reviewer'])).status).toBe(422);
  });
});
