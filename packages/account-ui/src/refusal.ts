import { ApiProblemError } from '@junheng/api-client';

const KNOWN: Readonly<Record<string, string>> = {
  'password.wrong-current': 'wrong-password',
  'second-factor.wrong-code': 'wrong-code',
  'second-factor.code-used': 'code-used',
  'second-factor.not-begun': 'not-begun',
  'second-factor.active': 'active',
  'second-factor.unreadable': 'unreadable',
  'session.slowed-down': 'slow-down',
  'request.malformed': 'malformed',
};
const WEAK: Readonly<Record<string, string>> = {
  unchanged: 'unchanged',
  'contains-login': 'contains-login',
};

/** Why the server refused, as a key of `account:problem` with the seconds to wait. */
export function refusalOf(error: unknown): { readonly key: string; readonly count: number } {
  if (!(error instanceof ApiProblemError) || error.status === 0) return { key: 'network', count: 0 };
  const code = error.problem?.code ?? '';
  if (code === 'password.too-weak') {
    return { key: WEAK[String(error.problem?.facts?.['reason'])] ?? 'too-common', count: 0 };
  }
  return { key: KNOWN[code] ?? 'server', count: error.retryAfterSeconds ?? 0 };
}
