import type { paths } from '@junheng/api-client';
import { Refusal, refusalOf } from './refusal.ts';

/*
 * Typed by the generated document of the API, but without the client's run time: that one checks every problem with Zod,
 * which would double what the sign-in page weighs.
 */

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, { responses: unknown }> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends PathsWith<M>> =
  paths[P] extends Record<Lowercase<M>, infer Found> ? Found : never;
type Json<Body> = { content: { 'application/json': Body } };
type Answer<O> = O extends { responses: { 200: Json<infer Body> } }
  ? Body
  : O extends { responses: { 201: Json<infer Body> } }
    ? Body
    : void;
type PathOf<O> = O extends { parameters: { path: infer Path } } ? { readonly path: Path } : { readonly path?: never };
type QueryOf<O> = O extends { parameters: { query?: infer Query } } ? { readonly query?: Query } : object;
type BodyOf<O> = O extends { requestBody: Json<infer Body> } ? { readonly body: Body } : object;

export type Ask<M extends Method, P extends PathsWith<M>> = PathOf<Operation<M, P>> &
  QueryOf<Operation<M, P>> &
  BodyOf<Operation<M, P>> & {
    /** Files; told apart from `body` because the browser writes the boundary itself. */
    readonly form?: FormData;
    readonly signal?: AbortSignal;
  };

interface LooseAsk {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

/** The token of the session, for everything that is not a GET. It lives as long as the page. */
let csrfToken: string | null = null;

export function rememberCsrf(token: string | null): void {
  csrfToken = token;
}

function address(template: string, { path, query }: LooseAsk): string {
  const place = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path?.[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === '' ? place : `${place}?${text}`;
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
export async function ask<M extends Method, P extends PathsWith<M>>(
  method: M,
  template: P,
  options: Ask<M, P>,
): Promise<Answer<Operation<M, P>>> {
  const loose: LooseAsk = { ...(options as object) };
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET' && csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  if (loose.body !== undefined) headers.set('content-type', 'application/json');
  const payload = loose.form ?? (loose.body === undefined ? null : JSON.stringify(loose.body));
  let response: Response;
  try {
    response = await globalThis.fetch(address(template, loose), {
      method,
      headers,
      body: payload,
      credentials: 'same-origin',
      signal: loose.signal ?? null,
    });
  } catch {
    throw new Refusal('network');
  }
  const answer = await parsed(response);
  if (!response.ok) throw refusalOf(response.status, answer);
  return answer as Answer<Operation<M, P>>;
}
