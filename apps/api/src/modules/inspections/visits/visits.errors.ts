import type { ErrorCode } from '@junheng/api-contract';
import { DomainError, type LocatedProblem } from '../../../platform/errors/domain-error.ts';

export const visitErrors = {
  notFound: () => new DomainError('visit.not-found'),
  notOnTeam: () => new DomainError('visit.not-on-team'),
  signed: (by: string, at: string) => new DomainError('visit.signed', { by, at }),
  notSigned: () => new DomainError('visit.not-signed'),
  refused: (code: ErrorCode, problems: readonly LocatedProblem[]) =>
    new DomainError(code, { entries: problems.length }, problems),
  conflict: (revision: number, problems: readonly LocatedProblem[]) =>
    new DomainError('visit.conflict', { revision }, problems),
  keyReused: (key: string) => new DomainError('visit.idempotency-key-reused', { key }),
  stale: (facts: { readonly revision: number; readonly named: number }) => new DomainError('visit.stale', facts),
  incomplete: (problems: readonly LocatedProblem[]) =>
    new DomainError('visit.incomplete', { problems: problems.length }, problems),
  photoNotFound: () => new DomainError('visit.photo-not-found'),
  /** @param found what the bytes are instead of a picture */
  photoRefused: (found: string) => new DomainError('visit.photo-refused', { found }),
  photoIdUsed: () => new DomainError('visit.photo-id-used'),
  photosTooMany: (limit: number) => new DomainError('visit.photos-too-many', { limit }),
  noPhoto: () => new DomainError('request.malformed'),
};
