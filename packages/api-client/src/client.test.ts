import { describe, expect, jest, test } from '@jest/globals';
import { ApiProblemError } from './api-problem.ts';
import { answerOf, createApiClient, type ApiClientOptions } from './client.ts';

const session = { csrfToken: 'the-token', login: 'reporter' };
const problem = {
  type: 'urn:junheng:problem:session.slowed-down',
  title: 'session slowed down',
  status: 429,
  code: 'session.slowed-down',
  requestId: 'r1',
};

function serverAnswering(answers: readonly Response[], options: ApiClientOptions = {}) {
  const requests: Request[] = [];
  const waiting = [...answers];
  const client = createApiClient({
    ...options,
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

  test('takes a page that somebody else answered with 200 for no answer', async () => {
    const page = (): Response => new Response('<html>Accept the terms</html>', { headers: { 'content-length': '29' } });
    const { client } = serverAnswering([page(), page(), new Response('<html>', { status: 200 })]);
    await expect(client.GET('/api/v1/session')).rejects.toMatchObject({ status: 0, problem: null });
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ status: 0, problem: null });
    await expect(client.DELETE('/api/v1/session')).rejects.toBeInstanceOf(ApiProblemError);
  });

  test('takes the wait from the facts where there is no header', async () => {
    const { client } = serverAnswering([
      Response.json({ ...problem, facts: { retryAfterSeconds: 12 } }, { status: 429 }),
      Response.json(problem, { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } }),
    ]);
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ retryAfterSeconds: 12 });
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ retryAfterSeconds: null });
  });

  test('lets a call outlive the page when asked to, with its body', async () => {
    const { client, requests } = serverAnswering([
      new Response(null, { status: 204 }),
      new Response(null, { status: 204 }),
    ]);
    const body = { currentPassword: 'x', newPassword: 'y' };
    await client.POST('/api/v1/session/password', { body, keepalive: true });
    await client.POST('/api/v1/session/password', { body });
    expect(requests.map((request) => request.keepalive)).toEqual([true, false]);
    expect(await requests[0]?.json()).toEqual(body);
  });

  test('tells when the session has ended, but not when it was asked about', async () => {
    const onSessionEnded = jest.fn();
    const refusal = (status: number, code: string): Response => Response.json({ ...problem, status, code }, { status });
    const { client } = serverAnswering(
      [
        refusal(401, 'session.required'),
        refusal(401, 'session.wrong-credentials'),
        refusal(403, 'permission.denied'),
        refusal(401, 'session.required'),
        refusal(403, 'request.csrf'),
        new Response('', { status: 401 }),
      ],
      { onSessionEnded },
    );
    const told: number[] = [];
    const count = (): number => told.push(onSessionEnded.mock.calls.length);
    const password = { body: { currentPassword: 'x', newPassword: 'y' } };
    await client.GET('/api/v1/session').catch(count);
    await client.POST('/api/v1/session', { body: { login: 'reporter', password: 'x' } }).catch(count);
    await client.GET('/api/v1/regions').catch(count);
    await client.GET('/api/v1/regions').catch(count);
    await client.POST('/api/v1/session/password', password).catch(count);
    await client.GET('/api/v1/regions').catch(count);
    expect(told).toEqual([0, 0, 0, 1, 2, 3]);
  });

  test('gives the answer', async () => {
    const { client } = serverAnswering([Response.json({ regions: [] })]);
    expect(await answerOf(client.GET('/api/v1/regions'))).toEqual({ regions: [] });
  });
});

describe('a call that hangs', () => {
  test('is given up after the time it has, and the request with it', async () => {
    const seen: Request[] = [];
    const client = createApiClient({
      baseUrl: 'http://server.test',
      timeoutMilliseconds: 20,
      fetch: (request) => {
        seen.push(request);
        return refusedWhenAborted(request);
      },
    });
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ status: 0, problem: null });
    expect(seen[0]?.signal.aborted).toBe(true);
  });

  test('has the time it needs where it brings a fetch of its own', async () => {
    const client = createApiClient({
      baseUrl: 'http://server.test',
      timeoutMilliseconds: 20,
      fetch: refusedWhenAborted,
    });
    const slow = async (request: Request): Promise<Response> => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return request.signal.aborted ? refusedWhenAborted(request) : Response.json({ regions: [] });
    };
    const { data } = await client.GET('/api/v1/regions', { fetch: slow });
    expect(data).toEqual({ regions: [] });
  });

  test('is given up too when the answer begins and does not end', async () => {
    const client = createApiClient({
      baseUrl: 'http://server.test',
      timeoutMilliseconds: 20,
      fetch: async (request) =>
        new Response(
          new ReadableStream({
            start: (stream) => {
              stream.enqueue(new TextEncoder().encode('{"regions"'));
              request.signal.addEventListener('abort', () => stream.error(new DOMException('aborted', 'AbortError')));
            },
          }),
        ),
    });
    await expect(client.GET('/api/v1/regions')).rejects.toMatchObject({ status: 0, problem: null });
  });

  test('is given up by whoever made it', async () => {
    const abort = new AbortController();
    const client = createApiClient({ baseUrl: 'http://server.test', fetch: refusedWhenAborted });
    const call = client.GET('/api/v1/regions', { signal: abort.signal });
    abort.abort();
    await expect(call).rejects.toBeInstanceOf(ApiProblemError);
    await expect(client.GET('/api/v1/regions', { signal: abort.signal })).rejects.toBeInstanceOf(ApiProblemError);
  });
});

/** As `fetch` does: an aborted request fails at once. */
function refusedWhenAborted(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    const refuse = (): void => reject(new DOMException('aborted', 'AbortError'));
    if (request.signal.aborted) refuse();
    else request.signal.addEventListener('abort', refuse);
  });
}
