import { errorCodes, type ErrorCode, type ErrorKind } from '@junheng/api-contract';

export type Facts = Readonly<Record<string, unknown>>;

/** A fault at one place of the request: `at` is a JSON pointer into it or a cell key. */
export interface LocatedProblem {
  readonly at: string;
  readonly code: string;
  readonly facts?: Facts;
}

/**
 * A refusal, in words of the domain. It knows its code (registered in api-contract) and its facts, never an HTTP status:
 * `http/problem.filter.ts` maps the kind. Modules make theirs in `<name>.errors.ts`.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;

  constructor(
    readonly code: ErrorCode,
    readonly facts: Facts = {},
    readonly problems: readonly LocatedProblem[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
    this.kind = errorCodes[code];
  }
}

/** A fault of the program, not of the caller: becomes a 500 that says nothing but the request id. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}
