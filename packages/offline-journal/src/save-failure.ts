import { ApiProblemError } from '@junheng/api-client';
import type { CellKey } from './cell-key.ts';

/** What the server says about one cell of a refused batch. */
export interface CellRefusal {
  readonly cell: CellKey;
  readonly code: string;
}

/** The other value of a cell that two people changed. `null` = missing. */
export interface TheirValue {
  readonly cell: CellKey;
  readonly theirs: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly revision: number;
}

/** A failed save by what has to happen next. */
export type SaveFailure =
  | { readonly kind: 'retry-later'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'correct'; readonly cells: readonly CellRefusal[] }
  | { readonly kind: 'resolve-conflict'; readonly cells: readonly TheirValue[] }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'locked'; readonly code: string }
  /** The same key came with other content: a fault of this page; a new key mends it. */
  | { readonly kind: 'new-key' };

/** How the server names its refusals of a save. */
export interface SaveRefusalCodes {
  readonly keyReused: string;
  readonly conflict: string;
  /** What the codes begin with that say which cells are refused. */
  readonly refusedPrefix: string;
}

export function classifySaveFailure(codes: SaveRefusalCodes, error: unknown): SaveFailure {
  // Whatever is not an answer of the server may be gone in a moment: keep the value and try again.
  if (!(error instanceof ApiProblemError) || error.status === 0)
    return { kind: 'retry-later', retryAfterSeconds: null };
  const { status, problem } = error;
  const code = problem?.code ?? '';
  if (status === 401 || code === 'request.csrf' || code === 'session.password-change-required') {
    return { kind: 'sign-in' };
  }
  if (code === codes.keyReused) return { kind: 'new-key' };
  if (code === codes.conflict) {
    const cells = (problem?.problems ?? []).map(({ at, facts = {} }) => ({
      cell: at,
      theirs: typeof facts['theirs'] === 'string' ? facts['theirs'] : null,
      by: typeof facts['by'] === 'string' ? facts['by'] : null,
      at: typeof facts['at'] === 'string' ? facts['at'] : null,
      revision: typeof facts['revision'] === 'number' ? facts['revision'] : 0,
    }));
    if (cells.length > 0) return { kind: 'resolve-conflict', cells };
  }
  if (status === 422 && code.startsWith(codes.refusedPrefix)) {
    return { kind: 'correct', cells: (problem?.problems ?? []).map((each) => ({ cell: each.at, code: each.code })) };
  }
  if (status === 423 || status === 403 || status === 404 || status === 409) return { kind: 'locked', code };
  if (status === 400 || status === 413 || status === 422) return { kind: 'correct', cells: [] };
  return { kind: 'retry-later', retryAfterSeconds: error.retryAfterSeconds };
}
