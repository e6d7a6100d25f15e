import { describe, expect, test } from '@jest/globals';
import type { Role } from '@junheng/api-contract';
import { knownSession } from '../../server/session.factory.ts';
import { oneTimeToken, placeOf } from './entrance-step.ts';

describe('where a session may be', () => {
  const place = (roles: readonly Role[], mustChangePassword = false) =>
    placeOf(knownSession({ roles, mustChangePassword }));
  test('nobody signed in', () => {
    expect(placeOf(null)).toBe('outside');
    expect(placeOf(undefined)).toBe('outside');
  });
  test('schools go to the portal, whoever also holds another role stays', () => {
    expect(place(['school-reporter', 'school-principal'])).toBe('portal');
    expect(place(['school-principal', 'section-officer'])).toBe('inside');
    expect(place(['county-administrator'])).toBe('inside');
    expect(place([])).toBe('inside');
  });
  test('a password given by somebody else is changed first', () => {
    expect(place(['county-administrator'], true)).toBe('new-password');
  });
});

test('the token of a one-time link', () => {
  expect(oneTimeToken('/admin/one-time-link/abc_DEF-123')).toBe('abc_DEF-123');
  expect(oneTimeToken('/admin/rounds')).toBeNull();
});
