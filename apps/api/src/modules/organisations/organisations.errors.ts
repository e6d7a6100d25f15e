import { DomainError } from '../../platform/errors/domain-error.ts';

export const organisationErrors = {
  regionNotFound: () => new DomainError('region.not-found'),
  schoolNotFound: () => new DomainError('school.not-found'),
  schoolCodeTaken: (code: string) => new DomainError('school.code-taken', { code }),
};
