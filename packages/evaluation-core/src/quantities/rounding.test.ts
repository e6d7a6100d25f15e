import { describe, expect, test } from '@jest/globals';
import { decimal, exactText } from './decimal.ts';
import { rational } from './rational.ts';
import {
  effectiveThreshold,
  movedLimit,
  reaches,
  roundHalfUp,
  roundHalfUpScaled,
  squaredLimit,
  staysWithin,
  unrounded,
  withinSquaredLimit,
} from './rounding.ts';
import type { RoundingPolicy } from './rounding.ts';

const rounded = (decimals: number): RoundingPolicy => ({ kind: 'half-up', decimals });

test.each([
  ['2.345', 2, 235n],
  ['-2.345', 2, -234n],
  ['-2.3451', 2, -235n],
  ['-2', 0, -2n],
  ['-2.5', 0, -2n],
  ['2.5', 0, 3n],
] as const)('%s at the scale of %i decimals', (text, decimals, expected) => {
  expect(roundHalfUpScaled(decimal(text), decimals)).toBe(expected);
  expect(roundHalfUp(decimal(text), decimals)).toEqual({ n: expected, d: 10n ** BigInt(decimals) });
});

describe('a limit is met on it, one unit of the last digit beside it decides', () => {
  test.each<readonly [string, RoundingPolicy, boolean, boolean]>([
    ['4.19', unrounded, false, true],
    ['4.2', unrounded, true, true],
    ['4.21', unrounded, true, false],
    ['4.149', rounded(1), false, true],
    ['4.15', rounded(1), true, true],
    ['4.249', rounded(1), true, true],
    ['4.25', rounded(1), true, false],
  ])('%s under %j against 4.2: reaches %p, stays within %p', (value, policy, reached, within) => {
    expect(reaches(decimal(value), decimal('4.2'), policy)).toBe(reached);
    expect(staysWithin(decimal(value), decimal('4.2'), policy)).toBe(within);
  });
});

describe('the limit a rounded CV has before it is rounded', () => {
  test('without rounding it is the limit itself', () => {
    expect(movedLimit(decimal('0.5'), unrounded)).toEqual({ limit: decimal('0.5'), included: true });
    expect(squaredLimit(rational(1n, 2n), unrounded)).toEqual({ bound: rational(5n, 4n), included: true });
  });
  test.each([
    ['0.5', 2, '0.505'],
    ['0.5', 0, '0.5'],
    ['0.55', 1, '0.55'],
    ['0.549', 1, '0.55'],
    ['0.45', 3, '0.4505'],
  ] as const)('%s rounded to %i decimals: below %s', (limit, decimals, expected) => {
    const moved = movedLimit(decimal(limit), rounded(decimals));
    expect(exactText(moved.limit)).toBe(expected);
    expect(moved.included).toBe(false);
    expect(squaredLimit(decimal(limit), rounded(decimals)).included).toBe(false);
  });
  test.each([
    ['1.24', true, true],
    ['1.25', true, false],
    ['1.26', false, false],
  ] as const)('1 + CV^2 of %s against 1.25: with the limit %p, without it %p', (value, included, excluded) => {
    const bound = rational(5n, 4n);
    expect(withinSquaredLimit(decimal(value), { bound, included: true })).toBe(included);
    expect(withinSquaredLimit(decimal(value), { bound, included: false })).toBe(excluded);
  });
});

test.each<readonly [string, RoundingPolicy, string]>([
  ['4.2', unrounded, '4.2'],
  ['4.2', rounded(1), '4.15'],
  ['4.2', rounded(2), '4.195'],
  ['4.21', rounded(1), '4.25'],
  ['4.2', rounded(0), '4.5'],
  ['5', rounded(0), '4.5'],
])('%s under %j is reached from %s on', (threshold, policy, expected) => {
  expect(exactText(effectiveThreshold(decimal(threshold), policy))).toBe(expected);
});
