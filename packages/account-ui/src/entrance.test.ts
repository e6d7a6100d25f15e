import { describe, expect, test } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import { newPasswordProblemOf, signInProblemOf } from './entrance.ts';
import { refusalOf } from './refusal.ts';

function failure(status: number, code: string, facts: Record<string, unknown> = {}, retryAfter: number | null = null) {
  return new ApiProblemError(
    status,
    { type: '', title: '', status, code, facts, requestId: 'r-1' },
    { retryAfterSeconds: retryAfter },
  );
}

describe('a refused sign-in', () => {
  test.each([
    [new ApiProblemError(0, null), { kind: 'network' }],
    [new ApiProblemError(502, null), { kind: 'network' }],
    [new ApiProblemError(500, null), { kind: 'server', requestId: null }],
    [failure(401, 'session.wrong-credentials'), { kind: 'wrong-credentials' }],
    [failure(422, 'request.malformed'), { kind: 'wrong-credentials' }],
    [failure(401, 'session.second-factor-required'), { kind: 'code-required' }],
    [failure(422, 'second-factor.wrong-code'), { kind: 'wrong-code' }],
    [failure(422, 'second-factor.code-used'), { kind: 'code-used' }],
    [failure(503, 'second-factor.unreadable'), { kind: 'code-unreadable' }],
    [failure(429, 'session.slowed-down', { retryAfterSeconds: 12 }), { kind: 'slow-down', retryAfterSeconds: 12 }],
    [failure(429, 'session.slowed-down', {}, 9), { kind: 'slow-down', retryAfterSeconds: 9 }],
    [failure(423, 'session.account-locked'), { kind: 'locked', retryAfterSeconds: null }],
    [failure(503, 'server.unavailable'), { kind: 'network' }],
    [failure(500, 'server.internal'), { kind: 'server', requestId: 'r-1' }],
  ])('%s is shown as %j', (error, expected) => {
    expect(signInProblemOf(error)).toEqual(expected);
    // As an app throws it on in an error of its own.
    expect(signInProblemOf(new Error('wrapped', { cause: error }))).toEqual(expected);
  });
});

describe('a refused password', () => {
  test.each([
    [failure(422, 'password.wrong-current'), 'wrong-current', 'wrong-password'],
    [failure(422, 'password.too-weak', { reason: 'contains-login' }), 'contains-account', 'contains-login'],
    [failure(422, 'password.too-weak', { reason: 'unchanged' }), 'same-as-old', 'unchanged'],
    [failure(422, 'password.too-weak', { reason: 'often-used' }), 'too-common', 'too-common'],
    [failure(404, 'one-time-link.invalid'), 'link-invalid', 'server'],
    [failure(429, 'session.slowed-down', { retryAfterSeconds: 3 }), 'slow-down', 'slow-down'],
    [failure(409, 'second-factor.compulsory'), 'server', 'compulsory'],
    [new ApiProblemError(0, null), 'network', 'network'],
    [failure(500, 'server.internal'), 'server', 'server'],
  ])('%s is shown as %s before and as %s after signing in', (error, kind, key) => {
    expect(newPasswordProblemOf(error).kind).toBe(kind);
    expect(refusalOf(error).key).toBe(key);
  });
});
