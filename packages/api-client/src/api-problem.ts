import type { Problem } from '@junheng/api-contract';

/** What the API refused, or why it could not be asked. The app decides what to show: `problem.code` names the text. */
export class ApiProblemError extends Error {
  /** HTTP status; 0 when no usable answer came: no connection, too late, or a page of somebody else's. */
  readonly status: number;
  /** null when no answer came, or something between answered in the API's place. */
  readonly problem: Problem | null;
  /** Seconds to wait before trying again, when the server says so: by `Retry-After`, else by the fact of that name. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    problem: Problem | null,
    options: { retryAfterSeconds?: number | null; cause?: unknown } = {},
  ) {
    super(problem?.code ?? (status === 0 ? 'no answer' : `status ${status}`), { cause: options.cause });
    this.name = 'ApiProblemError';
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = options.retryAfterSeconds ?? secondsIn(problem?.facts?.['retryAfterSeconds']);
  }

  get code(): string | null {
    return this.problem?.code ?? null;
  }
}

/** The problem that the API answered with; null for every other error. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof ApiProblemError ? error.problem : null;
}

export async function toApiProblem(response: Response): Promise<ApiProblemError> {
  const body: unknown = await response.json().catch(() => null);
  return new ApiProblemError(response.status, isProblem(body) ? body : null, {
    retryAfterSeconds: secondsIn(Number(response.headers.get('retry-after') ?? Number.NaN)),
  });
}

/** Not `problemSchema`: it would bring Zod into the sign-in pages and double their weight. */
export function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'status' in body &&
    typeof body.status === 'number' &&
    'requestId' in body &&
    typeof body.requestId === 'string'
  );
}

function secondsIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
