import { add, compare, divide, multiply, rational, square, subtract } from './rational.ts';
import type { Rational } from './rational.ts';

/** Whether values are rounded BEFORE they are compared with a limit: a rule of the edition, not a matter of display. */
export type RoundingPolicy = { readonly kind: 'none' } | { readonly kind: 'half-up'; readonly decimals: number };

export const unrounded: RoundingPolicy = { kind: 'none' };

const half = rational(1n, 2n);

function tenTo(decimals: number): bigint {
  return 10n ** BigInt(decimals);
}

function floor(value: Rational): bigint {
  const quotient = value.n / value.d;
  return value.n < 0n && quotient * value.d !== value.n ? quotient - 1n : quotient;
}

/** floor(value * 10^decimals + 1/2): the integer of the rounded value at that scale. */
export function roundHalfUpScaled(value: Rational, decimals: number): bigint {
  return floor(add(multiply(value, rational(tenTo(decimals), 1n)), half));
}

export function roundHalfUp(value: Rational, decimals: number): Rational {
  return rational(roundHalfUpScaled(value, decimals), tenTo(decimals));
}

/** value >= limit under the policy. */
export function reaches(value: Rational, limit: Rational, policy: RoundingPolicy): boolean {
  return compare(policy.kind === 'none' ? value : roundHalfUp(value, policy.decimals), limit) >= 0;
}

/** value <= limit under the policy. */
export function staysWithin(value: Rational, limit: Rational, policy: RoundingPolicy): boolean {
  return compare(policy.kind === 'none' ? value : roundHalfUp(value, policy.decimals), limit) <= 0;
}

/** CV <= `limit`, or CV < `limit` where `included` is false. */
export interface MovedLimit {
  readonly limit: Rational;
  readonly included: boolean;
}

/**
 * round(CV) <= L holds exactly where CV < (floor(L 10^d) + 1/2) / 10^d, so a rounded comparison is an unrounded one with a moved,
 * excluded limit.
 */
export function movedLimit(limit: Rational, policy: RoundingPolicy): MovedLimit {
  if (policy.kind === 'none') return { limit, included: true };
  const scale = rational(tenTo(policy.decimals), 1n);
  return { limit: divide(add(rational(floor(multiply(limit, scale)), 1n), half), scale), included: false };
}

/** Test of 1 + CV^2 against 1 + L^2 under a policy. */
export interface SquaredLimit {
  /** 1 + limit^2 */
  readonly bound: Rational;
  readonly included: boolean;
}

export function squaredLimit(limit: Rational, policy: RoundingPolicy): SquaredLimit {
  const moved = movedLimit(limit, policy);
  return { bound: add(rational(1n, 1n), square(moved.limit)), included: moved.included };
}

/** Does a CV with this 1 + CV^2 stay within the limit? */
export function withinSquaredLimit(onePlusSquare: Rational, limit: SquaredLimit): boolean {
  const difference = subtract(onePlusSquare, limit.bound).n;
  return limit.included ? difference <= 0n : difference < 0n;
}

/** The exact bound a value must reach: round(v) >= t holds exactly where v >= (ceil(t 10^d) - 1/2) / 10^d. */
export function effectiveThreshold(threshold: Rational, policy: RoundingPolicy): Rational {
  if (policy.kind === 'none') return threshold;
  const scale = rational(tenTo(policy.decimals), 1n);
  const ceiling = -floor(multiply(multiply(threshold, scale), rational(-1n, 1n)));
  return divide(subtract(rational(ceiling, 1n), half), scale);
}
