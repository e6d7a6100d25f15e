import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ environment: { JUNHENG_BODY_LIMIT_KIB: '16' } });
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };

describe('a bad request gets a problem of its own', () => {
  const signIn = (body: string, headers: Record<string, string> = json) =>
    api.anonymous().send('POST', '/session', { body, headers });

  test('an oversized body', async () => {
    const answer = await signIn(JSON.stringify({ login: 'a', password: 'x'.repeat(20_000) }));
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.problem()).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  test('broken JSON, no body, another format', async () => {
    expect((await signIn('{"login":')).problem()).toMatchObject({ status: 422, code: 'request.malformed' });
    expect((await signIn('')).problem().code).toBe('request.malformed');
    expect((await signIn('<a/>', { 'content-type': 'text/xml' })).problem()).toMatchObject({
      status: 415,
      code: 'request.unsupported-media',
    });
  });

  test('a body of the wrong shape says where', async () => {
    const problem = (await signIn(JSON.stringify({ login: 5 }))).problem();
    expect(problem.code).toBe('request.malformed');
    expect(problem.problems?.map((one) => one.at)).toEqual(['/login', '/password']);
  });

  test('a prototype in the body changes nothing', async () => {
    const answer = await signIn('{"login":"a","password":"b","__proto__":{"admin":true}}');
    expect([401, 422]).toContain(answer.status);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  test('nesting without end', async () => {
    for (const body of ['['.repeat(8000) + ']'.repeat(8000), '{"login":'.repeat(1600) + '1' + '}'.repeat(1600)]) {
      expect((await signIn(body)).problem()).toMatchObject({ status: 422, code: 'request.malformed' });
    }
  });

  test('a form or a text, which a page of another site can send without asking', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await signIn('login=reporter&password=x', { 'content-type': type });
      expect(answer.problem()).toMatchObject({ status: 415, code: 'request.unsupported-media' });
    }
  });

  test('a day that no calendar has', async () => {
    const browser = await api.as('countyAdministrator');
    const place = { kind: 'school', id: api.world.school };
    const grant = { role: 'school-reporter', place, validFrom: '0000-01-01' };
    const answer = await browser.post('/people', { login: 'nobody.yet', displayName: '无', grant });
    expect(answer.problem()).toMatchObject({ status: 422, code: 'request.malformed' });
  });

  test('an address that cannot be decoded', async () => {
    expect((await api.anonymous().get('/%zz')).problem()).toMatchObject({ status: 422, code: 'request.malformed' });
  });

  test('an upload that breaks off, or is none', async () => {
    const browser = await api.as('countyAdministrator');
    const round = await openRound(api);
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nabc';
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const answer = await browser.send('POST', `/rounds/${round.id}/imports`, { body, headers });
      expect(answer.problem()).toMatchObject({ status: 422, code: 'request.malformed' });
    }
  });

  test('an id that is none, a route that is none', async () => {
    const browser = await api.as('countyAdministrator');
    expect((await browser.get('/schools/1%20OR%201=1')).problem()).toMatchObject({ status: 422 });
    expect((await browser.get('/nothing/here')).problem()).toMatchObject({ status: 404, code: 'request.not-found' });
    expect((await api.anonymous().get('//api/v2/schools')).problem().code).toBe('request.not-found');
  });
});

test('a fault of the program says nothing but the request id', async () => {
  const browser = await api.as('countyAdministrator');
  await api.testDatabase.dataSource.query('ALTER TABLE school_versions RENAME COLUMN note TO noted');
  await api.testDatabase.dataSource.query('ALTER VIEW current_schools RENAME TO no_schools');
  const answer = await browser.get('/schools');
  await api.testDatabase.dataSource.query('ALTER VIEW no_schools RENAME TO current_schools');
  const problem = answer.problem();
  expect(problem).toEqual({
    type: 'urn:junheng:problem:server.internal',
    title: 'server internal',
    status: 500,
    code: 'server.internal',
    facts: {},
    requestId: answer.headers.get('x-request-id'),
  });
  expect(api.log.some((line) => line.includes(problem.requestId) && line.includes('current_schools'))).toBe(true);
});

test('every answer carries the security headers; answers of the API are not stored', async () => {
  for (const path of ['/health', '//', '//admin/anything']) {
    const { headers } = await api.anonymous().get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
  }
  expect((await api.anonymous().get('/health')).headers.get('cache-control')).toBe('no-store');
});

test('pages: a missing asset is not found, nothing outside the built folder is served', async () => {
  const browser = api.anonymous();
  expect((await browser.get('//assets/missing.js')).status).toBe(404);
  expect((await browser.get('//admin/assets/missing.css')).status).toBe(404);
  expect((await browser.get('//..%2f..%2fpackage.json')).status).toBe(404);
  expect((await browser.get('//admin')).headers.get('location')).toBe('/admin/');
});

test('production marks the cookie Secure and sends HSTS', async () => {
  const production = await startTestApi({ environment: { JUNHENG_MODE: 'production' } });
  try {
    const answer = await production.anonymous().get('/health');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    const browser = await production.as('reporter');
    expect((await browser.delete('/session')).headers.get('set-cookie')).toContain('Secure');
  } finally {
    await production.stop();
  }
});

test('whoever is in front may name the caller only when trusted', async () => {
  const trusted = await startTestApi({ environment: { JUNHENG_TRUSTED_PROXIES: '127.0.0.1' } });
  try {
    for (const [each, expected] of [
      [api, '127.0.0.1'],
      [trusted, '203.0.113.9'],
    ] as const) {
      const headers = { ...json, 'x-forwarded-for': '203.0.113.9' };
      await each.anonymous().send('POST', '/session', { body: '{"login":"a","password":"b"}', headers });
      const [row] = await each.database.query<{ found: boolean }>(
        'SELECT EXISTS (SELECT 1 FROM rate_limits WHERE key = $1) AS found',
        [`sign-in:address:${expected}`],
      );
      expect(row?.found).toBe(true);
    }
  } finally {
    await trusted.stop();
  }
});
