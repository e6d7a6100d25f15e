import type { OtherSchools, CvBackground } from './cv-background.ts';
import { cvAtoms } from './cv-atoms.ts';
import type { Role } from './observation.ts';
import type { Piece } from './pieces.ts';
import { plus, scaled, times } from './polynomial.ts';
import type { Fraction, Polynomial } from './polynomial.ts';
import { exactPolynomial } from './sign-changes.ts';
import type { EnclosedPolynomial } from './sign-changes.ts';

/** The CVs a school is part of, and the rest of the county in each. */
export interface CvsOfSchool {
  readonly of: (stage: string) => readonly { readonly background: CvBackground; readonly others: OtherSchools }[];
}

/** Polynomials whose signs decide everything that was observed; null = something is not of the form expected. */
export function atomsOf({ functions }: Piece, cvs: CvsOfSchool): readonly EnclosedPolynomial[] | null {
  const atoms: EnclosedPolynomial[] = [];
  const sides = new Map<string, { left: Fraction[]; right: Fraction[] }>();
  const pupils = new Map<string, Fraction>();
  const amounts: { readonly role: Extract<Role, { kind: 'amount' }>; readonly fraction: Fraction | null }[] = [];
  for (const { role, fraction } of functions) {
    switch (role.kind) {
      case 'pupils':
        if (fraction !== null) pupils.set(role.stage, fraction);
        break;
      case 'amount':
        amounts.push({ role, fraction });
        break;
      case 'compared':
        if (fraction !== null) for (const limit of role.limits) atoms.push(difference(fraction, limit));
        break;
      case 'side': {
        const own = sides.get(role.comparison) ?? { left: [], right: [] };
        sides.set(role.comparison, own);
        if (fraction !== null) own[role.side].push(fraction);
        break;
      }
      default: {
        const exhaustive: never = role;
        return exhaustive;
      }
    }
  }
  for (const { left, right } of sides.values())
    for (const one of left) for (const other of right) atoms.push(crossDifference(one, other));
  for (const { role, fraction } of amounts) {
    const count = pupils.get(role.stage);
    // Without pupils nothing of the school enters a CV, and no CV is decided.
    if (count === undefined) continue;
    for (const { background, others } of cvs.of(role.stage)) {
      if (background.place !== role.place || others.open) continue;
      const p = integral(count, background.pupilScale);
      const amount =
        fraction === null ? null : { ...fraction, numerator: scaled(fraction.numerator, background.amountScale) };
      if (p === null) return null;
      atoms.push(...cvAtoms(background, others, { pupils: p, amount }));
    }
  }
  return atoms;
}

/** n/d - limit, times d > 0 and the limit's denominator. */
function difference(
  { numerator, denominator }: Fraction,
  limit: { readonly n: bigint; readonly d: bigint },
): EnclosedPolynomial {
  return exactPolynomial(plus(scaled(numerator, limit.d), scaled(denominator, -limit.n)));
}

function crossDifference(one: Fraction, other: Fraction): EnclosedPolynomial {
  return exactPolynomial(
    plus(times(one.numerator, other.denominator), scaled(times(other.numerator, one.denominator), -1n)),
  );
}

/** A function that takes whole values at the scale, as a polynomial; null where it is none. */
function integral({ numerator, denominator }: Fraction, scale: bigint): Polynomial | null {
  const [divisor = 0n, ...rest] = denominator;
  if (divisor === 0n || rest.some((coefficient) => coefficient !== 0n)) return null;
  const at = scaled(numerator, scale);
  return at.every((coefficient) => coefficient % divisor === 0n)
    ? at.map((coefficient) => coefficient / divisor)
    : null;
}
