import { enclosureBits } from './cv-background.ts';
import type { CvBackground, OtherSchools } from './cv-background.ts';
import { constant, plus, scaled, times } from './polynomial.ts';
import type { Fraction, Polynomial } from './polynomial.ts';
import { exactPolynomial } from './sign-changes.ts';
import type { EnclosedPolynomial } from './sign-changes.ts';

/** The school's own term of a CV as functions of the cell: pupils P > 0, and x = numerator / denominator; null = missing. At the scales of the rows. */
export interface OwnTerm {
  readonly pupils: Polynomial;
  readonly amount: Fraction | null;
}

/**
 * Polynomials in the value of the cell whose signs decide the CV: it can change only where one of them does. Let X, Q, P be the sums over the
 * other schools, x and p the school's own, M the pupils of those whose amount is missing, c = 1 + L^2. The CV is within its limit where
 * (P + M + p) (Q + x^2/p) <= c (X + x)^2; with amounts missing the bounds of `statistics/cv-bounds.ts` decide. All multiplied out, with
 * x = n/d, by d^2 p > 0.
 */
export function cvAtoms(background: CvBackground, others: OtherSchools, own: OwnTerm): readonly EnclosedPolynomial[] {
  const { bound } = background;
  const p = own.pupils;
  const { numerator: n, denominator: d } = own.amount ?? { numerator: [], denominator: constant(1n) };
  const atoms: EnclosedPolynomial[] = [exactPolynomial(n)];
  if (bound === null) return own.amount === null ? atoms : [...atoms, turningPoint(others, p, own.amount)];
  const all = plus(constant(others.pupils + others.missingPupils), p);
  const missing = own.amount === null ? plus(constant(others.missingPupils), p) : constant(others.missingPupils);
  const inside = own.amount === null ? constant(1n) : p;
  // bound.d (P + M + p) (Q d^2 p + n^2) - bound.n p (X d + n)^2
  const greatest = scaled(all, bound.d);
  atoms.push(momentsPolynomial(others, greatest, inside, n, d, bound.n));
  const someMissing = own.amount === null || others.missingPupils > 0n;
  if (!someMissing) return atoms;
  // Least: the same with bound.n M Q taken off.
  const least = plus(greatest, scaled(missing, -bound.n));
  atoms.push(momentsPolynomial(others, least, inside, n, d, bound.n));
  // The other bound is P_N / min p.
  const { smallestMissing } = others;
  if (smallestMissing !== null) {
    atoms.push(exactPolynomial(plus(greatest, constant(-bound.n * smallestMissing))));
    if (own.amount === null) atoms.push(exactPolynomial(plus(p, constant(-smallestMissing))));
  }
  if (own.amount === null) atoms.push(exactPolynomial(plus(greatest, scaled(p, -bound.n))));
  return atoms;
}

/** factor (Q d^2 p + n^2) - c p (X d + n)^2 */
function momentsPolynomial(
  others: OtherSchools,
  factor: Polynomial,
  p: Polynomial,
  n: Polynomial,
  d: Polynomial,
  c: bigint,
): EnclosedPolynomial {
  const nn = times(n, n);
  const pdd = times(p, times(d, d));
  return enclose(others, {
    ofSquare: times(factor, pdd),
    ofAmountSquared: scaled(pdd, -c),
    ofAmount: scaled(times(p, times(d, n)), -2n * c),
    alone: plus(times(factor, nn), scaled(times(p, nn), -c)),
  });
}

/**
 * With constant pupils the CV falls until x = p Q / X and rises from there: the sign of n X - p Q d. Only where the mean of the CVs is judged is
 * that needed, because it is no polynomial.
 */
function turningPoint(others: OtherSchools, p: Polynomial, { numerator, denominator }: Fraction): EnclosedPolynomial {
  return enclose(others, {
    ofSquare: scaled(times(p, denominator), -1n),
    ofAmountSquared: [],
    ofAmount: numerator,
    alone: [],
  });
}

/** ofSquare Q + ofAmountSquared X^2 + ofAmount X + alone */
interface Combination {
  readonly ofSquare: Polynomial;
  readonly ofAmountSquared: Polynomial;
  readonly ofAmount: Polynomial;
  readonly alone: Polynomial;
}

function enclose({ amount, square, exact }: OtherSchools, parts: Combination): EnclosedPolynomial {
  const { ofSquare, ofAmountSquared, ofAmount, alone } = parts;
  const squared = {
    low: (amount.low * amount.low) >> enclosureBits,
    high: ((amount.high * amount.high) >> enclosureBits) + 1n,
  };
  const length = Math.max(ofSquare.length, ofAmountSquared.length, ofAmount.length, alone.length);
  const below: bigint[] = [];
  const above: bigint[] = [];
  for (let power = 0; power < length; power += 1) {
    const fixed = (alone[power] ?? 0n) << enclosureBits;
    let [low, high] = [fixed, fixed];
    for (const [coefficient, range] of [
      [ofSquare[power] ?? 0n, square],
      [ofAmountSquared[power] ?? 0n, squared],
      [ofAmount[power] ?? 0n, amount],
    ] as const) {
      low += coefficient * (coefficient < 0n ? range.high : range.low);
      high += coefficient * (coefficient < 0n ? range.low : range.high);
    }
    below.push(low);
    above.push(high);
  }
  return {
    below,
    above,
    exact: () => {
      const { amount: x, square: q } = exact();
      const common = x.d * x.d * q.d;
      return below.map(
        (_, power) =>
          (ofSquare[power] ?? 0n) * q.n * x.d * x.d +
          (ofAmountSquared[power] ?? 0n) * x.n * x.n * q.d +
          (ofAmount[power] ?? 0n) * x.n * x.d * q.d +
          (alone[power] ?? 0n) * common,
      );
    },
  };
}
