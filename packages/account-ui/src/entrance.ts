import type { NewPasswordProblem, SignInProblem } from '@junheng/ui/plain';
import { refusedAs } from './refused-as.ts';

// Before signing in: loaded with the first paint of both apps, so nothing of the account's pages is imported here.

const SLOW_DOWN_SECONDS = 30;

/** The words the sign-in form has for a failed attempt. */
export function signInProblemOf(error: unknown): SignInProblem {
  const { code, retryAfterSeconds, requestId } = refusedAs(error);
  switch (code) {
    case 'session.wrong-credentials':
    case 'request.malformed':
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
      return { kind: 'slow-down', retryAfterSeconds: retryAfterSeconds ?? SLOW_DOWN_SECONDS };
    case 'session.account-locked':
      return { kind: 'locked', retryAfterSeconds };
    case 'network':
    case 'server.unavailable':
      return { kind: 'network' };
    default:
      return { kind: 'server', requestId };
  }
}

/** The words the new-password form has for a password that was not saved. */
export function newPasswordProblemOf(error: unknown): NewPasswordProblem {
  const { code, reason, retryAfterSeconds } = refusedAs(error);
  switch (code) {
    case 'password.wrong-current':
      return { kind: 'wrong-current' };
    case 'password.too-weak':
      return { kind: WEAK[reason] ?? 'too-common' };
    case 'one-time-link.invalid':
      return { kind: 'link-invalid' };
    case 'session.slowed-down':
    case 'request.rate-limited':
      return { kind: 'slow-down', retryAfterSeconds: retryAfterSeconds ?? SLOW_DOWN_SECONDS };
    case 'network':
      return { kind: 'network' };
    default:
      return { kind: 'server' };
  }
}

const WEAK: Readonly<Record<string, Exclude<NewPasswordProblem['kind'], 'slow-down'>>> = {
  'too-short': 'too-short',
  'contains-login': 'contains-account',
  'same-as-old': 'same-as-old',
  unchanged: 'same-as-old',
};
