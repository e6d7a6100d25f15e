import { lowest } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** Coefficients by ascending power; the empty one is zero. */
export type Polynomial = readonly bigint[];

export function constant(value: bigint): Polynomial {
  return [value];
}

export function plus(a: Polynomial, b: Polynomial): Polynomial {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.map((coefficient, power) => coefficient + (short[power] ?? 0n));
}

export function times(a: Polynomial, b: Polynomial): Polynomial {
  if (a.length === 0 || b.length === 0) return [];
  const product: bigint[] = Array.from({ length: a.length + b.length - 1 }, () => 0n);
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      product[i + j] = (product[i + j] ?? 0n) + left * right;
    });
  });
  return product;
}

export function scaled(a: Polynomial, factor: bigint): Polynomial {
  return a.map((coefficient) => coefficient * factor);
}

/** (a + b v) / (c + d v) as integer polynomials; the denominator is positive wherever the function is used. */
export interface Fraction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

/**
 * The function (a + b v) / (c + d v) through three points with different v, or null where there is none: any three points lie on one unless
 * two of them alone have equal values. Amounts of a cell are of this form: sums are linear in it, shares and values per pupil are quotients
 * of linear functions.
 */
export function throughThree(
  at: readonly [bigint, bigint, bigint],
  values: readonly [Rational, Rational, Rational],
): Fraction | null {
  const [f0, f1, f2] = values.map(lowest);
  if (f0 === undefined || f1 === undefined || f2 === undefined) return null;
  const [u1, u2] = [at[1] - at[0], at[2] - at[0]];
  // Slopes from the first point, over the denominators d0 di ui.
  const rise1 = f1.n * f0.d - f0.n * f1.d;
  const rise2 = f2.n * f0.d - f0.n * f2.d;
  const curvature = rise1 * f2.d * u2 - rise2 * f1.d * u1;
  if (curvature === 0n) {
    // Linear: f0 + (rise1 / (d0 d1 u1)) (v - v0)
    const denominator = f0.d * f1.d * u1;
    return fraction([f0.n * f1.d * u1 - rise1 * at[0], rise1], [denominator]);
  }
  const between = f2.n * f1.d - f1.n * f2.d;
  if (between === 0n) return null;
  // f = (f0 + B u) / (1 + D u), u = v - v0, with D = (slope1 - slope2) / (f2 - f1) and B = slope1 + f1 D.
  const slopeBelow = f0.d * u1 * u2;
  const dn = curvature;
  const dd = slopeBelow * between;
  // B = rise1 / (d0 d1 u1) + (n1 / d1) (dn / dd)
  const bn = rise1 * dd + f1.n * dn * f0.d * u1;
  const bd = f0.d * f1.d * u1 * dd;
  // Common denominator of f0 = n0/d0, B = bn/bd, 1 and D = dn/dd, which divides bd: bd = dd (d0 d1 u1).
  const common = bd;
  const constantTerm = f0.n * f1.d * u1 * dd;
  const linearTerm = bn;
  const denominatorSlope = dn * f0.d * f1.d * u1;
  return fraction(
    [constantTerm - linearTerm * at[0], linearTerm],
    [common - denominatorSlope * at[0], denominatorSlope],
  );
}

function fraction(numerator: Polynomial, denominator: Polynomial): Fraction {
  const divisor = commonDivisor([...numerator, ...denominator]);
  const reduce = (each: bigint) => (divisor > 1n ? each / divisor : each);
  return { numerator: numerator.map(reduce), denominator: denominator.map(reduce) };
}

function commonDivisor(values: readonly bigint[]): bigint {
  let divisor = 0n;
  for (const value of values) {
    let [a, b] = [divisor, value < 0n ? -value : value];
    while (b !== 0n) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor;
}

/** The same with a positive denominator from `from` to `to`, or null where it is zero or changes its sign there. */
export function positiveBetween(own: Fraction, from: bigint, to: bigint): Fraction | null {
  const first = valueOf(own.denominator, from);
  const last = valueOf(own.denominator, to);
  if (first > 0n && last > 0n) return own;
  if (first < 0n && last < 0n)
    return { numerator: scaled(own.numerator, -1n), denominator: scaled(own.denominator, -1n) };
  return null;
}

export function valueOf(polynomial: Polynomial, v: bigint): bigint {
  let value = 0n;
  for (let power = polynomial.length - 1; power >= 0; power -= 1) value = value * v + (polynomial[power] ?? 0n);
  return value;
}

/** Is the value at v this rational? */
export function passesThrough(own: Fraction, v: bigint, value: Rational): boolean {
  return valueOf(own.numerator, v) * value.d === value.n * valueOf(own.denominator, v);
}
