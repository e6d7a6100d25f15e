import { DomainError } from '../../../platform/errors/domain-error.ts';

export const targetErrors = {
  notFound: () => new DomainError('annual-target.not-found'),
  alreadySet: (year: number) => new DomainError('annual-target.already-set', { year }),
  withdrawn: () => new DomainError('annual-target.withdrawn'),
};
