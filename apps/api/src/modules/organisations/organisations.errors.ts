import { DomainError } from '../../platform/errors/domain-error.ts';

export const organisationErrors = {
  regionNotFound: () => new DomainError('region.not-found'),
  schoolNotFound: () => new DomainError('school.not-found'),
  /** What contradicts itself, as JSON pointers into the request. */
  malformed: (at: readonly string[]) =>
    new DomainError(
      'request.malformed',
      { problems: at.length },
      at.map((pointer) => ({ at: pointer, code: 'request.malformed' })),
    ),
  schoolCodeTaken: (code: string) => new DomainError('school.code-taken', { code }),
};
