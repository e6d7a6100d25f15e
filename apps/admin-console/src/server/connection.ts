import { Refusal, refusalOf } from './refusal.ts';

const BASE = '/api/v1';

/** The token of the session, for everything that is not a GET. It lives as long as the page. */
let csrfToken: string | null = null;

export function rememberCsrf(token: string | null): void {
  csrfToken = token;
}

export interface Ask {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** Files; told apart from `body` because the browser writes the boundary itself. */
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

function address(path: string, query: Ask['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`;
}

async function parsed(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    const body: unknown = await response.json();
    return body;
  } catch {
    return undefined;
  }
}

/** One request; resolves to the contract's answer, rejects with a `Refusal` and nothing else. */
export async function ask<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { query, body, form, signal }: Ask = {},
): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET' && csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const payload = form ?? (body === undefined ? null : JSON.stringify(body));
  let response: Response;
  try {
    response = await globalThis.fetch(address(path, query), {
      method,
      headers,
      body: payload,
      credentials: 'same-origin',
      signal: signal ?? null,
    });
  } catch {
    throw new Refusal('network');
  }
  const answer = await parsed(response);
  if (!response.ok) throw refusalOf(response.status, answer);
  return answer as Answer;
}
