import { roughBitLength } from '../quantities/double.ts';
import { rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/**
 * The value with numerator and denominator cut to their leading bits: the sign stays, the relative error is below 2^(6 - bits), and a value that
 * fits is exact. For a county's mean, whose exact form may have a million digits, where only so much of it can matter.
 */
export function leadingBits(value: Rational, bits: number): Rational {
  const n = leading(value.n < 0n ? -value.n : value.n, bits);
  const d = leading(value.d, bits);
  const exponent = n.dropped - d.dropped;
  const kept = value.n < 0n ? -n.kept : n.kept;
  return exponent >= 0 ? rational(kept << BigInt(exponent), d.kept) : rational(kept, d.kept << BigInt(-exponent));
}

/** Up to three bits fewer than asked are kept, because the length is known to four bits only. */
function leading(value: bigint, bits: number): { readonly kept: bigint; readonly dropped: number } {
  const dropped = Math.max(0, roughBitLength(value) - bits);
  return { kept: value >> BigInt(dropped), dropped };
}
