import { integerSquareRoot } from '../quantities/integer-square-root.ts';
import { toDouble } from '../quantities/double.ts';
import { compare, divide, rational, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

// The mean of several CVs (综合差异系数). Each CV is the square root of a rational, so their mean as a rule is no rational: it is enclosed
// between rationals that come closer and closer, and compared with the limit as soon as the limit lies outside.

/** low <= x < high */
export interface Enclosure {
  readonly low: Rational;
  readonly high: Rational;
}

/** Bits after the point to begin with, and those at which it pays to look for equality; firstBits times a power of two. */
const firstBits = 64;
const manyBits = 512;

/**
 * Sign of (sqrt r_1 + ... + sqrt r_n) - bound, exactly; r_i >= 0.
 *
 * Ends, because the two can only be equal if every r_i is the square of a rational, and that is looked at: suppose the sum is rational and
 * sqrt r_1 is not. The field K generated over Q by all the sqrt r_i is a splitting field, and some automorphism of K sends sqrt r_1 to
 * -sqrt r_1. It sends every sqrt r_i to itself or to -sqrt r_i, and the sum, being rational, to itself. But sqrt r_1 is positive, so the
 * image of the sum is at least 2 sqrt r_1 smaller than the sum. Contradiction. Hence, if some r_i is no square, sum and bound differ, and an
 * enclosure narrower than their difference decides.
 */
export function compareRootSum(radicands: readonly Rational[], bound: Rational): number {
  for (let bits = firstBits; ; bits *= 2) {
    const { low, high } = encloseRootSum(radicands, bits);
    if (compare(low, bound) > 0) return 1;
    // The sum stays below the upper end.
    if (compare(high, bound) <= 0) return -1;
    if (bits === manyBits) {
      const exact = exactRootSum(radicands);
      if (exact !== null) return compare(exact, bound);
    }
  }
}

/** floor(sqrt(r) 2^bits) / 2^bits <= sqrt r < (floor(sqrt(r) 2^bits) + 1) / 2^bits, added up. The upper end is never reached. */
export function encloseRootSum(radicands: readonly Rational[], bits: number): Enclosure {
  let floors = 0n;
  for (const { n, d } of radicands) floors += integerSquareRoot((n << BigInt(2 * bits)) / d);
  const scale = 1n << BigInt(bits);
  return { low: rational(floors, scale), high: rational(floors + BigInt(Math.max(1, radicands.length)), scale) };
}

/** The sum where every radicand is the square of a rational, else null. */
export function exactRootSum(radicands: readonly Rational[]): Rational | null {
  const roots: Rational[] = [];
  for (const radicand of radicands) {
    const root = rationalRoot(radicand);
    if (root === null) return null;
    roots.push(root);
  }
  return sum(roots);
}

/** n/d = nd / d^2 is the square of a rational exactly if nd is the square of an integer. */
export function rationalRoot({ n, d }: Rational): Rational | null {
  const root = integerSquareRoot(n * d);
  return root * root === n * d ? rational(root, d) : null;
}

/** The double nearest to the mean of the roots, ties to even; null where there are none. */
export function meanRootToDouble(radicands: readonly Rational[]): number | null {
  if (radicands.length === 0) return null;
  const count = rational(BigInt(radicands.length), 1n);
  for (let bits = firstBits; ; bits *= 2) {
    const { low, high } = encloseRootSum(radicands, bits);
    const [from, to] = [toDouble(divide(low, count)), toDouble(divide(high, count))];
    // An irrational mean is no double, and lies half-way between no two: ends that are close enough round alike.
    if (from === to) return from;
    if (bits === manyBits) {
      const exact = exactRootSum(radicands);
      if (exact !== null) return toDouble(divide(exact, count));
    }
  }
}

/** Decimals with so many digits that are not below (`up`) or not above each root, for an explanation that anybody can check. */
export function rootBounds(radicands: readonly Rational[], digits: number, up: boolean): readonly Rational[] {
  const scale = 10n ** BigInt(digits);
  return radicands.map(({ n, d }) => {
    const scaled = n * scale * scale;
    const floor = integerSquareRoot(scaled / d);
    const exact = floor * floor * d === scaled;
    return rational(up && !exact ? floor + 1n : floor, scale);
  });
}
