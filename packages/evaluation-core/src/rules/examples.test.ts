import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../outcome.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { multiply, one, subtract } from '../quantities/rational.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared, weightedMoments } from '../statistics/weighted-moments.ts';
import { allMustHold } from './all-must-hold.ts';
import { atLeastMOfN, atMostKUnmet } from './at-least-m-of-n.ts';
import { decideCompositeCv, isCompositeBoundary } from './composite-cv.ts';
import { decideCvLimit, decideCvLimitWithMissing, isCvBoundary } from './cv-limit.ts';
import { decideGrade } from './grades.ts';
import { decidePoints, steppedShare } from './stepped-points.ts';
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

describe('at most k unmet', () => {
  interface Example {
    readonly met: number;
    readonly aboveFloor: number;
    readonly belowFloor: number;
    readonly open: number;
    readonly openAboveFloor: number;
    readonly notApplicable: number;
    readonly maximumUnmet: number;
    readonly outcome: Outcome;
  }
  test.each(examples<Example>('at-most-k-unmet'))('$title', (example) => {
    const times = (count: number, outcome: Outcome, aboveFloor: boolean | null) =>
      Array.from({ length: count }, () => ({ outcome, aboveFloor }));
    const decisions = [
      ...times(example.met, 'met', true),
      ...times(example.aboveFloor, 'unmet', true),
      ...times(example.belowFloor, 'unmet', false),
      ...times(example.open, 'undetermined', null),
      ...times(example.openAboveFloor, 'undetermined', true),
      ...times(example.notApplicable, 'not-applicable', null),
    ];
    expect(atMostKUnmet(decisions, example.maximumUnmet)).toBe(example.outcome);
  });
});

describe('grades', () => {
  interface Example {
    readonly met: number;
    readonly unmet: number;
    readonly open: number;
    readonly outcome: Outcome;
    readonly worst: string | null;
    readonly best: string | null;
  }
  const grades = [
    { id: 'qualified', minimumMet: 31 },
    { id: 'basically-qualified', minimumMet: 29 },
  ];
  test.each(examples<Example>('grades'))('$title', ({ met, unmet, open, outcome, worst, best }) => {
    const times = (count: number, each: Outcome) =>
      Array.from({ length: count }, () => ({ outcome: each, aboveFloor: null }));
    const decisions = [...times(met, 'met'), ...times(unmet, 'unmet'), ...times(open, 'undetermined')];
    expect(decideGrade(decisions, grades, 'basically-qualified')).toEqual({ outcome, worst, best });
  });
});

describe('stepped points', () => {
  interface Example {
    readonly parts: readonly {
      readonly points: string;
      readonly threshold: string;
      readonly comparator?: 'at-most';
      readonly low: string;
      readonly high: string | null;
    }[];
    readonly pass: string;
    readonly rounding: number | null;
    readonly outcome: Outcome;
    readonly least: string;
    readonly most: string;
  }
  const steps = [
    ['1', '1'],
    ['0.8', '0.8'],
    ['0.6', '0.5'],
  ].map(([from = '', share = '']) => ({ from: decimal(from), share: decimal(share) }));
  test.each(examples<Example>('stepped-points'))('$title', (example) => {
    const parts = example.parts.map(({ points, threshold, comparator, low, high }) => {
      const value = { low: decimal(low), high: high === null ? null : decimal(high) };
      const standard = { threshold: decimal(threshold), comparator: comparator ?? 'at-least' } as const;
      const { least, most } = steppedShare(value, standard, steps, policy(example.rounding));
      return { least: multiply(decimal(points), least), most: multiply(decimal(points), most) };
    });
    const { least, most, outcome } = decidePoints(parts, decimal(example.pass));
    expect({ outcome, least: exactText(least), most: exactText(most) }).toEqual({
      outcome: example.outcome,
      least: example.least,
      most: example.most,
    });
  });
});

describe('composite CV', () => {
  interface Example {
    readonly cvs: readonly {
      readonly terms: readonly (readonly [string, string])[];
      readonly missingPupils: readonly string[];
    }[];
    readonly limit: string;
    readonly rounding: number | null;
    readonly outcome: Outcome;
    readonly boundary: boolean;
  }
  test.each(examples<Example>('composite-cv'))('$title', (example) => {
    const squares = example.cvs.map(({ terms, missingPupils }) => {
      const moments = weightedMoments(
        terms.map(([amount, pupils]) => ({ amount: decimal(amount), pupils: decimal(pupils) })),
      );
      const bounds = cvBoundsWithMissing(moments, missingPupils.map(decimal));
      if (missingPupils.length > 0 && bounds !== null)
        return { least: subtract(bounds.least, one), greatest: subtract(bounds.greatest, one) };
      const square = onePlusCvSquared(moments);
      return square === null ? null : { least: subtract(square, one), greatest: subtract(square, one) };
    });
    const limit = decimal(example.limit);
    expect(decideCompositeCv(squares, limit, policy(example.rounding))).toBe(example.outcome);
    const known = squares.flatMap((each) => each?.least ?? []);
    const isComplete = example.cvs.every((each) => each.missingPupils.length === 0) && known.length === squares.length;
    if (isComplete) expect(isCompositeBoundary(known, limit, policy(example.rounding), [2, 3])).toBe(example.boundary);
  });
});
