import { expect, it } from '@jest/globals';
import { oneTimeTokenIn } from './password-rules.ts';

it('finds the token of a one-time link in the address', () => {
  expect(oneTimeTokenIn('/one-time-link/abc_DEF-123')).toBe('abc_DEF-123');
  expect(oneTimeTokenIn('/one-time-link/')).toBeNull();
  expect(oneTimeTokenIn('/reports/one-time-link/x')).toBeNull();
});
