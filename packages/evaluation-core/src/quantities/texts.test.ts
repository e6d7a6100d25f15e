import { describe, expect, test } from '@jest/globals';
import { decimal, decimalOrUndefined, exactText } from './decimal.ts';
import { displayNumber, fixedText, rationalOf } from './display.ts';
import { roughBitLength, squareRootToDouble, toDouble } from './double.ts';
import { integerSquareRoot } from './integer-square-root.ts';
import { fractionText, rational } from './rational.ts';

describe('decimals', () => {
  test.each([
    ['7526.4', 75264n, 10n],
    ['-7526.40', -752640n, 100n],
    ['12', 12n, 1n],
    ['0.005', 5n, 1000n],
  ])('%s is %i/%i', (text, n, d) => {
    expect(decimalOrUndefined(text)).toEqual({ n, d });
  });
  test.each(['1.5x', 'x1.5', '1.x', '1.2.3', '+1', '-', '１'])('%p is none', (text) => {
    expect(decimalOrUndefined(text)).toBeUndefined();
  });
  test('an author of an edition is told what is no decimal, not more than forty characters of it', () => {
    expect(() => decimal('1,5')).toThrow(new RangeError('not a decimal: 1,5'));
    expect(() => decimal('x'.repeat(50))).toThrow(new RangeError(`not a decimal: ${'x'.repeat(40)}`));
  });
  test.each([
    [1n, 2n, '0.5'],
    [1n, 5n, '0.2'],
    [1n, 20n, '0.05'],
    [1n, 80n, '0.0125'],
    [-1n, 8n, '-0.125'],
    [1n, 125n, '0.008'],
    [-4001n, 1000n, '-4.001'],
    [123456n, 100n, '1234.56'],
    [20n, 10n, '2'],
    [-20n, 10n, '-2'],
    [1n, 6n, '1/6'],
    [-2n, 14n, '-1/7'],
    [0n, 6n, '0'],
  ])('%i/%i is written %s', (n, d, expected) => {
    expect(exactText(rational(n, d))).toBe(expected);
  });
});

describe('fixed text', () => {
  test.each([
    ['0', 2, '0.00'],
    ['0.5', 0, '1'],
    ['-1.4', 0, '-1'],
    ['-0.05', 2, '-0.05'],
    ['0.05', 1, '0.1'],
    ['12.345', 1, '12.3'],
    ['-0.004', 2, '0.00'],
  ] as const)('%s with %i digits is %s', (text, digits, expected) => {
    expect(fixedText(decimal(text), digits)).toBe(expected);
  });
});

describe('the exact value of what is printed', () => {
  test.each([
    ['8/9', '8/9'],
    ['4.2', '4.2'],
    ['-1/2', '-0.5'],
    ['1.5/2.5', '0.6'],
    [0.1, '0.1000000000000000055511151231257827021181583404541015625'],
    [-0.75, '-0.75'],
    [3, '3'],
    [2 ** -20, '0.00000095367431640625'],
  ] as const)('%p is %s', (value, expected) => {
    const exact = rationalOf(value);
    expect(exact === undefined ? undefined : exactText(exact)).toBe(expected);
  });
  test.each(['', '/', '1/', '/2', '1/0', '1/-2', 'a/2', '1/a', '1/2/3', Number.NaN, Number.NEGATIVE_INFINITY])(
    '%p has none',
    (value) => {
      expect(rationalOf(value)).toBeUndefined();
    },
  );
});

describe('a number for people', () => {
  const atLeast = (limit: string, met = false) => ({ limit, met, direction: 'at-least' }) as const;
  const atMost = (limit: string, met = false) => ({ limit, met, direction: 'at-most' }) as const;
  const nines = (count: number): string => `4.1${'9'.repeat(count)}`;
  test('without a limit it is only rounded', () => {
    expect(displayNumber('4.1999', 2)).toBe('4.20');
    expect(displayNumber('8/9', 3)).toBe('0.889');
    expect(displayNumber(0.5, 0)).toBe('1');
  });
  test('as many digits as tell it apart from a limit that it misses', () => {
    expect(displayNumber('4.1999', 2, atLeast('4.2'))).toBe('4.1999');
    expect(displayNumber('4.1', 2, atLeast('4.2'))).toBe('4.10');
    expect(displayNumber('10.004', 0, atMost('10'))).toBe('10.004');
    expect(displayNumber('4.1999', 2, atLeast('4.2', true))).toBe('4.20');
  });
  test('twenty digits are the most', () => {
    expect(displayNumber(nines(19), 2, atLeast('4.2'))).toBe(nines(19));
    expect(displayNumber(nines(20), 2, atLeast('4.2'))).toBe('< 4.20');
    expect(displayNumber(`0.5${'0'.repeat(18)}1`, 2, atMost('0.5'))).toBe(`0.5${'0'.repeat(18)}1`);
    expect(displayNumber(`0.5${'0'.repeat(19)}1`, 2, atMost('0.5'))).toBe('> 0.50');
  });
  test('what is on the limit and yet missed lies beyond what digits show', () => {
    expect(displayNumber('4.2', 2, atLeast('4.2'))).toBe('< 4.20');
    expect(displayNumber('0.5', 2, atMost('0.5'))).toBe('> 0.50');
  });
});

describe('doubles of exact values', () => {
  test('length in bits, to four', () => {
    expect([1n, 15n, 16n, 255n, 256n].map(roughBitLength)).toEqual([4, 4, 8, 8, 12]);
  });
  test.each([
    [1n, 3n, 1 / 3],
    [-1n, 3n, -1 / 3],
    [10n ** 30n, 3n, 1e30 / 3],
    [10n ** 30n, 10n ** 60n, 1e-30],
    [-(10n ** 30n), 10n ** 60n, -1e-30],
    [10n ** 60n, 10n ** 30n, 1e30],
    [7n, 10n ** 40n, 7e-40],
    [7n * 10n ** 40n, 1n, 7e40],
    // Not an integer that a double holds: one bit more, and the last bit decides.
    [2n ** 54n + 2n, 1n, 2 ** 54],
    [2n ** 54n + 6n, 1n, 2 ** 54 + 8],
    [(2n ** 53n + 1n) * 3n + 1n, 3n, 2 ** 53 + 2],
    [2n ** 53n, 2n ** 53n + 2n, 1 - 2 ** -52],
    [2n ** 130n + 1n, 2n ** 130n, 1],
    // A tie after a division that leaves nothing over.
    [(2n ** 53n + 1n) * 3n, 3n, 2 ** 53],
    [(2n ** 53n + 3n) * 3n, 3n, 2 ** 53 + 4],
    [1n, 2n ** 1000n, 2 ** -1000],
    [-(2n ** 1000n), 3n, -(2 ** 1000) / 3],
    [0n, 10n ** 40n, 0],
  ])('%i/%i', (n, d, expected) => {
    expect(toDouble(rational(n, d))).toBe(expected);
  });
  test.each([
    [0n, 7n, 0],
    [2n, 1n, Math.SQRT2],
    [1n, 2n, Math.SQRT1_2],
    [10n ** 80n, 1n, 1e40],
    [1n, 10n ** 80n, 1e-40],
    [(2n ** 53n + 1n) ** 2n, 1n, 2 ** 53],
    [(2n ** 53n + 1n) ** 2n + 1n, 1n, 2 ** 53 + 2],
    [(2n ** 53n + 1n) ** 2n - 1n, 1n, 2 ** 53],
    [(2n ** 53n + 3n) ** 2n * 9n - 1n, 9n, 2 ** 53 + 2],
    [(2n ** 53n + 3n) ** 2n, 1n, 2 ** 53 + 4],
    [(2n ** 53n + 1n) ** 2n * 9n, 9n, 2 ** 53],
    [1n, 2n ** 1000n, 2 ** -500],
    [9n * 2n ** 996n, 1n, 3 * 2 ** 498],
    // What the division drops decides a tie.
    [3n * (2n ** 53n + 1n) ** 2n * 2n ** 400n + 1n, 3n * 2n ** 400n, 2 ** 53 + 2],
  ])('the root of %i/%i', (n, d, expected) => {
    expect(squareRootToDouble(rational(n, d))).toBe(expected);
  });
  test.each([0n, 1n, 2n, 3n, 4n, 8n, 9n, 15n, 16n, 10n ** 40n - 1n, 10n ** 40n, 2n ** 200n])(
    'the integer root of %i',
    (value) => {
      const root = integerSquareRoot(value);
      expect(root * root <= value && value < (root + 1n) ** 2n).toBe(true);
    },
  );
  test('a fraction is printed without its common divisor', () => {
    expect(fractionText(rational(-4n, 6n))).toBe('-2/3');
  });
});
