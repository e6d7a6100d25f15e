import { DomainError } from '../../platform/errors/domain-error.ts';

export const dataSetErrors = {
  notFound: (dataSetId: string) => new DomainError('data-set.not-found', { dataSetId }),
  nothingApproved: (roundId: string) => new DomainError('data-set.nothing-approved', { roundId }),
};
