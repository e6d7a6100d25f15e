import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactPolynomial, signAt, signChanges } from './sign-changes.ts';
import type { EnclosedPolynomial } from './sign-changes.ts';

function product(...factors: readonly (readonly bigint[])[]): readonly bigint[] {
  return factors.reduce(
    (left, right) => {
      const result: bigint[] = Array.from({ length: left.length + right.length - 1 }, () => 0n);
      left.forEach((a, i) => right.forEach((b, j) => (result[i + j] = (result[i + j] ?? 0n) + a * b)));
      return result;
    },
    [1n],
  );
}

function byCounting(coefficients: readonly bigint[], first: number, last: number): readonly bigint[] {
  const signOf = (v: number) => {
    const value = coefficients.reduce((sum, coefficient, power) => sum + coefficient * BigInt(v) ** BigInt(power), 0n);
    return value > 0n ? 1 : value < 0n ? -1 : 0;
  };
  const changes: bigint[] = [];
  for (let v = first + 1; v <= last; v += 1) if (signOf(v) !== signOf(v - 1)) changes.push(BigInt(v));
  return changes;
}

/** The same polynomial as the core meets it: bounds cut off, the exact coefficients of another scale. */
function enclosed(coefficients: readonly bigint[], bits: bigint): EnclosedPolynomial {
  return {
    below: coefficients.map((each) => each >> bits),
    above: coefficients.map((each) => (each >> bits) + 1n),
    exact: () => coefficients.map((each) => each * 7n),
  };
}

const coefficient = fc.bigInt({ min: -400n, max: 400n });
const root = fc.tuple(fc.bigInt({ min: 1n, max: 4n }), fc.bigInt({ min: -30n, max: 300n }));

describe('signChanges', () => {
  test('finds what counting finds, for any polynomial', () => {
    fc.assert(
      fc.property(
        fc.array(coefficient, { maxLength: 6 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 60 }),
        (own, first, more) => {
          expect(signChanges(exactPolynomial(own), BigInt(first), BigInt(first + more))).toEqual(
            byCounting(own, first, first + more),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('finds every root of products of linear factors: close, double, between two integers', () => {
    fc.assert(
      fc.property(fc.array(root, { minLength: 1, maxLength: 5 }), (roots) => {
        // (d v - n) for each root n / d
        const own = product(...roots.map(([d, n]) => [-n, d]));
        expect(signChanges(exactPolynomial(own), 0n, 320n)).toEqual(byCounting(own, 0, 320));
      }),
      { numRuns: 500 },
    );
  });

  test('bounds that do not tell the sign are made up for by the exact coefficients', () => {
    fc.assert(
      fc.property(fc.array(root, { minLength: 1, maxLength: 3 }), fc.bigInt({ min: 0n, max: 12n }), (roots, bits) => {
        const own = product(...roots.map(([d, n]) => [-n, d]));
        expect(signChanges(enclosed(own, bits), 0n, 320n)).toEqual(byCounting(own, 0, 320));
      }),
      { numRuns: 300 },
    );
  });

  test('two roots within one step of the integers change nothing, two on integers do', () => {
    // (3v - 31)(3v - 32): roots 10.33 and 10.67
    expect(signChanges(exactPolynomial(product([-31n, 3n], [-32n, 3n])), 0n, 100n)).toEqual([]);
    expect(signChanges(exactPolynomial(product([-10n, 1n], [-10n, 1n])), 0n, 100n)).toEqual([10n, 11n]);
    expect(signChanges(exactPolynomial(product([-10n, 1n], [-11n, 1n])), 0n, 100n)).toEqual([10n, 12n]);
  });

  test('large numbers: money to 15 digits before and 6 after the point', () => {
    const at = 123_456_789_012_345_678_901n;
    const own = product([-at, 1n], [-at - 5n, 1n], [-7n, 2n]);
    expect(signChanges(exactPolynomial(own), 0n, 10n ** 21n - 1n)).toEqual([4n, at, at + 1n, at + 5n, at + 6n]);
  });

  test('the zero polynomial and constants never change', () => {
    expect(signChanges(exactPolynomial([]), 0n, 10n)).toEqual([]);
    expect(signChanges(exactPolynomial([0n, 0n, 0n]), 0n, 10n)).toEqual([]);
    expect(signChanges(exactPolynomial([5n]), 0n, 10n)).toEqual([]);
    expect(signAt(exactPolynomial([-1n, 1n]), 1n)).toBe(0);
  });
});
