import type { Outcome } from '@junheng/evaluation-core';
import { groupedDigits } from '@junheng/evaluation-messages';
import { minus, readFraction, type Fraction } from './fraction.ts';

const MOST_DIGITS = 12;

/** Rounds half away from zero to `digits` digits; keeps the zeros, so that a column lines up. */
export function roundedText(value: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const rounded = (2n * size * scale + value.denominator) / (2n * value.denominator);
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = value.numerator < 0n && rounded > 0n ? '−' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The double as the decimal it prints as; doubles of the core are correctly rounded, so this is the number people may quote. */
export function fractionOfNumber(value: number): Fraction | null {
  if (!Number.isFinite(value)) return null;
  return readFraction(String(value)) ?? readFraction(value.toFixed(20));
}

export interface LimitedNumber {
  readonly value: Fraction;
  readonly limit: string;
  /** Which side of the limit is good. */
  readonly good: 'at-least' | 'at-most';
  readonly outcome: Outcome;
  readonly digits: number;
}

/**
 * A number beside its limit. If rounding would put it on the other side of the limit from the decision that was taken
 * (0.4504 shown as 0.45 although unmet), more digits are shown until both agree.
 */
export function besideLimit({ value, limit, good, outcome, digits }: LimitedNumber): string {
  const bound = readFraction(limit);
  if (bound === null || (outcome !== 'met' && outcome !== 'unmet')) return roundedText(value, digits);
  for (let more = digits; more <= MOST_DIGITS; more += 1) {
    const text = roundedText(value, more);
    const shown = readFraction(text.replace('−', '-'));
    if (shown !== null && holds(shown, bound, good) === (outcome === 'met')) return text;
  }
  // Nearer to the limit than any digits one would read: say on which side.
  const above = (outcome === 'met') === (good === 'at-least');
  return `${above ? '>' : '<'}${limit}`;
}

function holds(value: Fraction, bound: Fraction, good: LimitedNumber['good']): boolean {
  const difference = minus(value, bound).numerator;
  return good === 'at-least' ? difference >= 0n : difference <= 0n;
}

/** Groups the integer digits by three: 1,234,567.5. Text that is no plain number stays as it is. */
export function grouped(text: string): string {
  return groupedDigits(text);
}

/** A share of one as a percentage with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
