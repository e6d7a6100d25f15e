import { ApiProblemError } from './api-problem.ts';

/** Statuses whose answer may not have a body, not even an empty one. */
const WITHOUT_BODY = new Set([204, 205, 304]);

export interface ExchangeOptions {
  readonly send: (request: Request) => Promise<Response>;
  /** Null: waits as long as the connection lasts. */
  readonly timeoutMilliseconds: number | null;
}

/** The answer with its whole body; rejects with status 0 when it does not come, is cut off, or is not there in time. */
export async function exchange(request: Request, options: ExchangeOptions): Promise<Response> {
  // Not AbortSignal.any: the browsers of Windows 7 (Chromium 109) lack it.
  const abort = new AbortController();
  const giveUp = (): void => abort.abort();
  if (request.signal.aborted) giveUp();
  else request.signal.addEventListener('abort', giveUp, { once: true });
  const timer = options.timeoutMilliseconds === null ? null : setTimeout(giveUp, options.timeoutMilliseconds);
  try {
    const answer = await options.send(new Request(request, { signal: abort.signal }));
    const body = WITHOUT_BODY.has(answer.status) ? null : await answer.arrayBuffer();
    return new Response(body, { status: answer.status, statusText: answer.statusText, headers: answer.headers });
  } catch (cause) {
    throw new ApiProblemError(0, null, { cause });
  } finally {
    if (timer !== null) clearTimeout(timer);
    request.signal.removeEventListener('abort', giveUp);
  }
}
