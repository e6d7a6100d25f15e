import { describe, expect, test } from '@jest/globals';
import { ApiProblemError } from './api-problem.ts';
import { answerOf, createApiClient } from './client.ts';

const session = { csrfToken: 'the-token', login: 'reporter' };
const problem = {
  type: 'urn:junheng:problem:session.slowed-down',
  title: 'session slowed down',
  status: 429,
  code: 'session.slowed-down',
  requestId: 'r1',
};

function serverAnswering(answers: readonly Response[]) {
  const requests: Request[] = [];
  const waiting = [...answers];
  const client = createApiClient({
    baseUrl: 'http://server.test',
    fetch: async (request) => {
      requests.push(request);
      const answer = waiting.shift();
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer;
    },
  });
  return { client, requests };
}

describe('the client', () => {
  test('learns the CSRF token from the session and sends it with what writes, and forgets it on signing out', async () => {
    const { client, requests } = serverAnswering([
      Response.json(session),
      Response.json({ regions: [] }),
      new Response(null, { status: 204 }),
      new Response(null, { status: 204 }),
      new Response(null, { status: 204 }),
    ]);
    await client.POST('/api/v1/session', { body: { login: 'reporter', password: 'x' } });
    await client.GET('/api/v1/regions');
    const change = { body: { currentPassword: 'x', newPassword: 'y'.repeat(10) } };
    await client.POST('/api/v1/session/password', change);
    await client.DELETE('/api/v1/session');
    await client.POST('/api/v1/session/password', change);
    expect(requests.map((request) => request.headers.get('x-csrf-token'))).toEqual([
      null,
      null,
      'the-token',
      'the-token',
      null,
    ]);
  });

  test('rejects with the problem and how long to wait', async () => {
    const { client } = serverAnswering([Response.json(problem, { status: 429, headers: { 'retry-after': '10' } })]);
    const error = await client.GET('/api/v1/regions').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblemError);
    expect(error).toMatchObject({ status: 429, code: 'session.slowed-down', retryAfterSeconds: 10 });
  });

  test('tells a proxy page and a lost connection from a refusal of ours', async () => {
    const { client } = serverAnswering([new Response('<html>Bad gateway</html>', { status: 502 })]);
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ status: 502, problem: null });
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ status: 0, problem: null });
  });

  test('gives the answer', async () => {
    const { client } = serverAnswering([Response.json({ regions: [] })]);
    expect(await answerOf(client.GET('/api/v1/regions'))).toEqual({ regions: [] });
  });
});
