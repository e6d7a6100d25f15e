import { exactText } from '../quantities/decimal.ts';
import type { Rational } from '../quantities/rational.ts';

// Arithmetic spelt out with its numbers, so that anybody can check it with pencil, calculator or a few lines of code.
// Grammar: decimals, + - * / ^ (integer exponent) and brackets, the usual precedence.

/** A number inside an expression; a fraction is bracketed. */
export function operand(value: Rational): string {
  const text = exactText(value);
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text;
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
