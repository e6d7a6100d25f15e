import { describe, expect, test } from '@jest/globals';
import { Secret } from 'otpauth';
import {
  authenticatorUri,
  isAuthenticatorCode,
  newRecoveryCodes,
  newSecret,
  plainCode,
  shownRecoveryCode,
  stepOfCode,
} from './second-factor.rules.ts';

/** RFC 6238, appendix B: the secret of its SHA-1 examples; six digits are the last six of its eight. */
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32;

describe('codes of the authenticator', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %d the code of RFC 6238 is %s', (second, code) => {
    expect(stepOfCode(RFC_SECRET, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
  });

  test('one step early or late fits and is told apart, two do not', () => {
    const at = (step: number) => new Date((41_152_263 + step) * 30_000);
    const steps = [-2, -1, 0, 1, 2].map((step) => stepOfCode(RFC_SECRET, '005924', at(step)));
    expect(steps).toEqual([null, 41_152_263, 41_152_263, 41_152_263, null]);
  });

  test('the address of the QR code names product, account and secret', () => {
    const secret = newSecret();
    const uri = new URL(authenticatorUri(secret, 'school-a-reporter'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(uri.searchParams.get('issuer')).toBe('均衡 Junheng');
    expect(decodeURIComponent(uri.pathname)).toContain('school-a-reporter');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });
});

describe('what people type', () => {
  test.each([
    ['123 456', '123456'],
    ['１２３４５６', '123456'],
    [' ABCD-efgh-2345-wxyz ', 'abcdefgh2345wxyz'],
  ])('%s is read as %s', (typed, plain) => {
    expect(plainCode(typed)).toBe(plain);
  });

  test('six digits are a code, all else a recovery code', () => {
    expect(['123456', '12345', 'abcdefgh2345wxyz'].map(isAuthenticatorCode)).toEqual([true, false, false]);
  });
});

test('ten different recovery codes, readable', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[a-hjkmnp-z2-9]{16}$/);
    expect(plainCode(shownRecoveryCode(code))).toBe(code);
  }
});
