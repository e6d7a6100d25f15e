import { DomainError } from '../../platform/errors/domain-error.ts';

export const accessErrors = {
  csrf: () => new DomainError('request.csrf'),
  sessionRequired: () => new DomainError('session.required'),
  sessionExpired: () => new DomainError('session.expired'),
  wrongCredentials: () => new DomainError('session.wrong-credentials'),
  slowedDown: (retryAfterSeconds: number) => new DomainError('session.slowed-down', { retryAfterSeconds }),
  accountLocked: () => new DomainError('session.account-locked'),
  passwordChangeRequired: () => new DomainError('session.password-change-required'),
  wrongCurrentPassword: () => new DomainError('password.wrong-current'),
  passwordTooWeak: (reason: string) => new DomainError('password.too-weak', { reason }),
  oneTimeLinkInvalid: () => new DomainError('one-time-link.invalid'),
  permissionDenied: (permission: string) => new DomainError('permission.denied', { permission }),
  personNotFound: () => new DomainError('person.not-found'),
  loginTaken: (login: string) => new DomainError('person.login-taken', { login }),
  grantAboveOwnRights: () => new DomainError('grant.above-own-rights'),
  lastAdministrator: () => new DomainError('grant.last-administrator'),
  busy: () => new DomainError('server.unavailable', { retryAfterSeconds: 2 }),
};
