import { afterEach, beforeEach } from '@jest/globals';

interface Exchange {
  readonly method: string;
  /** Path below `/api/v1`, with the query. */
  readonly path: string;
  readonly body: unknown;
}

interface Answered {
  readonly status?: number;
  readonly body?: unknown;
}

type Answer = (exchange: Exchange) => Answered | Promise<Answered>;

/** Answers requests by `METHOD /path`; anything else is a 404 that the test sees. In tests only. */
export class FakeServer {
  readonly asked: Exchange[] = [];
  readonly #answers = new Map<string, Answer>();

  on(route: string, answer: Answer | object): this {
    this.#answers.set(route, typeof answer === 'function' ? (answer as Answer) : () => ({ body: answer }));
    return this;
  }

  /** What was sent to a route, oldest first. */
  sentTo(route: string): readonly unknown[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === route).map(({ body }) => body);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method } = request;
    const { pathname, search } = new URL(request.url);
    const path = `${pathname}${search}`.replace('/api/v1', '');
    const json = request.headers.get('content-type')?.includes('json') === true;
    const body: unknown = json ? await request.json() : undefined;
    const exchange = { method, path, body };
    this.asked.push(exchange);
    const answer = this.#answers.get(`${method} ${path}`) ?? this.#answers.get(`${method} ${path.split('?')[0] ?? ''}`);
    const { status = 200, body: answered } = (await answer?.(exchange)) ?? {
      status: 404,
      body: {
        type: 'x',
        title: 'x',
        status: 404,
        code: 'request.not-found',
        requestId: `no answer for ${method} ${path}`,
      },
    };
    return answered === undefined
      ? new Response(null, { status: status === 200 ? 204 : status })
      : new Response(JSON.stringify(answered), { status, headers: { 'content-type': 'application/json' } });
  };
}

/** A problem as the API answers it. */
export const refused = (status: number, code: string, more: object = {}) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, requestId: 'request-1', ...more },
});

/** A fresh server for each test of a file, in place of the page's `fetch`. */
export function fakeServerEachTest(): () => FakeServer {
  let server = new FakeServer();
  const real = globalThis.fetch;
  beforeEach(() => {
    server = new FakeServer();
    globalThis.fetch = server.fetch;
    globalThis.localStorage.clear();
  });
  afterEach(() => {
    globalThis.fetch = real;
  });
  return () => server;
}
