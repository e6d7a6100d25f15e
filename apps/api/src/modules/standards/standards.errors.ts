import { DomainError } from '../../platform/errors/domain-error.ts';

export function editionNotFound(editionId: string): DomainError {
  return new DomainError('edition.not-found', { editionId });
}
