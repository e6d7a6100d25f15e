/** An exact number as the core writes it: a decimal (`7526.4`) or a fraction in lowest terms (`8/9`). */
export interface Fraction {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;
const quotient = /^(-?\d+)\/(\d+)$/;

export function readFraction(text: string): Fraction | null {
  const fraction = quotient.exec(text);
  if (fraction !== null) {
    const denominator = BigInt(fraction[2] ?? '1');
    return denominator === 0n ? null : { numerator: BigInt(fraction[1] ?? '0'), denominator };
  }
  const plain = decimal.exec(text);
  if (plain === null) return null;
  const digits = plain[3] ?? '';
  const numerator = BigInt(`${plain[2] ?? '0'}${digits}`);
  return { numerator: plain[1] === '-' ? -numerator : numerator, denominator: 10n ** BigInt(digits.length) };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Null when `b` is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction | null {
  if (b.numerator === 0n) return null;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The least decimal with `digits` digits that is not below `value`; superfluous zeros dropped. */
export function ceiling(value: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = value.numerator * scale;
  const floor = scaled / value.denominator;
  const up = scaled % value.denominator > 0n ? floor + 1n : floor;
  const sign = up < 0n ? '-' : '';
  const text = (up < 0n ? -up : up).toString().padStart(digits + 1, '0');
  if (digits === 0) return `${sign}${text}`;
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${sign}${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
