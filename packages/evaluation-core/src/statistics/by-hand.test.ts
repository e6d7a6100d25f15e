import { describe, expect, test } from '@jest/globals';
import { decimal, exactText } from '../quantities/decimal.ts';
import { compare, fractionText, one, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import {
  compareRootSum,
  encloseRootSum,
  exactRootSum,
  meanRootToDouble,
  rationalRoot,
  rootBounds,
} from './composite-cv.ts';
import { cvBoundsWithMissing } from './cv-bounds.ts';
import { leadingBits, leadingBounds } from './leading-bits.ts';
import { momentsWithout } from './moments-without.ts';
import { unweightedCvs } from './unweighted-cv.ts';
import { deviations, varianceShares } from './variance-shares.ts';
import { onePlusCvSquared, weightedMean, weightedMoments, weightedVariance } from './weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from './weighted-moments.ts';

// Small numbers, worked out on paper.

const term = (amount: string, pupils: string): WeightedTerm => ({ amount: decimal(amount), pupils: decimal(pupils) });
/** 1 and 2 per pupil: P = 20, X = 30, Q = 100/10 + 400/10 = 50. */
const two = [term('10', '10'), term('20', '10')];
const text = (value: Rational | null | undefined): string | null => (value ? fractionText(value) : null);

describe('the moments of two schools', () => {
  const moments = weightedMoments(two);
  test('pupils, total, sum of squares', () => {
    expect([moments.pupils, moments.total, moments.sumOfSquares].map(text)).toEqual(['20', '30', '50']);
  });
  test('mean 3/2, variance 1/4, 1 + CV^2 = 10/9', () => {
    expect(text(weightedMean(moments))).toBe('3/2');
    expect(text(weightedVariance(moments))).toBe('1/4');
    expect(text(onePlusCvSquared(moments))).toBe('10/9');
  });
  test('the pupils are in lowest terms', () => {
    const halves = { amount: one, pupils: rational(2n, 4n) };
    expect(weightedMoments([halves, halves]).pupils).toEqual(one);
  });
  test('each causes half of the variance, none where there is none', () => {
    expect(varianceShares(two, moments)).toEqual([0.5, 0.5]);
    const three = [...two, term('15', '10')];
    expect(varianceShares(three, weightedMoments(three))).toEqual([0.5, 0.5, 0]);
    const unequal = [term('0', '30'), term('40', '10')];
    expect(varianceShares(unequal, weightedMoments(unequal))).toEqual([0.25, 0.75]);
    expect(varianceShares([term('10', '10'), term('20', '20')], weightedMoments([term('3', '3')]))).toEqual([]);
  });
  test('deviations stay short where the mean is long', () => {
    const long: WeightedTerm = { amount: rational(1n, 7n ** 2000n), pupils: one };
    const far = [...two, long];
    const deviation = deviations(weightedMoments(far));
    for (const each of two) {
      const { n, d } = deviation(each);
      // The mean has more than 5,000 bits; kept are 640.
      expect(String(n).length + String(d).length).toBeLessThan(800);
    }
    // What agrees with it to more bits than are kept is compared with the whole of it.
    const mean = weightedMean(weightedMoments(far));
    expect(text(deviation({ amount: mean, pupils: one }))).toBe('0');
  });
  test('deviations from the mean', () => {
    const deviation = deviations(moments);
    expect([...two, term('15', '10')].map((each) => text(deviation(each)))).toEqual(['-1/2', '1/2', '0']);
  });
});

describe('what the CV can be with amounts missing', () => {
  const bounds = (present: readonly WeightedTerm[], ...missing: readonly string[]) => {
    const found = cvBoundsWithMissing(weightedMoments(present), missing.map(decimal));
    return found && [text(found.least), text(found.greatest)];
  };
  test.each([
    // All 60: 60 * 50 / (900 + 40 * 50); the smallest of the missing has it all: 60 / 10.
    [
      ['30', '10'],
      ['30/29', '6'],
    ],
    [
      ['10', '30'],
      ['30/29', '6'],
    ],
    // All 70: 3500 / 3400; nothing at all of it is worse than all of it: 3500 / 900.
    [['50'], ['35/34', '35/9']],
    [[], ['10/9', '10/9']],
  ])('of schools with %j pupils: %j', (missing, expected) => {
    expect(bounds(two, ...missing)).toEqual(expected);
  });
  test('nothing is known where nothing is reported', () => {
    expect(bounds([term('0', '5')], '5')).toBeNull();
    expect(bounds([], '5')).toBeNull();
  });
});

describe('unweighted', () => {
  test.each([
    [two, 1 / 3, 0.47140452079103168],
    [[term('1', '1'), term('20', '10'), term('0.3', '0.1')], 0.40824829046386302, 0.5],
    [[term('3', '7')], 0, null],
    [[term('0', '7'), term('0', '5')], null, null],
  ])('%j', (terms, population, sample) => {
    expect(unweightedCvs(terms)).toEqual({ population, sample });
  });
});

describe('leading bits', () => {
  const long = 2n ** 20n + 1n; // 21 bits, counted as 24
  test.each([
    [rational(long, 3n), rational(2n ** 20n, 3n)],
    [rational(-long, 3n), rational(-(2n ** 20n), 3n)],
    [rational(3n, long), rational(3n, 2n ** 20n)],
    [rational(long, 2n ** 12n + 1n), rational(256n * 2n ** 8n, 2n ** 8n)],
    [rational(2n ** 12n + 1n, long), rational(2n ** 8n, 256n * 2n ** 8n)],
    [rational(-4095n, 4095n), rational(-4095n, 4095n)],
    [rational(0n, long), rational(0n, 2n ** 20n)],
  ])('%j cut to 12 is %j', (value, expected) => {
    expect(leadingBits(value, 12)).toEqual(expected);
  });
  test.each([
    [rational(long, 3n), rational(2n ** 20n, 3n), rational(257n * 2n ** 12n, 3n)],
    [rational(3n, long), rational(3n, 257n * 2n ** 12n), rational(3n, 2n ** 20n)],
    [rational(long, long), rational(256n, 257n), rational(257n, 256n)],
    [rational(4095n, 4094n), rational(4095n, 4094n), rational(4095n, 4094n)],
  ])('%j lies between %j and %j', (value, low, high) => {
    expect(leadingBounds(value, 12)).toEqual({ low, high });
  });
});

describe('without one school', () => {
  const seen: WeightedMoments[] = [];
  const first = two[0] ?? term('0', '1');
  /** What is read, in order; the answers are given. */
  const readings = (terms: readonly WeightedTerm[], own: WeightedTerm, answers: readonly number[]) => {
    seen.length = 0;
    const result = momentsWithout(weightedMoments(terms))(own, (moments) => answers[seen.push(moments) - 1] ?? -1);
    const read = seen.map(({ pupils, total, sumOfSquares }) => [pupils, total, sumOfSquares].map(text));
    return { result, read };
  };
  const rest = ['10', '20', '40'];
  test('what both bounds say is so, and the exact moments are not read', () => {
    expect(readings(two, first, [7, 7, 8])).toEqual({ result: 7, read: [rest, rest] });
  });
  test('what they do not agree on the exact moments say', () => {
    expect(readings(two, first, [7, 6, 8])).toEqual({ result: 8, read: [rest, rest, rest] });
  });
  test('bounds that are not positive are not read', () => {
    expect(readings([first], first, [7, 7])).toEqual({ result: 7, read: [['0', '0', '0']] });
    const odd = term('1', '1');
    const minus = [odd, term('-2', '1')];
    expect(readings(minus, odd, [7, 7])).toEqual({ result: 7, read: [['1', '-2', '4']] });
  });
  test.each([
    // The squares: 2^400/3 + 1, of which the bound keeps 2^400/3.
    [
      { amount: rational(2n ** 200n, 1n), pupils: rational(3n, 1n) },
      { amount: one, pupils: one },
    ],
    // The total: 2^400 + 1, of which the bound keeps 2^400.
    [
      { amount: rational(2n ** 400n, 1n), pupils: one },
      { amount: one, pupils: rational(1n, 2n ** 1000n) },
    ],
  ])('a bound that cutting makes nothing is not read', (own, other) => {
    const { result, read } = readings([own, other], own, [7, 7]);
    expect(result).toBe(7);
    // 1^2 / P
    expect(read).toEqual([[text(other.pupils), '1', String(other.pupils.d)]]);
  });
  test('numbers too long for the bounds are between them', () => {
    const long = { amount: rational(10n ** 100n, 3n ** 200n), pupils: one };
    readings([long, long, first], first, [1, 2, 3]);
    const [low, high, exact] = seen;
    if (low === undefined || high === undefined || exact === undefined) throw new Error('three readings');
    expect(low.pupils).toEqual(decimal('2'));
    expect([low, high].map((each) => compare(each.total, exact.total))).toEqual([1, -1]);
    expect([low, high].map((each) => compare(each.sumOfSquares, exact.sumOfSquares))).toEqual([-1, 1]);
    expect(text(exact.total)).toBe(text(rational(2n * 10n ** 100n, 3n ** 200n)));
    const tiny = rational(1n, 2n ** 200n);
    expect(compare(subtract(low.total, high.total), tiny)).toBe(-1);
    expect(compare(subtract(high.sumOfSquares, low.sumOfSquares), tiny)).toBe(-1);
  });
});

describe('sums of roots', () => {
  test.each([
    [['2'], 2, '5/4', '3/2'],
    [['2', '9'], 2, '17/4', '19/4'],
    [['0.5'], 3, '5/8', '3/4'],
    [[], 2, '0', '1/4'],
  ] as const)('of %j to %i bits: from %s to below %s', (radicands, bits, low, high) => {
    const enclosure = encloseRootSum(radicands.map(decimal), bits);
    expect([text(enclosure.low), text(enclosure.high)]).toEqual([low, high]);
  });
  test.each([
    [['4', '2.25'], '7/2'],
    [['4', '2'], null],
    [['2', '4'], null],
    [[], '0'],
  ] as const)('of %j exactly %j', (radicands, expected) => {
    expect(text(exactRootSum(radicands.map(decimal)))).toBe(expected);
  });
  test('roots of fractions that are not in lowest terms', () => {
    expect(text(rationalRoot(rational(8n, 18n)))).toBe('2/3');
    expect(text(rationalRoot(rational(8n, 9n)))).toBeNull();
    expect(rationalRoot(zero)).toEqual(zero);
  });
  test.each([
    [['4'], '2', 0],
    [['4'], '1.99', 1],
    [['4'], '2.01', -1],
    [['2'], '1.414', 1],
    [['2'], '1.415', -1],
  ] as const)('of %j against %s: %i', (radicands, bound, sign) => {
    expect(compareRootSum(radicands.map(decimal), decimal(bound))).toBe(sign);
  });
  test.each([
    [['4', '9'], 2.5],
    [['2'], Math.SQRT2],
    [['2', '2', '2'], Math.SQRT2],
    [['0'], 0],
  ] as const)('the mean of the roots of %j is %d', (radicands, mean) => {
    expect(meanRootToDouble(radicands.map(decimal))).toBe(mean);
  });
  test.each([
    ['2', 2, '1.41', '1.42'],
    ['4', 2, '2', '2'],
    ['0.0625', 1, '0.2', '0.3'],
    ['0.0625', 2, '0.25', '0.25'],
  ] as const)('the root of %s to %i digits lies from %s to %s', (radicand, digits, low, high) => {
    const bounds = [false, true].map((up) => rootBounds([decimal(radicand)], digits, up).map(exactText));
    expect(bounds).toEqual([[low], [high]]);
    expect(rootBounds([rational(1n, 3n)], 1, false).map(exactText)).toEqual(['0.5']);
    expect(rootBounds([rational(1n, 3n)], 1, true).map(exactText)).toEqual(['0.6']);
  });
});
