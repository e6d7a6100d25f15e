import { decimal, decimalOrUndefined } from './decimal.ts';
import { compare, rational } from './rational.ts';
import type { Rational } from './rational.ts';
import { roundHalfUpScaled } from './rounding.ts';

/** Fixed-point text, rounded half up. */
export function fixedText(value: Rational, decimals: number): string {
  const scaled = roundHalfUpScaled(value, decimals);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The exact value of a double or of an `exact` text (`8/9`, `4.2`); undefined for anything else. */
export function rationalOf(value: number | string): Rational | undefined {
  if (typeof value === 'string') {
    const [numerator, denominator, ...more] = value.split('/');
    const n = decimalOrUndefined(numerator ?? '');
    if (n === undefined || denominator === undefined) return n;
    const d = decimalOrUndefined(denominator);
    return d === undefined || more.length > 0 || d.n <= 0n ? undefined : rational(n.n * d.d, n.d * d.n);
  }
  if (!Number.isFinite(value)) return undefined;
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return rational(BigInt(mantissa), 1n << BigInt(exponent));
}

const mostDecimals = 20;

/**
 * A number for people: `decimals` digits, and more where fewer would show the limit although the value misses it (0.5003 with limit
 * 0.50 is "0.5003", not "0.50"). A value closer to the limit than any digits can show is written "> limit" or "< limit".
 */
export function displayNumber(
  value: number | string,
  decimals: number,
  against?: { readonly limit: string; readonly met: boolean; readonly direction: 'at-least' | 'at-most' },
): string {
  const exact = rationalOf(value);
  if (exact === undefined) return '';
  if (against === undefined || against.met) return fixedText(exact, decimals);
  const limit = decimal(against.limit);
  for (let shown = decimals; shown <= mostDecimals; shown += 1) {
    const text = fixedText(exact, shown);
    const difference = compare(decimal(text), limit);
    if (against.direction === 'at-least' ? difference < 0 : difference > 0) return text;
  }
  return `${against.direction === 'at-least' ? '<' : '>'} ${fixedText(limit, decimals)}`;
}
