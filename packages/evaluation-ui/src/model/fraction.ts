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

export function minus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}
