import type { NewPasswordProblem, SignInProblem } from '@junheng/ui/plain';
import { asRefusal, isTemporary } from '../../../server/refusal.ts';

function seconds(facts: Readonly<Record<string, unknown>>): number {
  const value = facts['retryAfterSeconds'];
  return typeof value === 'number' && value > 0 ? Math.ceil(value) : 30;
}

/** What went wrong while signing in, in the kit's terms. */
export function signInProblem(error: unknown): SignInProblem {
  const refusal = asRefusal(error);
  switch (refusal.code) {
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
      return { kind: 'slow-down', retryAfterSeconds: seconds(refusal.facts) };
    case 'session.account-locked':
      return { kind: 'locked', retryAfterSeconds: null };
    default:
      return isTemporary(refusal) && refusal.code === 'network'
        ? { kind: 'network' }
        : { kind: 'server', requestId: refusal.requestId };
  }
}

const weakness: Readonly<Record<string, NewPasswordProblem['kind']>> = {
  'too-short': 'too-short',
  'too-common': 'too-common',
  'contains-login': 'contains-account',
  'contains-account': 'contains-account',
  'same-as-old': 'same-as-old',
  unchanged: 'same-as-old',
};

/** What went wrong while setting a password, in the kit's terms. */
export function newPasswordProblem(error: unknown): NewPasswordProblem {
  const refusal = asRefusal(error);
  switch (refusal.code) {
    case 'password.wrong-current':
      return { kind: 'wrong-current' };
    case 'password.too-weak': {
      const kind = weakness[String(refusal.facts['reason'])] ?? 'too-common';
      return kind === 'slow-down' ? { kind, retryAfterSeconds: 30 } : { kind };
    }
    case 'one-time-link.invalid':
      return { kind: 'link-invalid' };
    case 'session.slowed-down':
    case 'request.rate-limited':
      return { kind: 'slow-down', retryAfterSeconds: seconds(refusal.facts) };
    case 'network':
      return { kind: 'network' };
    default:
      return { kind: 'server' };
  }
}
