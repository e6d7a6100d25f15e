import type { Rational } from './rational.ts';
import { integerSquareRoot } from './integer-square-root.ts';

const safe = 1n << 53n;

/** Number of bits of a positive integer, rounded up to a multiple of four. */
export function roughBitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/**
 * The double nearest to the exact value, ties to even. Correct for every magnitude between 2^-1000 and 2^1000, far beyond what items
 * of 15 digits can produce.
 */
export function toDouble(value: Rational): number {
  const { d } = value;
  const negative = value.n < 0n;
  const n = negative ? -value.n : value.n;
  // Two exactly represented integers: IEEE division is correctly rounded.
  if (n <= safe && d <= safe) return Number(value.n) / Number(d);
  // At least 60 bits of the quotient and one sticky bit for the rest, then the conversion of the integer rounds once.
  const shift = 68 - (roughBitLength(n) - roughBitLength(d));
  const numerator = shift > 0 ? n << BigInt(shift) : n;
  const denominator = shift < 0 ? d << BigInt(-shift) : d;
  const quotient = numerator / denominator;
  const sticky = quotient * denominator === numerator ? 0n : 1n;
  const magnitude = Number((quotient << 1n) | sticky) * 2 ** -(shift + 1);
  return negative ? -magnitude : magnitude;
}

/** The double nearest to the square root of the exact value (not negative), ties to even; magnitudes as for `toDouble`. */
export function squareRootToDouble(value: Rational): number {
  const { n, d } = value;
  if (n === 0n) return 0;
  // 4^k n/d has at least 120 bits, so its integer root has at least 60; floor(sqrt(x)) = floor(sqrt(floor(x))).
  const k = Math.max(0, Math.ceil((128 - (roughBitLength(n) - roughBitLength(d))) / 2));
  const scaled = n << BigInt(2 * k);
  const quotient = scaled / d;
  const root = integerSquareRoot(quotient);
  const sticky = root * root === quotient && quotient * d === scaled ? 0n : 1n;
  return Number((root << 1n) | sticky) * 2 ** -(k + 1);
}
