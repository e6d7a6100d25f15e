import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblemError, toApiProblem } from './api-problem.ts';
import { exchange } from './exchange.ts';
import type { paths } from './schema.generated.ts';

const SESSION_PATH = '/api/v1/session';
const CSRF_HEADER = 'x-csrf-token';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface ApiClientOptions {
  /** Origin of the server; the page's own by default. */
  readonly baseUrl?: string;
  /** Taken at each call, so that tests may replace it. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Headers sent with everything (tests send a cookie; browsers send theirs by themselves). */
  readonly headers?: Readonly<Record<string, string>>;
  /** A call whose whole answer is not there by then is given up and counts as lost; without it, none is. */
  readonly timeoutMilliseconds?: number;
  /**
   * A call was refused because nobody is signed in any more, or because the token is of an earlier session (asking for
   * the session brings the new one). Not called for `/session` itself: there a refusal is the answer.
   */
  readonly onSessionEnded?: () => void;
}

export type ApiClient = Client<paths>;

/**
 * The typed client. It learns the CSRF token from the answers of `/session` and sends it with everything that writes.
 * Anything but a success rejects with `ApiProblemError`, so that `data` is there when a call resolves.
 *
 * Each call also takes what `fetch` takes: `signal`, and `keepalive` for a call that is to outlive the page; and a `fetch` of its own,
 * which no time limit ends, for one that carries a large file.
 */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...options.headers },
    fetch: (request) =>
      exchange(request, {
        send: (prepared) => (options.fetch ?? globalThis.fetch)(prepared),
        timeoutMilliseconds: options.timeoutMilliseconds ?? null,
      }),
  });
  client.use(sessionToken(), problems(options.onSessionEnded ?? null));
  return {
    ...client,
    request: onlyProblems(client.request),
    GET: onlyProblems(client.GET),
    PUT: onlyProblems(client.PUT),
    POST: onlyProblems(client.POST),
    PATCH: onlyProblems(client.PATCH),
    DELETE: onlyProblems(client.DELETE),
  };
}

/** The answer of a call that gives one. */
export async function answerOf<Data>(call: Promise<{ readonly data?: Data }>): Promise<Exclude<Data, undefined>> {
  const { data } = await call;
  if (data === undefined) throw new ApiProblemError(204, null);
  return data as Exclude<Data, undefined>;
}

function sessionToken(): Middleware {
  let token: string | null = null;
  return {
    onRequest: ({ request }) => {
      if (token !== null && !READING.has(request.method) && !request.headers.has(CSRF_HEADER)) {
        request.headers.set(CSRF_HEADER, token);
      }
      return request;
    },
    onResponse: async ({ response, schemaPath, request }) => {
      if (schemaPath !== SESSION_PATH || !response.ok) return undefined;
      if (request.method === 'DELETE') token = null;
      else token = tokenIn(await response.clone().json()) ?? token;
      return undefined;
    },
  };
}

function problems(onSessionEnded: (() => void) | null): Middleware {
  return {
    onResponse: async ({ response, schemaPath }) => {
      if (response.ok) return undefined;
      const refusal = await toApiProblem(response);
      const signedOut = refusal.status === 401 || refusal.code === 'request.csrf';
      if (signedOut && schemaPath !== SESSION_PATH) onSessionEnded?.();
      throw refusal;
    },
  };
}

/** A proxy or a captive portal may answer 200 with a page of its own: reading it as JSON fails, and is no answer. */
function onlyProblems<Call extends (...parameters: never[]) => Promise<unknown>>(call: Call): Call {
  const guarded = async (...parameters: Parameters<Call>): Promise<unknown> => {
    try {
      return await call(...parameters);
    } catch (error) {
      throw error instanceof ApiProblemError ? error : new ApiProblemError(0, null, { cause: error });
    }
  };
  return guarded as Call;
}

function tokenIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string'
    ? body.csrfToken
    : null;
}
