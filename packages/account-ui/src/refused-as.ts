import { ApiProblemError } from '@junheng/api-client';

/** Why something about an account was refused, as far as a page has to know. */
export interface RefusedAs {
  /** The contract's code; `network` where nothing usable answered, null for what nobody foresaw. */
  readonly code: string | null;
  /** Of a password that is too weak. */
  readonly reason: string;
  readonly retryAfterSeconds: number | null;
  readonly requestId: string | null;
}

/** Reads a refusal of the API, also where an app has wrapped it in an error of its own (as its `cause`). */
export function refusedAs(error: unknown): RefusedAs {
  const given = error instanceof Error && error.cause instanceof ApiProblemError ? error.cause : error;
  const nothing = { reason: '', retryAfterSeconds: null, requestId: null };
  if (!(given instanceof ApiProblemError) || given.status === 0) return { ...nothing, code: 'network' };
  const { problem, retryAfterSeconds } = given;
  if (problem === null) return { ...nothing, code: GATEWAY.has(given.status) ? 'network' : null };
  const { code, facts, requestId } = problem;
  const reason = facts?.['reason'];
  return { code, reason: typeof reason === 'string' ? reason : '', retryAfterSeconds, requestId };
}

/** A proxy answers that the server is away. */
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);
