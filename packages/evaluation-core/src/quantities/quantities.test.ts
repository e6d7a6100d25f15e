import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimal, decimalOrUndefined, exactText } from './decimal.ts';
import { displayNumber, fixedText, rationalOf } from './display.ts';
import { squareRootToDouble, toDouble } from './double.ts';
import { integerSquareRoot } from './integer-square-root.ts';
import { add, compare, fractionText, multiply, rational, square, subtract, sum } from './rational.ts';
import type { Rational } from './rational.ts';
import { effectiveThreshold, reaches, roundHalfUp, squaredLimit, withinSquaredLimit } from './rounding.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 18n }))
  .map(([n, d]) => rational(n, d));
const positive = fractions.map((value) => (value.n < 0n ? rational(-value.n, value.d) : value));
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,20}$/))
  .map(([minus, integer, fraction]) => `${minus ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`);

describe('rationals', () => {
  test('add, subtract, multiply agree with each other', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
      }),
    );
  });
  test('the sum does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 30 }), (terms) => {
        const straight = terms.reduce(add, rational(0n, 1n));
        expect(compare(sum(terms), straight)).toBe(0);
        expect(fractionText(sum([...terms].reverse()))).toBe(fractionText(straight));
      }),
    );
  });
  test.each([
    ['0', '0'],
    ['3.570', '3.57'],
    ['-0.50', '-0.5'],
    ['007', '7'],
  ])('exactText of %s', (text, expected) => {
    expect(exactText(decimal(text))).toBe(expected);
  });
  test('exactText of fractions and of what terminates after a division', () => {
    expect(exactText(rational(6n, 9n))).toBe('2/3');
    expect(exactText(rational(7n, 8n))).toBe('0.875');
  });
  test.each(['', '.', '1e3', '1,5', ' 1', 'NaN', '0x10', '--1', '1.'])('%p is no decimal', (text) => {
    expect(decimalOrUndefined(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow(RangeError);
  });
});

describe('doubles', () => {
  test('the double of a decimal is the one the language reads', () => {
    fc.assert(
      fc.property(decimals, (text) => expect(toDouble(decimal(text)) + 0).toBe(Number(text) + 0)),
      { numRuns: 1000 },
    );
  });
  test('the double of a fraction is the nearest', () => {
    fc.assert(
      fc.property(fractions, (value) =>
        expect(isNearest(toDouble(value), (other) => compare(other, value))).toBe(true),
      ),
      { numRuns: 500 },
    );
  });
  test('the double of a square root is the nearest', () => {
    fc.assert(
      fc.property(positive, (value) => {
        const root = squareRootToDouble(value);
        expect(root === 0 ? value.n === 0n : isNearest(root, (other) => compare(square(other), value))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('ties go to the even neighbour', () => {
    expect(toDouble(rational((1n << 53n) + 1n, 1n))).toBe(2 ** 53);
    expect(toDouble(rational((1n << 53n) + 3n, 1n))).toBe(2 ** 53 + 4);
    expect(toDouble(rational(((1n << 53n) + 1n) * (1n << 200n) + 1n, 1n << 200n))).toBe(2 ** 53 + 2);
  });
  test('square roots of squares are exact', () => {
    expect(squareRootToDouble(rational(1n, 4n))).toBe(0.5);
    expect(squareRootToDouble(square(rational(9n, 20n)))).toBe(0.45);
  });
  test('integer square root', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && value < (root + 1n) * (root + 1n)).toBe(true);
      }),
    );
  });
});

/** No other double is nearer: the exact value lies within half the distance to each neighbour. */
function isNearest(value: number, compareWith: (midpoint: Rational) => number): boolean {
  const view = new DataView(new ArrayBuffer(8));
  const neighbour = (step: bigint): number => {
    view.setFloat64(0, Math.abs(value));
    view.setBigInt64(0, view.getBigInt64(0) + step);
    return Math.sign(value) * view.getFloat64(0);
  };
  if (value === 0) return true;
  const exact = (double: number): Rational => rationalOf(double) ?? rational(0n, 1n);
  const half = rational(1n, 2n);
  const [low, high] = [neighbour(value > 0 ? -1n : 1n), neighbour(value > 0 ? 1n : -1n)];
  const below = multiply(half, add(exact(low), exact(value)));
  const above = multiply(half, add(exact(value), exact(high)));
  return compareWith(below) <= 0 && compareWith(above) >= 0;
}

describe('rounding', () => {
  test.each([
    ['0.5', 0, '1'],
    ['1.5', 0, '2'],
    ['-0.5', 0, '0'],
    ['2.345', 2, '2.35'],
    ['2.3449999999', 2, '2.34'],
    ['0.4995', 3, '0.5'],
  ])('half up: %s to %i', (text, places, expected) => {
    expect(exactText(roundHalfUp(decimal(text), places))).toBe(expected);
  });
  test('a rounded comparison is an unrounded one with a moved bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20000 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 3 }),
        (value, limit, places) => {
          const [v, l] = [rational(BigInt(value), 10000n), rational(BigInt(limit), 100n)];
          const policy = { kind: 'half-up', decimals: places } as const;
          const rounded = compare(roundHalfUp(v, places), l);
          expect(reaches(v, l, policy)).toBe(rounded >= 0);
          expect(compare(v, effectiveThreshold(l, policy)) >= 0).toBe(rounded >= 0);
          expect(withinSquaredLimit(add(rational(1n, 1n), square(v)), squaredLimit(l, policy))).toBe(rounded <= 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('display', () => {
  const cv = (met: boolean) => ({ limit: '0.50', met, direction: 'at-most' }) as const;
  test.each([
    [0.5003, 2, false, '0.5003'],
    [0.501787, 2, false, '0.502'],
    [0.501787, 3, false, '0.502'],
    [0.5, 3, true, '0.500'],
    [0.49999, 2, true, '0.50'],
    [0.515257, 2, false, '0.52'],
  ])('%d with %i digits, met %p', (value, places, met, expected) => {
    expect(displayNumber(value, places, cv(met))).toBe(expected);
  });
  test('a threshold that is missed is never shown as reached', () => {
    expect(displayNumber('172/41', 2, { limit: '4.2', met: false, direction: 'at-least' })).toBe('4.195');
    expect(displayNumber(4.2, 2, { limit: '4.2', met: true, direction: 'at-least' })).toBe('4.20');
  });
  test('a difference that no digits can show', () => {
    expect(displayNumber(0.5, 2, cv(false))).toBe('> 0.50');
  });
  test('what is no number has no text', () => {
    for (const value of ['', 'abc', '1/0', '1/2/3', Number.NaN, Number.POSITIVE_INFINITY])
      expect(displayNumber(value, 2)).toBe('');
  });
  test('fixed text', () => {
    expect(fixedText(decimal('-1.005'), 2)).toBe('-1.00');
    expect(fixedText(decimal('1234.5'), 0)).toBe('1235');
  });
});
