import type { Problem } from './types.ts';

/** Anything that kept a call from succeeding. `problem` is null when no answer of ours came back. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number | null;
  readonly problem: Problem | null;
  /** What the answer's `Retry-After` asked for. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number | null, problem: Problem | null, retryAfterSeconds: number | null = null) {
    super(problem === null ? `no usable answer (${status ?? 'network'})` : problem.code);
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function codeOf(error: unknown): string | null {
  return error instanceof ApiFailure ? (error.problem?.code ?? null) : null;
}

export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiFailure ? (error.problem?.requestId ?? null) : null;
}

/** A number in the facts of a problem, or null. */
export function numberFact(error: unknown, name: string): number | null {
  const value = error instanceof ApiFailure ? error.problem?.facts?.[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
