import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const evidenceErrors = {
  notFound: (evidenceId: string) => new DomainError('evidence.not-found', { evidenceId }),
  uploadNotFound: (uploadId: string) => new DomainError('evidence.upload-not-found', { uploadId }),
  uploadIncomplete: (facts: { readonly size: number; readonly offset: number }) =>
    new DomainError('evidence.upload-incomplete', facts),
  /** The bytes go on somewhere else than where the last ones ended: ask for the offset, then go on. */
  wrongOffset: () => new DomainError('evidence.upload-incomplete'),
  empty: () => new DomainError('evidence.empty'),
  tooLarge: (limitBytes: number) => new DomainError('evidence.too-large', { limitBytes }),
  tooMany: (limit: number) => new DomainError('evidence.too-many', { limit }),
  totalExceeded: (limitBytes: number) => new DomainError('evidence.total-exceeded', { limitBytes }),
  /** @param found what the bytes are, or why they are none of ours */
  typeRefused: (found: string) => new DomainError('evidence.type-refused', { found }),
  pictureTooLarge: () => new DomainError('evidence.picture-too-large'),
  targetUnknown: (problems: readonly LocatedProblem[]) =>
    new DomainError('evidence.target-unknown', { targets: problems.length }, problems),
  uploadMalformed: () => new DomainError('request.malformed'),
  /** The connection broke or the disk failed: what has arrived is kept, the rest can follow. */
  uploadInterrupted: () => new DomainError('server.unavailable', { retryAfterSeconds: 2 }),
};
