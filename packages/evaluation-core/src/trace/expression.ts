import { exactText } from '../quantities/decimal.ts';
import { roughBitLength } from '../quantities/double.ts';
import { fractionText } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

// Arithmetic spelt out with its numbers, so that anybody can check it with pencil, calculator or a few lines of code.
// Grammar: decimals, + - * / ^ (integer exponent) and brackets, the usual precedence.

/** A number inside an expression; a fraction is bracketed. */
export function operand(value: Rational): string {
  const text = numberText(value);
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text;
}

/** Denominators of the totals of thousands of multi-stage schools, which take minutes to reduce and which nobody reads. */
const unreadableBits = 20_000;

/** A decimal where the value is one, else a fraction: in lowest terms, unless it is unreadably long anyway. */
export function numberText(value: Rational): string {
  return isReadable(value) ? exactText(value) : `${value.n}/${value.d}`;
}

/** `n` or `n/d`: in lowest terms, unless it is unreadably long anyway. */
export function fraction(value: Rational): string {
  return isReadable(value) ? fractionText(value) : `${value.n}/${value.d}`;
}

function isReadable({ d }: Rational): boolean {
  return roughBitLength(d) <= unreadableBits;
}

export function sumExpression(terms: readonly { readonly sign: 1 | -1; readonly value: Rational }[]): string {
  if (terms.length === 0) return '0';
  return terms
    .map(
      ({ sign, value }, index) =>
        `${index === 0 ? (sign === 1 ? '' : '0 - ') : sign === 1 ? ' + ' : ' - '}${operand(value)}`,
    )
    .join('');
}
