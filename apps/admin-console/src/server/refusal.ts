import { ApiProblemError } from '@junheng/api-client';
import type { ErrorCode, Problem } from '@junheng/api-contract';

/** The server said no, in the contract's terms; or it could not be reached at all (`network`). */
export class Refusal extends Error {
  readonly code: ErrorCode | 'network';
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: NonNullable<Problem['problems']>;
  readonly requestId: string | null;

  constructor(code: Refusal['code'], problem: Partial<Problem> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.status = problem.status ?? 0;
    this.facts = problem.facts ?? {};
    this.problems = problem.problems ?? [];
    this.requestId = problem.requestId ?? null;
  }
}

/** Anything that is no problem+json (a proxy's page, a cut connection) counts as the server being away. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblemError)) return new Refusal('server.internal');
  const { status, problem } = error;
  if (problem !== null) return new Refusal(problem.code as ErrorCode, problem, error);
  if (status === 0) return new Refusal('network', {}, error);
  return new Refusal(status >= 500 ? 'server.unavailable' : 'server.internal', { status }, error);
}

export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('server.internal');
}

/** Codes after which nothing works until one signs in (again). */
export function needsSignIn(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'session.required' || error.code === 'session.expired');
}

/** Trying the same once more may succeed: the network or the server was away, nothing was refused. */
export function isTemporary(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'network' || error.code === 'server.unavailable');
}
