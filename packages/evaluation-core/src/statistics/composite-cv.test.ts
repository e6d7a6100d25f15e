import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import { integerSquareRoot } from '../quantities/integer-square-root.ts';
import { add, compare, divide, multiply, rational, square, subtract, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { compareRootSum, exactRootSum, meanRootToDouble, rationalRoot, rootBounds } from './composite-cv.ts';

const positive = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d));
const several = fc.array(positive, { minLength: 1, maxLength: 8 });
const tiny = (exponent: number): Rational => rational(1n, 10n ** BigInt(exponent));

/** An independent enclosure: every root cut to 900 decimals. */
function enclosed(radicands: readonly Rational[]): readonly [Rational, Rational] {
  const scale = 10n ** 900n;
  const floors = radicands.map(({ n, d }) => integerSquareRoot((n * scale * scale) / d)).reduce((a, b) => a + b, 0n);
  return [rational(floors, scale), rational(floors + BigInt(radicands.length), scale)];
}

describe('a sum of roots against a rational', () => {
  test('is equal where every radicand is the square of a rational and the roots add up', () => {
    fc.assert(
      fc.property(several, (roots) => {
        const radicands = roots.map(square);
        expect(compareRootSum(radicands, sum(roots))).toBe(0);
        expect(compareRootSum(radicands, add(sum(roots), tiny(700)))).toBe(-1);
        expect(compareRootSum(radicands, subtract(sum(roots), tiny(700)))).toBe(1);
      }),
    );
  });

  test('lies where an enclosure of 900 decimals says', () => {
    fc.assert(
      fc.property(several, several, (radicands, others) => {
        // A bound near the sum: the roots of others, cut.
        const bound = rational(enclosed(others)[0].n / 10n ** 890n, 10n ** 10n);
        const [low, high] = enclosed(radicands);
        const sign = compareRootSum(radicands, bound);
        if (sign > 0) expect(compare(high, bound)).toBe(1);
        if (sign < 0) expect(compare(low, bound)).toBe(-1);
        if (sign === 0) expect(compare(exactRootSum(radicands) ?? tiny(1), bound)).toBe(0);
      }),
    );
  });

  test('is told apart where it differs in the 300th digit', () => {
    // 0.65^2 and a little more: no double sees it.
    const limit = decimal('0.65');
    const above = add(square(limit), tiny(300));
    const below = subtract(square(limit), tiny(300));
    const eight = (own: Rational): readonly Rational[] => [own, ...Array.from({ length: 7 }, () => square(limit))];
    const bound = decimal('5.2');
    expect(compareRootSum(eight(square(limit)), bound)).toBe(0);
    expect(compareRootSum(eight(above), bound)).toBe(1);
    expect(compareRootSum(eight(below), bound)).toBe(-1);
    expect(meanRootToDouble(eight(above))).toBe(0.65);
  });

  test('is never equal where one radicand is no square, however near the bound is cut', () => {
    const radicands = [decimal('0.3'), decimal('0.25')];
    const [low, high] = enclosed(radicands);
    expect(compareRootSum(radicands, low)).toBe(1);
    expect(compareRootSum(radicands, high)).toBe(-1);
    expect(exactRootSum(radicands)).toBeNull();
  });

  test.each([
    [[], '0', 0],
    [['0'], '0', 0],
    [['0', '0'], '0.1', -1],
    [['4', '9'], '5', 0],
    [['2', '2'], '2.828427124746190097', 1],
    [['2', '2'], '2.828427124746190098', -1],
  ] as const)('roots of %j against %s', (radicands, bound, sign) => {
    expect(compareRootSum(radicands.map(decimal), decimal(bound))).toBe(sign);
  });
});

describe('the mean of roots as a double', () => {
  test('is the double nearest to it', () => {
    fc.assert(
      fc.property(several, (radicands) => {
        const count = rational(BigInt(radicands.length), 1n);
        const exact = exactRootSum(radicands);
        const [low, high] = enclosed(radicands);
        const expected = exact === null ? toDouble(divide(low, count)) : toDouble(divide(exact, count));
        if (exact === null) expect(toDouble(divide(high, count))).toBe(expected);
        expect(meanRootToDouble(radicands)).toBe(expected);
      }),
    );
  });
  test('does not depend on the order', () => {
    fc.assert(
      fc.property(several, (radicands) => {
        expect(meanRootToDouble([...radicands].reverse())).toBe(meanRootToDouble(radicands));
      }),
    );
  });
  test('half-way between two doubles it is the even one', () => {
    // 1 + 2^-53 lies between 1 and the next double.
    const between = add(rational(1n, 1n), rational(1n, 1n << 53n));
    expect(meanRootToDouble([square(between)])).toBe(1);
    expect(meanRootToDouble([add(square(between), tiny(200))])).toBe(1 + 2 ** -52);
  });
  test('of nothing there is none', () => {
    expect(meanRootToDouble([])).toBeNull();
  });
});

test('a rational is a square, or it is not', () => {
  fc.assert(
    fc.property(positive, (root) => {
      const found = rationalRoot(multiply(square(root), rational(7n, 7n)));
      expect(found === null ? null : compare(found, root)).toBe(0);
    }),
  );
  expect(rationalRoot(rational(2n, 1n))).toBeNull();
  expect(rationalRoot(rational(8n, 2n))).not.toBeNull();
});

test('printed bounds enclose each root', () => {
  fc.assert(
    fc.property(several, fc.integer({ min: 1, max: 30 }), (radicands, digits) => {
      rootBounds(radicands, digits, false).forEach((bound, index) => {
        expect(compare(square(bound), radicands[index] ?? tiny(1))).toBeLessThanOrEqual(0);
      });
      rootBounds(radicands, digits, true).forEach((bound, index) => {
        expect(compare(square(bound), radicands[index] ?? tiny(1))).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(bound, tiny(digits)), rootBounds(radicands, digits, false)[index] ?? bound)).toBe(
          compare(square(bound), radicands[index] ?? tiny(1)) === 0 ? -1 : 0,
        );
      });
    }),
  );
});
