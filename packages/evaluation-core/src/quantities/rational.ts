/** An exact number. `d` > 0; not necessarily in lowest terms. Internal: what leaves the core is a decimal, a fraction string or a double. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** `d` must be positive. */
export function rational(n: bigint, d: bigint): Rational {
  return { n, d };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `b` must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  return b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n };
}

export function square(a: Rational): Rational {
  return { n: a.n * a.n, d: a.d * a.d };
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The smallest integer not below the value. */
export function ceiling(a: Rational): Rational {
  const quotient = a.n / a.d;
  // BigInt division cuts towards zero, which is up for negative values.
  return { n: a.n > 0n && quotient * a.d !== a.n ? quotient + 1n : quotient, d: 1n };
}

/** The greatest integer not above the value. */
export function floor(a: Rational): Rational {
  const quotient = a.n / a.d;
  return { n: a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, d: 1n };
}

export function lowest(a: Rational): Rational {
  if (a.d === 1n) return a;
  const divisor = greatestCommonDivisor(a.n < 0n ? -a.n : a.n, a.d);
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    if (x <= safe && y <= safe) {
      let [p, q] = [Number(x), Number(y)];
      while (q !== 0) [p, q] = [q, p % q];
      return BigInt(p);
    }
    [x, y] = [y, x % y];
  }
  return x;
}

/** `n` or `n/d` in lowest terms. */
export function fractionText(a: Rational): string {
  const { n, d } = lowest(a);
  return d === 1n ? String(n) : `${n}/${d}`;
}

/**
 * Exact sum. Terms of equal denominator are added first and the rest pairwise, so that a county of many schools does not grow one
 * huge denominator step by step.
 */
export function sum(terms: readonly Rational[]): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const term of terms) {
    const { n, d } = lowest(term);
    byDenominator.set(d, (byDenominator.get(d) ?? 0n) + n);
  }
  let level: Rational[] = [...byDenominator].map(([d, n]) => ({ n, d }));
  while (level.length > 1) {
    const next: Rational[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index];
      const right = level[index + 1];
      if (left !== undefined) next.push(right === undefined ? left : add(left, right));
    }
    level = next;
  }
  return level[0] ?? zero;
}
