import { DomainError } from '../../platform/errors/domain-error.ts';

export const auditTrailErrors = {
  chainNotFound: () => new DomainError('audit.chain-not-found'),
  notSubmitted: () => new DomainError('audit.no-receipt'),
  busy: () => new DomainError('server.unavailable', { retryAfterSeconds: 5 }),
};
