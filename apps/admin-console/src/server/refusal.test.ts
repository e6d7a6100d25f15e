import { describe, expect, test } from '@jest/globals';
import { asRefusal, isTemporary, needsSignIn, Refusal, refusalOf } from './refusal.ts';

describe('what the server answered', () => {
  test('a problem keeps its code, facts and request id', () => {
    const refusal = refusalOf(409, {
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
    expect(refusalOf(502, '<html>').code).toBe('server.unavailable');
    expect(refusalOf(400, null).code).toBe('server.internal');
  });
});

test('what can be tried again, and what asks for signing in', () => {
  expect(isTemporary(new Refusal('network'))).toBe(true);
  expect(isTemporary(new Refusal('permission.denied'))).toBe(false);
  expect(needsSignIn(new Refusal('session.expired'))).toBe(true);
  expect(needsSignIn(new Refusal('session.wrong-credentials'))).toBe(false);
  expect(asRefusal(new TypeError('x')).code).toBe('server.internal');
});
