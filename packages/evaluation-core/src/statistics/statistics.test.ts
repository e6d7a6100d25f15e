import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { add, compare, divide, multiply, one, rational, square, subtract, zero } from '../quantities/rational.ts';
import { golden, readCsv } from '../../test/fixtures/csv.ts';
import { leadingBits, leadingBounds } from './leading-bits.ts';
import { cvBoundsWithMissing } from './cv-bounds.ts';
import { momentsWithout } from './moments-without.ts';
import { unweightedCvs } from './unweighted-cv.ts';
import { deviations, varianceShares } from './variance-shares.ts';
import { onePlusCvSquared, weightedMean, weightedMoments, weightedVariance } from './weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from './weighted-moments.ts';

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

describe('numbers of a county too large to be written out', () => {
  // Shares of multi-stage schools: amounts with denominators that have nothing in common.
  const awkward = fc.array(
    fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 60n }),
      fc.bigInt({ min: 1n, max: 3000n }),
    ),
    { minLength: 2, maxLength: 12 },
  );
  const termsOf = (triples: readonly (readonly [bigint, bigint, bigint])[]): readonly WeightedTerm[] =>
    triples.map(([n, d, pupils]) => ({ amount: rational(n * 10n ** 50n, d), pupils: rational(pupils, 1n) }));

  test('cut to their leading bits they keep sign and size', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.integer({ min: 8, max: 300 }), (n, d, bits) => {
        const value = rational(n, d);
        const cut = leadingBits(value, bits);
        const error = subtract(cut, value);
        const size = rational(error.n < 0n ? -error.n : error.n, error.d);
        const bound = multiply(rational(n < 0n ? -n : n, d), rational(64n, 1n << BigInt(bits)));
        expect(compare(size, bound)).toBeLessThanOrEqual(0);
        expect(cut.d).toBeGreaterThan(0n);
        const positive = rational(n < 0n ? -n : n, d);
        const { low, high } = leadingBounds(positive, bits);
        expect(compare(low, positive)).toBeLessThanOrEqual(0);
        expect(compare(high, positive)).toBeGreaterThanOrEqual(0);
        const width = subtract(high, low);
        expect(compare(width, multiply(bound, rational(2n, 1n)))).toBeLessThanOrEqual(0);
      }),
    );
    expect(leadingBits(rational(-5n, 7n), 8)).toEqual(rational(-5n, 7n));
    expect(leadingBits(rational(0n, 7n), 8).n).toBe(0n);
    expect(leadingBits(rational(1n << 20n, 3n), 12)).toEqual(rational(1n << 20n, 3n));
    expect(leadingBits(rational(3n, 1n << 20n), 12)).toEqual(rational(3n, 1n << 20n));
  });

  test('shares are the doubles of the exact shares', () => {
    fc.assert(
      fc.property(awkward, (triples) => {
        const own = termsOf(triples);
        const moments = weightedMoments(own);
        const variance = weightedVariance(moments);
        const shares = varianceShares(own, moments);
        const exact = own.map((each) => {
          const deviation = subtract(divide(each.amount, each.pupils), weightedMean(moments));
          return toDouble(divide(multiply(each.pupils, square(deviation)), multiply(variance, moments.pupils)));
        });
        expect(shares).toEqual(variance.n === 0n ? [] : exact);
      }),
    );
  });

  test('a school that agrees with the mean to more bits than are kept is still told apart from it', () => {
    // Mean 2 + 10^-300 with a denominator of a thousand bits; one school is at the mean, one misses it by 10^-300.
    const far = rational(2n * 10n ** 300n + 1n, 10n ** 300n);
    const own: readonly WeightedTerm[] = [
      { amount: rational(2n, 1n), pupils: one },
      { amount: multiply(far, rational(2n, 1n)), pupils: rational(2n, 1n) },
      { amount: add(far, rational(1n, 10n ** 300n)), pupils: one },
    ];
    const moments = weightedMoments(own);
    const deviation = deviations(moments);
    expect(own.map((each) => compare(deviation(each), rational(0n, 1n)))).toEqual([-1, 0, 1]);
    expect(compare(deviation(own[0] ?? term(0, 1)), rational(-1n, 10n ** 300n))).toBe(0);
    expect(varianceShares(own, moments)).toEqual([0.5, 0, 0.5]);
  });

  test('ten thousand of them take no time worth mentioning', () => {
    const own = termsOf(
      Array.from({ length: 10_000 }, (_, index) => [
        BigInt(index * 7919),
        BigInt(100_003 + index),
        100n + BigInt(index % 900),
      ]),
    );
    const start = performance.now();
    const shares = varianceShares(own, weightedMoments(own));
    // With the whole mean in every difference the time grows with the square of the number.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(shares.reduce((total, each) => total + each, 0)).toBeCloseTo(1, 9);
  });
});

describe('the county without one school', () => {
  const onePlus = (moments: WeightedMoments): number | null => {
    const value = onePlusCvSquared(moments);
    return value === null ? null : toDouble(value);
  };
  const numbers = fc.tuple(
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
    fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 10n ** 90n })),
    fc.bigInt({ min: 1n, max: 3000n }),
  );
  test('reads the same as the moments of the others', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 10 }), (triples) => {
        const own = triples.map(([n, d, pupils]) => ({ amount: rational(n, d), pupils: rational(pupils, 1n) }));
        const without = momentsWithout(weightedMoments(own));
        for (const [index, each] of own.entries()) {
          const rest = own.filter((_, other) => other !== index);
          expect(without(each, onePlus)).toBe(onePlus(weightedMoments(rest)));
        }
      }),
    );
  });
  test('is read exactly where bounds cannot decide: the others are all equal, or all zero', () => {
    const third = rational(1n, 3n ** 200n);
    const equal = [1n, 2n, 7n].map((pupils) => ({
      amount: multiply(third, rational(pupils, 1n)),
      pupils: rational(pupils, 1n),
    }));
    const odd = { amount: rational(1n, 7n ** 150n), pupils: rational(5n, 1n) };
    const atMostZero = (moments: WeightedMoments): boolean => compare(onePlusCvSquared(moments) ?? zero, one) <= 0;
    expect(momentsWithout(weightedMoments([...equal, odd]))(odd, atMostZero)).toBe(true);
    const without = momentsWithout(weightedMoments([term(0, 3), odd, term(0, 8)]));
    expect(without(odd, onePlus)).toBeNull();
    expect(without(term(0, 3), onePlus)).toBe(13 / 5);
  });
});

describe('unweighted', () => {
  test('what a calculator gives that knows no weights', () => {
    // 2 and 4 per pupil: mean 3, deviation 1 or sqrt 2.
    const own = [term(20, 10), term(4000, 1000)];
    expect(unweightedCvs(own)).toEqual({ population: 1 / 3, sample: 0.47140452079103168 });
    expect(unweightedCvs([term(20, 10)])).toEqual({ population: 0, sample: null });
    expect(unweightedCvs([term(0, 10), term(0, 2)])).toEqual({ population: null, sample: null });
    expect(unweightedCvs([])).toEqual({ population: null, sample: null });
  });
});
