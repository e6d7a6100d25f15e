import { describe, expect, test } from '@jest/globals';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  fractionText,
  isZero,
  lowest,
  maximum,
  minimum,
  multiply,
  one,
  rational,
  square,
  subtract,
  sum,
  zero,
} from './rational.ts';

const third = rational(1n, 3n);
const half = rational(1n, 2n);

describe('arithmetic on fractions as they are written', () => {
  test.each([
    ['1/2 + 1/3', add(half, third), 5n, 6n],
    ['1/3 + 1/3 keeps the denominator', add(third, third), 2n, 3n],
    ['1/2 - 1/3', subtract(half, third), 1n, 6n],
    ['1/3 - 2/3 keeps the denominator', subtract(third, rational(2n, 3n)), -1n, 3n],
    ['1/2 * 1/3', multiply(half, third), 1n, 6n],
    ['(2/3)^2', square(rational(2n, 3n)), 4n, 9n],
    ['1/2 : 1/3', divide(half, third), 3n, 2n],
    ['1/2 : -1/3 has a positive denominator', divide(half, rational(-1n, 3n)), -3n, 2n],
    ['1/2 : -2/3', divide(half, rational(-2n, 3n)), -3n, 4n],
    ['-1/2 : -1/3', divide(rational(-1n, 2n), rational(-1n, 3n)), 3n, 2n],
    ['0 : -1/3', divide(zero, rational(-1n, 3n)), 0n, 1n],
  ] as const)('%s', (_title, value, n, d) => {
    expect(value).toEqual({ n, d });
  });
  test('zero and one', () => {
    expect([zero, one].map(fractionText)).toEqual(['0', '1']);
    expect([isZero(zero), isZero(rational(0n, 7n)), isZero(third)]).toEqual([true, true, false]);
  });
});

describe('order', () => {
  test.each([
    [half, third, 1],
    [third, half, -1],
    [half, rational(2n, 4n), 0],
    [rational(-1n, 2n), third, -1],
  ] as const)('%j and %j: %i', (a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
  });
  test('the smaller and the larger, the first of equals', () => {
    const same = rational(2n, 4n);
    expect([minimum(half, third), minimum(third, half)]).toEqual([third, third]);
    expect([maximum(half, third), maximum(third, half)]).toEqual([half, half]);
    expect([minimum(half, same), maximum(half, same)]).toEqual([half, half]);
  });
});

test.each([
  [7n, 2n, 4n, 3n],
  [6n, 2n, 3n, 3n],
  [-7n, 2n, -3n, -4n],
  [-6n, 2n, -3n, -3n],
  [1n, 3n, 1n, 0n],
  [-1n, 3n, 0n, -1n],
  [0n, 3n, 0n, 0n],
])('%i/%i rounded up is %i, down %i', (n, d, up, down) => {
  expect(ceiling(rational(n, d))).toEqual({ n: up, d: 1n });
  expect(floor(rational(n, d))).toEqual({ n: down, d: 1n });
});

describe('lowest terms', () => {
  const large = 10n ** 40n;
  test.each([
    [6n, 9n, '2/3'],
    [-6n, 9n, '-2/3'],
    [2n, 3n, '2/3'],
    [0n, 9n, '0'],
    [9n, 9n, '1'],
    [5n, 1n, '5'],
    [6n * large, 9n * large, '2/3'],
    [6n * large, 9n, `${2n * large}/3`],
    [6n, 9n * large, `1/${15n * 10n ** 39n}`],
    // One below and one above what a double holds exactly.
    [3n * (2n ** 53n - 1n), 3n, String(2n ** 53n - 1n)],
    [3n * (2n ** 53n + 1n), 2n * (2n ** 53n + 1n), '3/2'],
    [2n ** 53n + 1n, 3n * (2n ** 53n + 1n), '1/3'],
    [(2n ** 53n + 1n) * 2n ** 60n, 2n ** 60n, String(2n ** 53n + 1n)],
  ])('%i/%i', (n, d, expected) => {
    expect(fractionText(rational(n, d))).toBe(expected);
  });
  test('what is in lowest terms stays the very same', () => {
    const [whole, fraction] = [rational(5n, 1n), rational(5n, 7n)];
    expect(lowest(whole)).toBe(whole);
    expect(lowest(fraction)).toBe(fraction);
  });
});

describe('sums', () => {
  test('of nothing, of one, of an odd number, of equal denominators', () => {
    expect(sum([])).toEqual(zero);
    expect(sum([rational(2n, 6n)])).toEqual(third);
    expect(fractionText(sum([half, third, rational(1n, 5n)]))).toBe('31/30');
    expect(fractionText(sum([half, third, rational(1n, 5n), rational(1n, 7n), rational(1n, 11n)]))).toBe('2927/2310');
    expect(sum([third, rational(4n, 6n), third])).toEqual(rational(4n, 3n));
  });
});
