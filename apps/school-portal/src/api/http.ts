import type { paths } from '@junheng/api-client';
import type { Problem } from './types.ts';
import { ApiFailure } from './failure.ts';

/*
 * Speaks to the API with the types of the generated client, but without its run time: that one checks problems with Zod,
 * which would double what the sign-in page weighs.
 */

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
/** The paths of the API that have this method. */
type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends PathWith<M>> = paths[P] extends Record<M, infer O> ? O : never;
type AnswerOf<O> = O extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : undefined;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
type ParametersOf<O> = O extends { parameters: { path: infer Parameters } } ? Parameters : never;

type Part<Name extends string, Value> = [Value] extends [never] ? unknown : { readonly [N in Name]: Value };
export type CallOptions<O> = Part<'path', ParametersOf<O>> &
  Part<'body', BodyOf<O>> & {
    /** Lets the call outlive the page (a save on leaving). */
    readonly keepalive?: boolean;
    /** True for calls that are made in order to find out, or to sign in: a 401 is then an answer. */
    readonly expectsSignedOut?: boolean;
  };

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

/** One call of the API. Rejects with `ApiFailure` only. */
export async function call<M extends Method, P extends PathWith<M>>(
  method: M,
  template: P,
  options: CallOptions<Operation<M, P>>,
): Promise<AnswerOf<Operation<M, P>>> {
  const { path, body, keepalive = false, expectsSignedOut = false }: LooseOptions = options;
  const address = String(template).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path?.[name] ?? ''));
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'get' && csrfToken !== null) headers['x-csrf-token'] = csrfToken;
  const { response, text } = await exchange(address, {
    method: method.toUpperCase(),
    headers,
    credentials: 'same-origin',
    keepalive,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const problem = problemIn(text);
    // A token of an earlier session is refused although one is signed in: asking for the session brings the new one.
    const sessionGone = response.status === 401 || problem?.code === 'request.csrf';
    if (sessionGone && !expectsSignedOut) for (const listener of sessionEndListeners) listener();
    throw new ApiFailure(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : null);
  }
  return (text === '' ? undefined : parseJson(text)) as AnswerOf<Operation<M, P>>;
}

/** What `CallOptions` of any operation may hold. */
interface LooseOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly keepalive?: boolean;
  readonly expectsSignedOut?: boolean;
}

async function exchange(address: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await globalThis.fetch(address, { ...init, signal: abort.signal });
    return { response, text: await response.text() };
  } catch {
    throw new ApiFailure(null, null);
  } finally {
    clearTimeout(timer);
  }
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
