import type { ConsolidatedCell, ConsolidatedPoint, DifferenceLimit } from '@junheng/api-contract';
import type { Opinion } from './consolidation.types.ts';

/*
 * How far inspectors lie apart. Points have at most two decimals and are counted in hundredths: whole numbers, so that nothing depends
 * on how a computer writes a fraction.
 */

export const inHundredths = (decimal: string): number => Math.round(Number(decimal) * 100);

/** 150 -> "1.5" */
export function fromHundredths(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** Greatest less least, in points. */
export function spreadOf(values: readonly string[]): string {
  const points = values.map(inHundredths);
  return fromHundredths(Math.max(...points) - Math.min(...points));
}

/** Do they lie further apart than the limit allows? At the limit is within. */
export function exceeds(spread: string, maximum: string, limit: DifferenceLimit): boolean {
  const apart = inHundredths(spread);
  return limit.kind === 'points'
    ? apart > inHundredths(limit.value)
    : apart * 10_000 > inHundredths(maximum) * inHundredths(limit.value);
}

/** Rounded half up to hundredths of a point. */
export function meanOf(values: readonly string[]): string {
  const sum = values.reduce((total, value) => total + inHundredths(value), 0);
  return fromHundredths(Math.floor((2 * sum + values.length) / (2 * values.length)));
}

/**
 * What the scores of one point come to, without the leader's decision.
 * @param maximum null: judged as met, unmet or unclear, where any difference must be decided
 */
export function compareScores(
  opinions: readonly Opinion[],
  maximum: string | null,
  limit: DifferenceLimit,
): Pick<ConsolidatedPoint, 'state' | 'spread' | 'final'> {
  const values = opinions.map(({ value }) => value);
  const [first] = values;
  if (first === undefined) return { state: 'missing', spread: null, final: null };
  if (maximum === null) {
    const same = values.every((value) => value === first);
    return {
      state: !same ? 'differs' : values.length === 1 ? 'single' : 'agreed',
      spread: null,
      final: same ? first : null,
    };
  }
  if (values.length === 1) return { state: 'single', spread: null, final: meanOf(values) };
  const spread = spreadOf(values);
  if (spread === '0') return { state: 'agreed', spread, final: meanOf(values) };
  return exceeds(spread, maximum, limit)
    ? { state: 'differs', spread, final: null }
    : { state: 'within', spread, final: meanOf(values) };
}

/** What was found of one reported value, without the leader's decision. */
export function compareVerified(
  opinions: readonly Opinion[],
  reported: string | null,
): Pick<ConsolidatedCell, 'state' | 'final'> {
  const [first] = opinions;
  if (first === undefined) return { state: 'unverified', final: null };
  if (opinions.some(({ value }) => value !== first.value)) return { state: 'differs', final: null };
  return { state: first.value === reported ? 'confirmed' : 'changed', final: first.value };
}
