import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblemError, toApiProblem } from './api-problem.ts';
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
}

export type ApiClient = Client<paths>;

/**
 * The typed client. It learns the CSRF token from the answers of `/session` and sends it with everything that writes.
 * Anything but a success rejects with `ApiProblemError`, so that `data` is there when a call resolves.
 */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    headers: { ...options.headers },
    fetch: async (request) => {
      try {
        return await (options.fetch ?? globalThis.fetch)(request);
      } catch (cause) {
        throw new ApiProblemError(0, null, { cause });
      }
    },
  });
  client.use(sessionToken(), problems);
  return client;
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

const problems: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await toApiProblem(response);
    return undefined;
  },
};

function tokenIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string'
    ? body.csrfToken
    : null;
}
