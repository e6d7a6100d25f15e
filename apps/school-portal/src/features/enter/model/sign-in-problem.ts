import type { NewPasswordProblem, SignInProblem } from '@junheng/ui/plain';
import { ApiProblemError } from '@junheng/api-client';

const SLOW_DOWN_SECONDS = 30;

/** The words the sign-in form has for a failed attempt. */
export function signInProblemOf(error: unknown): SignInProblem {
  if (!(error instanceof ApiProblemError) || error.status === 0) return { kind: 'network' };
  switch (error.problem?.code) {
    case 'session.wrong-credentials':
      return { kind: 'wrong-credentials' };
    case 'session.second-factor-required':
      return { kind: 'code-required' };
    case 'second-factor.wrong-code':
      return { kind: 'wrong-code' };
    case 'second-factor.code-used':
      return { kind: 'code-used' };
    case 'second-factor.unreadable':
      return { kind: 'code-unreadable' };
    case 'session.slowed-down':
    case 'request.rate-limited':
      return { kind: 'slow-down', retryAfterSeconds: error.retryAfterSeconds ?? SLOW_DOWN_SECONDS };
    case 'session.account-locked':
      return { kind: 'locked', retryAfterSeconds: error.retryAfterSeconds };
    default:
      return error.status === 502 || error.status === 503 || error.status === 504
        ? { kind: 'network' }
        : { kind: 'server', requestId: error.problem?.requestId ?? null };
  }
}

export function newPasswordProblemOf(error: unknown): NewPasswordProblem {
  if (!(error instanceof ApiProblemError) || error.status === 0) return { kind: 'network' };
  switch (error.problem?.code) {
    case 'password.wrong-current':
      return { kind: 'wrong-current' };
    case 'password.too-weak':
      return weaknessOf(error);
    case 'one-time-link.invalid':
      return { kind: 'link-invalid' };
    case 'session.slowed-down':
    case 'request.rate-limited':
      return {
        kind: 'slow-down',
        retryAfterSeconds: error.retryAfterSeconds ?? SLOW_DOWN_SECONDS,
      };
    default:
      return { kind: 'server' };
  }
}

function weaknessOf(error: ApiProblemError): NewPasswordProblem {
  switch (error.problem?.facts?.['reason']) {
    case 'too-short':
      return { kind: 'too-short' };
    case 'contains-login':
      return { kind: 'contains-account' };
    case 'same-as-old':
      return { kind: 'same-as-old' };
    default:
      return { kind: 'too-common' };
  }
}
