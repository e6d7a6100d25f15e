import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { LimitRule } from './access.rules.ts';
import { hashToken } from './tokens.ts';

const ISSUER = '均衡 Junheng';
const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones that are off by up to one step, half a minute, still fit. */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;

export const RECOVERY_CODES = 10;
/** 79 random bits each: too many to try, so a plain hash keeps them. */
const RECOVERY_LETTERS = 16;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Codes over all addresses: whoever tries them has the password already. With three codes good at a time, the chance of
 * guessing one is below 1 in 3,000 a day.
 */
export const CODE_LIMIT: LimitRule = {
  free: 5,
  windowMilliseconds: 24 * 60 * 60_000,
  firstBlockMilliseconds: 10_000,
  longestBlockMilliseconds: 15 * 60_000,
};

/** A new secret (RFC 6238) in Base32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

function authenticator(secret: string, login: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label: login,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
}

/** What the QR code holds. */
export function authenticatorUri(secret: string, login: string): string {
  return authenticator(secret, login).toString();
}

/** The 30-second step whose code this is, one step off at most; null when it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = authenticator(secret, '').validate({ token: code, timestamp, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** Without what people type around a code: spaces, hyphens, full-width digits, capitals. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s‐-―-]/g, '');
}

/** Six digits are the authenticator's, anything else is a recovery code. */
export function isAuthenticatorCode(plain: string): boolean {
  return /^\d{6}$/.test(plain);
}

/** Ten different ones of 16 letters and digits, without those that look alike. */
export function newRecoveryCodes(): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(newRecoveryCode());
  return [...codes];
}

function newRecoveryCode(): string {
  return Array.from({ length: RECOVERY_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** As people read it: in groups of four. */
export function shownRecoveryCode(plain: string): string {
  return plain.replaceAll(/(.{4})(?!$)/g, '$1-');
}

export function recoveryCodeHash(plain: string): string {
  return hashToken(plain);
}
