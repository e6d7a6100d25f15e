import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export function editionNotFound(editionId: string): DomainError {
  return new DomainError('edition.not-found', { editionId });
}

export const draftErrors = {
  notFound: () => new DomainError('edition.draft-not-found'),
  stale: (revision: number) => new DomainError('edition.draft-stale', { revision }),
  invalid: (problems: readonly LocatedProblem[]) => new DomainError('edition.invalid', {}, problems),
  unchanged: () => new DomainError('edition.unchanged'),
};
