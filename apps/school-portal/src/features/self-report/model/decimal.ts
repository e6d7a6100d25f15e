/** An exact fraction, for the few sums the portal does beside the core: changes from last year, never verdicts. */
export interface Fraction {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads `12`, `12.5` or `25/2`; null for anything else. */
export function fraction(text: string): Fraction | null {
  const [left = '', right, ...rest] = text.split('/');
  const top = decimal(left);
  if (top === null || rest.length > 0) return null;
  if (right === undefined) return top;
  const bottom = decimal(right);
  return bottom === null || bottom.top <= 0n ? null : divide(top, bottom);
}

function decimal(text: string): Fraction | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '0', digits = ''] = match;
  const top = BigInt(whole + digits);
  return { top: sign === '-' ? -top : top, bottom: 10n ** BigInt(digits.length) };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** `b` must be positive. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** Rounded half away from zero to `digits` decimals, all of them written. */
export function rounded(value: Fraction, digits: number): string {
  const negative = value.top < 0n;
  const doubled = (negative ? -value.top : value.top) * 10n ** BigInt(digits) * 2n + value.bottom;
  const units = doubled / (value.bottom * 2n);
  const text = units.toString().padStart(digits + 1, '0');
  const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return negative && units > 0n ? `-${body}` : body;
}
