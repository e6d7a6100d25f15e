import { roughBitLength } from '../quantities/double.ts';
import { rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

// For a county's totals, whose exact form may have a million digits, where only so much of it can matter.

/**
 * The value with numerator and denominator cut to their leading bits: the sign stays, the relative error is below 2^(6 - bits), and a value
 * that fits is exact.
 */
export function leadingBits(value: Rational, bits: number): Rational {
  const n = leading(value.n < 0n ? -value.n : value.n, bits);
  const d = leading(value.d, bits);
  return shifted(value.n < 0n ? -n.kept : n.kept, d.kept, n.dropped - d.dropped);
}

/** low <= value <= high, cut as above; both are the value itself where it fits. For values that are not negative. */
export function leadingBounds(value: Rational, bits: number): { readonly low: Rational; readonly high: Rational } {
  const n = leading(value.n, bits);
  const d = leading(value.d, bits);
  const exponent = n.dropped - d.dropped;
  return {
    low: shifted(n.kept, d.dropped === 0 ? d.kept : d.kept + 1n, exponent),
    high: shifted(n.dropped === 0 ? n.kept : n.kept + 1n, d.kept, exponent),
  };
}

/** n/d * 2^exponent */
function shifted(n: bigint, d: bigint, exponent: number): Rational {
  return exponent >= 0 ? rational(n << BigInt(exponent), d) : rational(n, d << BigInt(-exponent));
}

/** Up to three bits fewer than asked are kept, because the length is known to four bits only. */
function leading(value: bigint, bits: number): { readonly kept: bigint; readonly dropped: number } {
  const dropped = Math.max(0, roughBitLength(value) - bits);
  return { kept: value >> BigInt(dropped), dropped };
}
