import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../server/refusal.ts';
import { newPasswordProblem, signInProblem } from './entrance-problems.ts';

describe('signing in', () => {
  test.each([
    [new Refusal('session.wrong-credentials'), { kind: 'wrong-credentials' }],
    [
      new Refusal('session.slowed-down', { facts: { retryAfterSeconds: 12.2 } }),
      { kind: 'slow-down', retryAfterSeconds: 13 },
    ],
    [new Refusal('session.account-locked'), { kind: 'locked', retryAfterSeconds: null }],
    [new Refusal('network'), { kind: 'network' }],
    [new Refusal('server.internal', { requestId: 'r-1' }), { kind: 'server', requestId: 'r-1' }],
  ])('%s', (refusal, expected) => {
    expect(signInProblem(refusal)).toEqual(expected);
  });
});

describe('a new password', () => {
  test.each([
    [new Refusal('password.wrong-current'), { kind: 'wrong-current' }],
    [new Refusal('password.too-weak', { facts: { reason: 'contains-login' } }), { kind: 'contains-account' }],
    [new Refusal('password.too-weak', { facts: { reason: 'something new' } }), { kind: 'too-common' }],
    [new Refusal('one-time-link.invalid'), { kind: 'link-invalid' }],
    [new Refusal('server.unavailable'), { kind: 'server' }],
  ])('%s', (refusal, expected) => {
    expect(newPasswordProblem(refusal)).toEqual(expected);
  });
});
