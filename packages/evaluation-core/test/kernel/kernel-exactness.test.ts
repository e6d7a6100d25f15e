import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countyOnLimit } from '../../bench/limit-counties.ts';
import { randomFrom } from '../../bench/random.ts';
import { cvErrorBound } from '../../src/kernel/decide-cv.ts';
import { productReaches } from '../../src/kernel/decide-school-stage.ts';
import { evaluateRows } from '../../src/kernel/evaluate-rows.ts';
import { met, notApplicable, undetermined, unmet } from '../../src/kernel/outcome-codes.ts';
import { newRows, setRow } from '../../src/kernel/school-stage-rows.ts';
import type { SchoolStageRows } from '../../src/kernel/school-stage-rows.ts';
import type { StageRules } from '../../src/kernel/stage-rules.ts';
import { sumStage } from '../../src/kernel/sum-stage.ts';
import { evaluateEveryWay } from '../fixtures/every-way.ts';

// The oracle: fractions of big integers, written as the formulas read and sharing nothing with the core.
type Fraction = readonly [bigint, bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const atLeast = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d >= c * b;

interface School {
  readonly pupils: number;
  readonly amounts: readonly number[];
  readonly split: { readonly mask: number; readonly weight: number; readonly others: number } | null;
  /** Index of the thresholds it is judged by. */
  readonly set?: number;
}

/** x / P, or x * weight / whole. */
function perPupil(school: School, indicator: number): Fraction {
  const amount = BigInt(school.amounts[indicator] ?? 0);
  const { split } = school;
  if (split === null || (split.mask & (1 << indicator)) === 0) return [amount, BigInt(school.pupils)];
  return [amount * BigInt(split.weight), BigInt(wholeOf(school))];
}

function wholeOf({ pupils, split }: School): number {
  return (split?.weight ?? 0) * pupils + (split?.others ?? 0);
}

function trueCvOutcome(schools: readonly School[], indicator: number, numerator: number, denominator: number): number {
  const present = schools.filter((each) => each.pupils > 0);
  if (present.length === 0) return notApplicable;
  let pupils = 0n;
  let total: Fraction = [0n, 1n];
  let squares: Fraction = [0n, 1n];
  for (const each of present) {
    const own: Fraction = [BigInt(each.pupils), 1n];
    const value = perPupil(each, indicator);
    pupils += own[0];
    total = plus(total, times(value, own));
    squares = plus(squares, times(times(value, value), own));
  }
  if (total[0] === 0n) return undetermined;
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const bound: Fraction = [d * d + n * n, d * d];
  return atLeast(times(bound, times(total, total)), times([pupils, 1n], squares)) ? met : unmet;
}

function tableOf(schools: readonly School[], indicators: number): SchoolStageRows {
  const rows = newRows({ indicators, sizes: [schools.length], splits: true, thresholdSets: true });
  schools.forEach((school, row) => {
    rows.numbers[row * rows.stride] = school.pupils;
    school.amounts.forEach((amount, indicator) => (rows.numbers[row * rows.stride + 1 + indicator] = amount));
    if (rows.thresholdSets !== null) rows.thresholdSets[row] = school.set ?? 0;
    if (rows.splits === null || school.split === null) return;
    rows.splits.mask[row] = school.split.mask;
    rows.splits.weight[row] = school.split.weight;
    rows.splits.whole[row] = wholeOf(school);
  });
  return rows;
}

const largest = Number.MAX_SAFE_INTEGER;
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 5000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 2 ** 31, max: 2 ** 41 }) },
  { weight: 1, arbitrary: fc.integer({ min: largest - 9, max: largest }) },
);
const pupilsOf = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 400 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 2 ** 40, max: 2 ** 42 }) },
);

function schoolsOf(indicators: number): fc.Arbitrary<readonly School[]> {
  const split = fc.record({
    mask: fc.nat({ max: 2 ** indicators - 1 }),
    weight: fc.constantFrom(100, 110, 132),
    others: fc.nat({ max: 90_000 }),
  });
  return fc.array(
    fc.record({
      pupils: pupilsOf,
      amounts: fc.array(amount, { minLength: indicators, maxLength: indicators }),
      split: fc.option(split, { freq: 3 }),
      set: fc.constantFrom(0, 0, 1),
    }),
    { maxLength: 9 },
  );
}

function rulesOf(indicators: number, thresholds: readonly (readonly [number, number, number])[]): StageRules {
  const column = (index: 0 | 1 | 2) =>
    Float64Array.from({ length: indicators }, (_, each) => thresholds[each % thresholds.length]?.[index] ?? 1);
  return {
    thresholdSets: [
      { times: column(0), reach: column(1), floor: column(2) },
      { times: column(0), reach: column(2), floor: column(2).map((each) => Math.floor(each / 2)) },
    ],
    counted: 2 ** indicators - 1,
    minimumMet: Math.max(1, indicators - 1),
    cvLimits: Array.from({ length: indicators }, (_, each) =>
      each === 3 ? null : { numerator: each % 2 === 0 ? 1 : 9, denominator: each % 2 === 0 ? 2 : 20, included: true },
    ),
  };
}

describe('against fractions of big integers', () => {
  test.each([1, 7, 8, 15])('%p indicators: zero, divided and huge amounts', (indicators) => {
    fc.assert(
      fc.property(
        schoolsOf(indicators),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 40 }), fc.nat({ max: 30 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (schools, thresholds) => {
          const rules = rulesOf(indicators, thresholds);
          const result = evaluateEveryWay(tableOf(schools, indicators), [rules]);
          const blocks = Math.ceil(indicators / 7);
          let passed = 0;
          schools.forEach((school, row) => {
            const at = (which: 'reach' | 'floor') =>
              Array.from({ length: indicators }, (_, each) => {
                const set = rules.thresholdSets[school.set ?? 0];
                const limit: Fraction = [BigInt(set?.[which][each] ?? 0), BigInt(set?.times[each] ?? 1)];
                return school.pupils > 0 && atLeast(perPupil(school, each), limit);
              });
            const [reached, above] = [at('reach'), at('floor')];
            reached.forEach((truth, each) => {
              const mask = result.reached[row * blocks + Math.floor(each / 7)] ?? 0;
              expect((mask & (1 << (each % 7))) !== 0).toBe(truth);
            });
            above.forEach((truth, each) => {
              const mask = result.aboveFloor[row * blocks + Math.floor(each / 7)] ?? 0;
              expect((mask & (1 << (each % 7))) !== 0).toBe(truth);
            });
            if (school.pupils === 0) return;
            if (reached.filter(Boolean).length >= rules.minimumMet && above.every(Boolean)) passed += 1;
          });
          expect(result.metCounts[0]).toBe(passed);
          rules.cvLimits.forEach((limit, each) => {
            const truth =
              limit === null ? notApplicable : trueCvOutcome(schools, each, limit.numerator, limit.denominator);
            expect(result.cvOutcomes[each]).toBe(truth);
          });
        },
      ),
      { numRuns: 250 },
    );
  });

  test('two products of integers up to 2^53 are compared exactly, also where their doubles are equal', () => {
    const integer = fc.oneof(fc.nat({ max: 1000 }), fc.maxSafeNat());
    fc.assert(
      fc.property(
        integer,
        fc.nat({ max: 200 }),
        integer,
        integer,
        fc.integer({ min: -1, max: 1 }),
        (a, b, c, d, near) => {
          expect(productReaches(a, b, c, d, a)).toBe(BigInt(a) * BigInt(b) * BigInt(c) >= BigInt(d) * BigInt(a));
          // Equal but for one unit in one factor.
          const other = Math.min(largest, Math.max(0, c + near));
          expect(productReaches(a, 1, c, other, a)).toBe(BigInt(a) * BigInt(c) >= BigInt(other) * BigInt(a));
          expect(productReaches(c, 1, a, a, other)).toBe(BigInt(c) * BigInt(a) >= BigInt(a) * BigInt(other));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the CV in doubles lies within its proven bound', () => {
    fc.assert(
      fc.property(schoolsOf(1), (schools) => {
        const present = schools.filter((each) => each.pupils > 0);
        const sums = sumStage(tableOf(schools, 1), 0, 0);
        if (present.length === 0 || Number.isNaN(sums.cv)) return;
        const error = cvErrorBound(sums.cv, present.length);
        // Decided on the right side of a limit just outside the bound on either side.
        const denominator = 2 ** 50;
        const above = Math.ceil((sums.cv + error) * denominator) + 1;
        const below = Math.floor((sums.cv - error) * denominator) - 1;
        expect(trueCvOutcome(schools, 0, above, denominator)).toBe(met);
        if (below >= 0) expect(trueCvOutcome(schools, 0, below, denominator)).toBe(unmet);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('counties built exactly on a limit', () => {
  test('are met in any order, and unmet with one unit more in the richest school', () => {
    const random = randomFrom(7);
    for (let each = 0; each < 300; each += 1) {
      const [numerator, denominator] = each % 2 === 0 ? [1, 2] : [9, 20];
      const schools = countyOnLimit(random, numerator ?? 1, denominator ?? 2, 1 + (random() % 6)).map(
        ({ pupils, amount: own }): School => ({ pupils, amounts: [own], split: null }),
      );
      const rules: StageRules = {
        thresholdSets: [{ times: Float64Array.of(1), reach: Float64Array.of(0), floor: Float64Array.of(0) }],
        counted: 1,
        minimumMet: 1,
        cvLimits: [{ numerator: numerator ?? 1, denominator: denominator ?? 2, included: true }],
      };
      const outcomeOf = (own: readonly School[], included = true) =>
        evaluateRows(tableOf(own, 1), [
          { ...rules, cvLimits: rules.cvLimits.map((limit) => (limit === null ? null : { ...limit, included })) },
        ]).verdicts[0];
      const richest = Math.max(...schools.map((school) => (school.amounts[0] ?? 0) / school.pupils));
      const nudged = (by: number) =>
        schools.map((school) =>
          (school.amounts[0] ?? 0) / school.pupils === richest
            ? { ...school, amounts: school.amounts.map((own) => own + by) }
            : school,
        );
      expect(outcomeOf(schools)).toBe(met);
      expect(outcomeOf([...schools].reverse())).toBe(met);
      expect(outcomeOf(schools, false)).toBe(unmet);
      expect(outcomeOf(nudged(-1))).toBe(met);
      expect(outcomeOf(nudged(1))).toBe(unmet);
    }
  });
});

test('nothing, nobody and nowhere', () => {
  const rules = rulesOf(2, [[1, 2, 1]]);
  const empty = evaluateEveryWay(newRows({ indicators: 2, sizes: [] }), [rules]);
  expect(empty.verdicts).toHaveLength(0);
  const schools: readonly School[] = [
    { pupils: 0, amounts: [5, 5], split: null },
    { pupils: 0, amounts: [0, 0], split: null },
  ];
  expect(evaluateEveryWay(tableOf(schools, 2), [rules]).verdicts[0]).toBe(notApplicable);
  expect(evaluateEveryWay(tableOf([], 2), [rules]).verdicts[0]).toBe(notApplicable);
  // All amounts zero: no CV exists, and the schools fail.
  const zero = evaluateEveryWay(tableOf([{ pupils: 9, amounts: [0, 0], split: null }], 2), [rules]);
  expect([...zero.cvOutcomes]).toEqual([undetermined, undetermined]);
  expect(zero.verdicts[0]).toBe(unmet);
  expect(() => newRows({ indicators: 29, sizes: [] })).toThrow(RangeError);
  expect(() => evaluateRows(newRows({ indicators: 1, sizes: [1] }), [])).toThrow(RangeError);
});

test('what a row cannot hold is refused', () => {
  const plain = newRows({ indicators: 2, sizes: [1] });
  setRow(plain, 0, [3, largest, 2 ** 31]);
  expect([...plain.numbers.subarray(0, 3)]).toEqual([3, largest, 2 ** 31]);
  const compact = newRows({ indicators: 2, sizes: [1], wide: true, compact: true });
  setRow(compact, 0, [3, 2 ** 31 - 1, 0]);
  expect([...compact.numbers.subarray(0, 3)]).toEqual([3, 2 ** 31 - 1, 0]);
  expect(() => setRow(compact, 0, [3, 2 ** 31, 0])).toThrow(RangeError);
  for (const value of [-1, 0.5, NaN, Infinity, 2 ** 53])
    expect(() => setRow(plain, 0, [1, value, 0])).toThrow(RangeError);
});
