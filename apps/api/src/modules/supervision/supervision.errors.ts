import { DomainError } from '../../platform/errors/domain-error.ts';

export const supervisionErrors = {
  schoolNotFound: () => new DomainError('school.not-found'),
  regionNotFound: () => new DomainError('region.not-found'),
  inFuture: (today: string) => new DomainError('supervision.visit-in-future', { today }),
  withoutArea: () => new DomainError('supervision.school-without-area'),
  recordedAlready: (day: string) => new DomainError('supervision.recorded-already', { day }),
};
