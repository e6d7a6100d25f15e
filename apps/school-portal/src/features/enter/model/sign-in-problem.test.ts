import { describe, expect, it } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import { oneTimeTokenIn } from './password-rules.ts';
import { newPasswordProblemOf, signInProblemOf } from './sign-in-problem.ts';

function failure(status: number, code: string, facts: Record<string, unknown> = {}, retryAfter: number | null = null) {
  return new ApiProblemError(
    status,
    { type: '', title: '', status, code, facts, requestId: 'r-1' },
    { retryAfterSeconds: retryAfter },
  );
}

describe('a refused sign-in', () => {
  it.each([
    [new ApiProblemError(0, null), { kind: 'network' }],
    [new ApiProblemError(502, null), { kind: 'network' }],
    [failure(401, 'session.wrong-credentials'), { kind: 'wrong-credentials' }],
    [failure(401, 'session.second-factor-required'), { kind: 'code-required' }],
    [failure(422, 'second-factor.wrong-code'), { kind: 'wrong-code' }],
    [failure(422, 'second-factor.code-used'), { kind: 'code-used' }],
    [failure(503, 'second-factor.unreadable'), { kind: 'code-unreadable' }],
    [failure(429, 'session.slowed-down', { retryAfterSeconds: 12 }), { kind: 'slow-down', retryAfterSeconds: 12 }],
    [failure(429, 'session.slowed-down', {}, 9), { kind: 'slow-down', retryAfterSeconds: 9 }],
    [failure(423, 'session.account-locked'), { kind: 'locked', retryAfterSeconds: null }],
    [failure(500, 'server.internal'), { kind: 'server', requestId: 'r-1' }],
  ])('%s is shown as %j', (error, expected) => {
    expect(signInProblemOf(error)).toEqual(expected);
  });
});

describe('a refused password', () => {
  it.each([
    [failure(422, 'password.wrong-current'), 'wrong-current'],
    [failure(422, 'password.too-weak', { reason: 'contains-login' }), 'contains-account'],
    [failure(422, 'password.too-weak', { reason: 'often-used' }), 'too-common'],
    [failure(404, 'one-time-link.invalid'), 'link-invalid'],
    [failure(429, 'session.slowed-down', { retryAfterSeconds: 3 }), 'slow-down'],
    [new ApiProblemError(0, null), 'network'],
    [failure(500, 'server.internal'), 'server'],
  ])('%s is shown as %s', (error, kind) => {
    expect(newPasswordProblemOf(error).kind).toBe(kind);
  });
});

it('finds the token of a one-time link in the address', () => {
  expect(oneTimeTokenIn('/one-time-link/abc_DEF-123')).toBe('abc_DEF-123');
  expect(oneTimeTokenIn('/one-time-link/')).toBeNull();
  expect(oneTimeTokenIn('/reports/one-time-link/x')).toBeNull();
});
