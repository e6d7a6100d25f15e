import { describe, expect, test } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import type { Problem } from '@junheng/api-contract';
import { asRefusal, isTemporary, needsSignIn, Refusal, refusalOf } from './refusal.ts';

const refused = (status: number, problem: Problem | null): Refusal => refusalOf(new ApiProblemError(status, problem));

describe('what the server answered', () => {
  test('a problem keeps its code, facts and request id', () => {
    const refusal = refused(409, {
      type: 'x',
      title: 'x',
      status: 409,
      code: 'review.warnings-unconfirmed',
      facts: { count: 2 },
      requestId: 'r-1',
    });
    expect(refusal).toMatchObject({
      code: 'review.warnings-unconfirmed',
      status: 409,
      facts: { count: 2 },
      requestId: 'r-1',
    });
  });
  test('a page of a proxy is no answer', () => {
    expect(refused(502, null).code).toBe('server.unavailable');
    expect(refused(0, null).code).toBe('network');
    expect(refused(400, null).code).toBe('server.internal');
  });
});

test('what can be tried again, and what asks for signing in', () => {
  expect(isTemporary(new Refusal('network'))).toBe(true);
  expect(isTemporary(new Refusal('permission.denied'))).toBe(false);
  expect(needsSignIn(new Refusal('session.expired'))).toBe(true);
  expect(needsSignIn(new Refusal('session.wrong-credentials'))).toBe(false);
  expect(asRefusal(new TypeError('x')).code).toBe('server.internal');
});
