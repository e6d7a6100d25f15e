import { problemSchema, type Problem } from '@junheng/api-contract';

/** What the API refused, or why it could not be asked. The app decides what to show: `problem.code` names the text. */
export class ApiProblemError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** null when no answer came, or something between answered in the API's place. */
  readonly problem: Problem | null;
  /** Seconds to wait before trying again, when the server says so. */
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
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  get code(): string | null {
    return this.problem?.code ?? null;
  }
}

export async function toApiProblem(response: Response): Promise<ApiProblemError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  return new ApiProblemError(response.status, parsed.success ? parsed.data : null, {
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}
