import { DomainError } from '../../platform/errors/domain-error.ts';

export const recognitionErrors = {
  countyNotFound: () => new DomainError('region.not-found'),
  notNext: () => new DomainError('recognition.not-next'),
  notYourLevel: () => new DomainError('recognition.not-your-level'),
  stale: () => new DomainError('recognition.stale'),
  inFuture: (today: string) => new DomainError('recognition.in-future', { today }),
  beforeLast: (day: string) => new DomainError('recognition.before-last', { day }),
  documentMissing: () => new DomainError('recognition.document-missing'),
  runElsewhere: () => new DomainError('recognition.run-elsewhere'),
  stepNotFound: () => new DomainError('recognition.step-not-found'),
  stepNotLast: () => new DomainError('recognition.step-not-last'),
};
