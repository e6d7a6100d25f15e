import { DomainError } from '../../platform/errors/domain-error.ts';

export const messageErrors = {
  notFound: (messageId: string) => new DomainError('message.not-found', { messageId }),
};
