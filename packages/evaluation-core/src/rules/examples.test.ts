import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../outcome.ts';
import { decimal } from '../quantities/decimal.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { weightedMoments } from '../statistics/weighted-moments.ts';
import { allMustHold } from './all-must-hold.ts';
import { atLeastMOfN } from './at-least-m-of-n.ts';
import { decideCvLimit, decideCvLimitWithMissing, isCvBoundary } from './cv-limit.ts';
import { decideThreshold } from './threshold.ts';

// The examples are data beside each rule, for people of the field to read and to add to; this file only runs them.
function examples<T>(rule: string): readonly (T & { readonly title: string })[] {
  return JSON.parse(readFileSync(new URL(`./${rule}.examples.json`, import.meta.url), 'utf8')) as readonly (T & {
    title: string;
  })[];
}
const policy = (decimals: number | null): RoundingPolicy =>
  decimals === null ? { kind: 'none' } : { kind: 'half-up', decimals };

describe('threshold', () => {
  interface Example {
    readonly low: string;
    readonly high: string | null;
    readonly threshold: string;
    /** At least where it is not said. */
    readonly comparator?: 'at-most';
    readonly floorShare: string | null;
    readonly rounding: number | null;
    readonly outcome: Outcome;
    readonly aboveFloor: boolean | null;
    readonly boundary: boolean;
  }
  test.each(examples<Example>('threshold'))('$title', (example) => {
    const value = { low: decimal(example.low), high: example.high === null ? null : decimal(example.high) };
    const floorShare = example.floorShare === null ? null : decimal(example.floorShare);
    const { outcome, aboveFloor, boundary } = example;
    const standard = {
      threshold: decimal(example.threshold),
      comparator: example.comparator ?? 'at-least',
      floorShare,
    } as const;
    expect(decideThreshold(value, standard, policy(example.rounding), 2)).toEqual({
      outcome,
      aboveFloor,
      boundary,
    });
  });
});

describe('at least m of n', () => {
  interface Example {
    readonly met: number;
    readonly aboveFloor: number;
    readonly belowFloor: number;
    readonly open: number;
    readonly openAboveFloor: number;
    readonly minimumMet: number;
    readonly outcome: Outcome;
  }
  test.each(examples<Example>('at-least-m-of-n'))('$title', (example) => {
    const times = (count: number, outcome: 'met' | 'unmet' | 'undetermined', aboveFloor: boolean | null) =>
      Array.from({ length: count }, () => ({ outcome, aboveFloor }));
    const decisions = [
      ...times(example.met, 'met', true),
      ...times(example.aboveFloor, 'unmet', true),
      ...times(example.belowFloor, 'unmet', false),
      ...times(example.open, 'undetermined', null),
      ...times(example.openAboveFloor, 'undetermined', true),
    ];
    expect(atLeastMOfN(decisions, example.minimumMet)).toBe(example.outcome);
  });
});

describe('all must hold', () => {
  test.each(examples<{ readonly parts: readonly Outcome[]; readonly outcome: Outcome }>('all-must-hold'))(
    '$title',
    ({ parts, outcome }) => {
      expect(allMustHold(parts)).toBe(outcome);
    },
  );
});

describe('CV limit', () => {
  interface Example {
    readonly terms: readonly (readonly [string, string])[];
    readonly missingPupils: readonly string[];
    readonly limit: string;
    readonly rounding: number | null;
    readonly outcome: Outcome;
    readonly boundary: boolean;
  }
  test.each(examples<Example>('cv-limit'))('$title', (example) => {
    const moments = weightedMoments(
      example.terms.map(([amount, pupils]) => ({ amount: decimal(amount), pupils: decimal(pupils) })),
    );
    const limit = decimal(example.limit);
    const missing = example.missingPupils.map(decimal);
    const outcome =
      missing.length === 0
        ? decideCvLimit(moments, limit, policy(example.rounding))
        : decideCvLimitWithMissing(moments, missing, limit, policy(example.rounding));
    expect(outcome).toBe(example.outcome);
    expect(isCvBoundary(moments, limit, policy(example.rounding), [2, 3])).toBe(example.boundary);
  });
});
