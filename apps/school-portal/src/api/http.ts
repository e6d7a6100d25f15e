import type { Problem } from '@junheng/api-contract';
import { ApiFailure } from './failure.ts';

const BASE = '/api/v1';
/** A call that has not answered by then counts as lost; saves are idempotent, so they are simply sent again. */
const TIMEOUT_MS = 20_000;

let csrfToken: string | null = null;
const sessionEndListeners = new Set<() => void>();

/** The token of the session, which goes with everything that is not a GET. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called when a call is refused because nobody is signed in any more. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Lets the call outlive the page (a save on leaving). */
  readonly keepalive?: boolean;
  /** True for calls that are made in order to find out, or to sign in: a 401 is then an answer. */
  readonly expectsSignedOut?: boolean;
}

/** One call of the API. Rejects with `ApiFailure` only. */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const { method = 'GET', body, keepalive = false, expectsSignedOut = false } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET' && csrfToken !== null) headers['x-csrf-token'] = csrfToken;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  let response: Response;
  let text: string;
  try {
    response = await globalThis.fetch(`${BASE}${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      keepalive,
      signal: abort.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    throw new ApiFailure(null, null);
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const problem = problemIn(text);
    // A token of an earlier session is refused although one is signed in: asking for the session brings the new one.
    const sessionGone = response.status === 401 || problem?.code === 'request.csrf';
    if (sessionGone && !expectsSignedOut) for (const listener of sessionEndListeners) listener();
    throw new ApiFailure(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : null);
  }
  return (text === '' ? undefined : parseJson(text)) as Answer;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A captive portal or a proxy answered 200 with a page of its own.
    throw new ApiFailure(null, null);
  }
}

function problemIn(text: string): Problem | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'code' in parsed && typeof parsed.code === 'string'
      ? (parsed as Problem)
      : null;
  } catch {
    return null;
  }
}
