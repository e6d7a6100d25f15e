import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { compare, one, rational, subtract } from '../quantities/rational.ts';
import { golden, readCsv } from '../../test/fixtures/csv.ts';
import { cvBoundsWithMissing } from './cv-bounds.ts';
import { varianceShares } from './variance-shares.ts';
import { onePlusCvSquared, weightedMean, weightedMoments, weightedVariance } from './weighted-moments.ts';
import type { WeightedTerm } from './weighted-moments.ts';

const term = (amount: number | bigint, pupils: number | bigint): WeightedTerm => ({
  amount: rational(BigInt(amount), 1n),
  pupils: rational(BigInt(pupils), 1n),
});
const cvOf = (terms: readonly WeightedTerm[]): number | null => {
  const value = onePlusCvSquared(weightedMoments(terms));
  return value === null ? null : squareRootToDouble(subtract(value, one));
};

function nextOf(dice: Iterator<bigint>): bigint {
  const next = dice.next();
  return next.done === true ? 0n : next.value;
}

describe('the published example of five schools', () => {
  const rows = readCsv(golden('cases/cv_worked_example_5_schools.csv'));
  const terms = rows.map((row) => term(Number(row['books']), Number(row['students'])));
  const moments = weightedMoments(terms);
  test('weighted by pupils around the ratio of totals', () => {
    expect(cvOf(terms)).toBeCloseTo(0.515257, 6);
    expect(toDouble(weightedMean(moments))).toBeCloseTo(6.334437, 6);
    expect(squareRootToDouble(weightedVariance(moments))).toBeCloseTo(3.263861, 6);
    expect(toDouble(weightedVariance(moments))).toBeCloseTo(10.652787, 6);
  });
  test('not the two common wrong results', () => {
    expect(cvOf(terms)).not.toBeCloseTo(0.488771, 3);
    expect(cvOf(terms)).not.toBeCloseTo(0.546462, 3);
  });
  test('every weighted term of the source', () => {
    const shares = varianceShares(terms, moments);
    const stated = rows.map((row) => Number(row['stated_weighted_sq_term']));
    for (const [index, share] of shares.entries()) expect(share * 10.652787).toBeCloseTo(stated[index] ?? -1, 1);
  });
});

describe('properties of the CV', () => {
  const terms = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 3000 })), {
    minLength: 1,
    maxLength: 12,
  });
  test('zero exactly where all ratios are equal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 50 }),
        (pupils, ratio) => {
          expect(cvOf(pupils.map((each) => term(each * ratio, each)))).toBe(0);
        },
      ),
    );
  });
  test('merging two schools of equal ratio changes nothing', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 9 }), (rest, ratio) => {
        const others = rest.map(([amount, pupils]) => term(amount, pupils));
        expect(cvOf([...others, term(8 * ratio, 8), term(12 * ratio, 12)])).toBe(
          cvOf([...others, term(20 * ratio, 20)]),
        );
      }),
    );
  });
  test('shares of the variance sum to one', () => {
    fc.assert(
      fc.property(terms, (pairs) => {
        const own = pairs.map(([amount, pupils]) => term(amount, pupils));
        const shares = varianceShares(own, weightedMoments(own));
        if (shares.length > 0) expect(shares.reduce((total, each) => total + each, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
  test('no CV where the mean is zero', () => {
    expect(cvOf([term(0, 5), term(0, 9)])).toBeNull();
  });
});

describe('bounds with amounts missing', () => {
  const presentTerms = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 600 })), {
    minLength: 1,
    maxLength: 6,
  });
  const missingPupils = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 4 });

  test('hold for any completion', () => {
    fc.assert(
      fc.property(
        presentTerms,
        missingPupils,
        fc.infiniteStream(fc.bigInt({ min: 0n, max: 10n ** 9n })),
        (pairs, pupils, dice) => {
          const present = pairs.map(([amount, count]) => term(amount, count));
          const bounds = cvBoundsWithMissing(
            weightedMoments(present),
            pupils.map((each) => rational(BigInt(each), 1n)),
          );
          if (bounds === null) return;
          for (let attempt = 0; attempt < 6; attempt += 1) {
            const completion = pupils.map((each) => {
              const roll = nextOf(dice);
              return term(roll % 3n === 0n ? 0n : roll % 3n === 1n ? roll % 1000n : roll, each);
            });
            const value = onePlusCvSquared(weightedMoments([...present, ...completion]));
            if (value === null) throw new Error('the present total is positive');
            expect(compare(value, bounds.least)).toBeGreaterThanOrEqual(0);
            expect(compare(value, bounds.greatest)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
  test('are tight: the least is reached, the greatest approached', () => {
    fc.assert(
      fc.property(presentTerms, missingPupils, (pairs, pupils) => {
        const present = pairs.map(([amount, count]) => term(amount, count));
        const moments = weightedMoments(present);
        const missing = pupils.map((each) => rational(BigInt(each), 1n));
        const bounds = cvBoundsWithMissing(moments, missing);
        if (bounds === null) return;
        // All missing at the ratio Q/X.
        const best = missing.map((each) => ({
          amount: rational(each.n * moments.sumOfSquares.n * moments.total.d, moments.sumOfSquares.d * moments.total.n),
          pupils: each,
        }));
        expect(compare(onePlusCvSquared(weightedMoments([...present, ...best])) ?? one, bounds.least)).toBe(0);
        const smallest = Math.min(...pupils);
        const far = pupils.map((each, index) => term(index === pupils.indexOf(smallest) ? 10n ** 15n : 0n, each));
        const zeroes = pupils.map((each) => term(0, each));
        const reached = [far, zeroes].map((each) =>
          toDouble(onePlusCvSquared(weightedMoments([...present, ...each])) ?? one),
        );
        expect(Math.max(...reached) / toDouble(bounds.greatest)).toBeCloseTo(1, 6);
      }),
      { numRuns: 200 },
    );
  });
  test('do not exist where nothing is present', () => {
    expect(cvBoundsWithMissing(weightedMoments([term(0, 5)]), [rational(5n, 1n)])).toBeNull();
  });
});
