import { fractionText, lowest } from './rational.ts';
import type { Rational } from './rational.ts';

const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a canonical decimal ("7526.4") exactly. Undefined if the text is none: only editions and parsed cells come here. */
export function decimalOrUndefined(text: string): Rational | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '0') + fraction);
  return { n: match[1] === '-' ? -digits : digits, d: 10n ** BigInt(fraction.length) };
}

/** As above for decimals of an edition. A malformed edition is an error of its author, not of a school: throws RangeError. */
export function decimal(text: string): Rational {
  const value = decimalOrUndefined(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  return value;
}

/** A terminating decimal where the value has one (an amount as typed, or a sum of such), else a fraction in lowest terms. */
export function exactText(value: Rational): string {
  const { n, d } = lowest(value);
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return fractionText(value);
  const decimals = Math.max(twos, fives);
  if (decimals === 0) return String(n);
  const digits = String(((n < 0n ? -n : n) * 10n ** BigInt(decimals)) / d).padStart(decimals + 1, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
