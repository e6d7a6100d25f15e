import { refusedAs } from './refused-as.ts';

const KNOWN: Readonly<Record<string, string>> = {
  'password.wrong-current': 'wrong-password',
  'second-factor.wrong-code': 'wrong-code',
  'second-factor.code-used': 'code-used',
  'second-factor.not-begun': 'not-begun',
  'second-factor.active': 'active',
  'second-factor.compulsory': 'compulsory',
  'second-factor.unreadable': 'unreadable',
  'session.slowed-down': 'slow-down',
  'request.malformed': 'malformed',
  network: 'network',
};
const WEAK: Readonly<Record<string, string>> = {
  unchanged: 'unchanged',
  'contains-login': 'contains-login',
};

/** Why the server refused, as a key of `account:problem` with the seconds to wait. */
export function refusalOf(error: unknown): { readonly key: string; readonly count: number } {
  const { code, reason, retryAfterSeconds } = refusedAs(error);
  if (code === 'password.too-weak') return { key: WEAK[reason] ?? 'too-common', count: 0 };
  return { key: (code === null ? undefined : KNOWN[code]) ?? 'server', count: retryAfterSeconds ?? 0 };
}
