import { ApiProblemError, problemOf } from '@junheng/api-client';
import type { SendFailure } from './upload-queue.ts';

/** As much of the tus client's error as is looked at. */
interface AnsweredError {
  readonly originalResponse: { getStatus(): number; getBody(): string } | null;
}

/** What has to happen before a file that was not accepted can go on. */
export function classifyFailure(error: unknown): SendFailure {
  const { status, code } = answerIn(error);
  if (status === 401 || code === 'request.csrf') return 'sign-in';
  if (code === 'server.storage-full') return { refused: code };
  if (code === 'evidence.upload-not-found' || (code === null && (status === 404 || status === 410))) {
    return 'upload-gone';
  }
  // Without a code of ours something between answered; a wrong offset is put right by asking for it again.
  if (status === 0 || status >= 500 || code === null || code === 'evidence.upload-incomplete') return 'offline';
  return { refused: code };
}

function answerIn(error: unknown): { readonly status: number; readonly code: string | null } {
  if (error instanceof ApiProblemError) return { status: error.status, code: problemOf(error)?.code ?? null };
  if (!isAnswered(error) || error.originalResponse === null) return { status: 0, code: null };
  return { status: error.originalResponse.getStatus(), code: codeIn(error.originalResponse.getBody()) };
}

function isAnswered(error: unknown): error is AnsweredError {
  return typeof error === 'object' && error !== null && 'originalResponse' in error;
}

function codeIn(body: string): string | null {
  try {
    const problem: unknown = JSON.parse(body);
    return typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string'
      ? problem.code
      : null;
  } catch {
    return null;
  }
}
