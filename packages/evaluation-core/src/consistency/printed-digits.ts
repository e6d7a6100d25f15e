import { exactText } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { compare, divide, multiply, one, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { roundHalfUpScaled } from '../quantities/rounding.ts';
import type { Amount } from './evaluate-formula.ts';
import type { Figure } from './figure.ts';
import type { Unit } from './figure-units.ts';
import type { RangeEnd } from './range.ts';
import type { Recomputed } from './result.ts';

/** How a number is printed: in which unit, to which place, and whether as 1:x. */
export interface PrintedForm {
  readonly unit: Unit;
  readonly decimals: number;
  /** Base units in one of the last printed digit (for 1:x: of x). */
  readonly step: Rational;
  readonly inverse: boolean;
}

export function formOf(figure: Figure): PrintedForm {
  return figure;
}

/** A result that nobody stated, to so many digits. */
export function formIn(unit: Unit, decimals: number): PrintedForm {
  return { unit, decimals, step: multiply(unit.factor, rational(1n, 10n ** BigInt(decimals))), inverse: false };
}

export function magnitude(value: Rational): Rational {
  return value.n < 0n ? { n: -value.n, d: value.d } : value;
}

/** The number whose digits are printed: x of 1:x, else the amount. Null where 1:x has none. */
function printedAmount(value: Rational, form: PrintedForm): Rational | null {
  if (!form.inverse) return value;
  return value.n === 0n ? null : divide(one, value);
}

/** Size in units of the last printed digit, rounded half up (away from 0) and cut off. */
function digitsOf(value: Rational, form: PrintedForm): { readonly rounded: bigint; readonly truncated: bigint } | null {
  const printed = printedAmount(value, form);
  if (printed === null) return null;
  const steps = divide(magnitude(printed), form.step);
  return { rounded: roundHalfUpScaled(steps, 0), truncated: steps.n / steps.d };
}

export type DigitVerdict = 'agrees' | 'agrees-only-if-truncated' | 'disagrees';

/** Is the stated size the recomputed one at the printed digits? Signs are compared elsewhere. */
export function judgeDigits(value: Rational, stated: Rational, form: PrintedForm): DigitVerdict {
  const own = digitsOf(value, form);
  const printed = printedAmount(stated, form);
  if (own === null || printed === null) return 'disagrees';
  const wanted = divide(magnitude(printed), form.step);
  const is = (digits: bigint) => compare(wanted, rational(digits, 1n)) === 0;
  return is(own.rounded) ? 'agrees' : is(own.truncated) ? 'agrees-only-if-truncated' : 'disagrees';
}

/** Digits that say something: 2 of "0.50", 1 of "1000". */
export function significantDigits(stated: Rational, form: PrintedForm): number {
  const printed = printedAmount(stated, form);
  if (printed === null) return 0;
  const steps = divide(magnitude(printed), form.step);
  const digits = String(steps.n / steps.d);
  return (form.decimals > 0 ? digits : digits.replace(/0+$/, '')).length;
}

/** "11.543119": up to six decimals, rounded half up, without ending zeros. */
export function plainText(value: Rational): string {
  const text = fixedText(magnitude(value), 6).replace(/\.?0+$/, '');
  return value.n < 0n && text !== '0' ? `-${text}` : text;
}

function inUnit(value: Rational, unit: Unit): Rational {
  return divide(value, unit.factor);
}

/** An amount of the base unit as a number of the unit. */
export function textIn(value: Rational, unit: Unit): string {
  return plainText(inUnit(value, unit));
}

export function endText(end: RangeEnd | null, unit: Unit): string | null {
  return end === null ? null : textIn(end.value, unit);
}

/** "10.5%", "8.4:1", "1:16.5". */
export function withUnit(text: string, unit: string): string {
  return unit === '1:' ? `${unit}${text}` : `${text}${unit}`;
}

export function endWithUnit(end: RangeEnd | null, unit: Unit): string | null {
  return end === null ? null : withUnit(textIn(end.value, unit), unit.text);
}

/** Null where the words of the raw numbers leave no single number. */
export function recomputedIn(amount: Amount, form: PrintedForm): Recomputed | null {
  const { nominal, range } = amount;
  if (nominal === null) return null;
  const digits = digitsOf(nominal, form);
  const shown = printedAmount(nominal, form);
  if (digits === null || shown === null) return null;
  const sign = nominal.n < 0n ? -1n : 1n;
  const { unit, decimals, step, inverse } = form;
  const factor = inverse ? one : unit.factor;
  const text = (steps: bigint) =>
    signed(steps === 0n ? 1n : sign, fixedText(divide(multiply(rational(steps, 1n), step), factor), decimals));
  const estimate = range.low === null || range.high === null || compare(range.low.value, range.high.value) !== 0;
  return {
    exact: exactText(nominal),
    unit: unit.text,
    full: inverse ? plainText(shown) : textIn(nominal, unit),
    rounded: text(digits.rounded),
    truncated: text(digits.truncated),
    low: estimate ? endText(range.low, unit) : null,
    high: estimate ? endText(range.high, unit) : null,
  };
}

function signed(sign: bigint, text: string): string {
  return sign < 0n ? `-${text}` : text;
}

/** Below 0 by more than the printed digits hide. */
export function printsNegative(value: Rational, form: PrintedForm): boolean {
  return compare(value, zero) < 0 && (digitsOf(value, form)?.rounded ?? 1n) !== 0n;
}

export function complementOf(value: Rational): Rational {
  return subtract(one, value);
}
