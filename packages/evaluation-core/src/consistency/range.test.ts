import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, divide, multiply, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import {
  addRanges,
  contains,
  divideRanges,
  intersect,
  multiplyRanges,
  negateRange,
  overlap,
  relationHolds,
} from './range.ts';
import type { Range, Relation } from './range.ts';

const ends = fc.record({ value: fc.integer({ min: -6, max: 6 }), closed: fc.boolean() });

/** Small ranges, so that bounds meet, and open or missing ends are common; never empty. */
const ranges: fc.Arbitrary<Range> = fc
  .tuple(fc.option(ends), fc.option(ends))
  .map(([a, b]) => {
    const end = (each: typeof a) => (each === null ? null : { ...each, value: rational(BigInt(each.value), 1n) });
    return a !== null && b !== null && a.value > b.value
      ? { low: end(b), high: end(a) }
      : { low: end(a), high: end(b) };
  })
  .filter(
    ({ low, high }) =>
      low === null || high === null || compare(low.value, high.value) < 0 || (low.closed && high.closed),
  );

/** Values on a grid of quarters that also reaches beyond every finite end. */
const grid: readonly Rational[] = Array.from({ length: 81 }, (_, index) => rational(BigInt(index - 40), 4n));
const members = (range: Range) => grid.filter((each) => contains(range, each));

describe('what can come out of two ranges', () => {
  test.each<readonly [string, (a: Range, b: Range) => Range, (x: Rational, y: Rational) => Rational]>([
    ['sum', addRanges, add],
    ['difference', (a, b) => addRanges(a, negateRange(b)), subtract],
    ['product', multiplyRanges, multiply],
    ['quotient', divideRanges, divide],
  ])('%s', (name, onRanges, onNumbers) => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const result = onRanges(a, b);
        for (const x of members(a)) {
          for (const y of members(b)) {
            if (name === 'quotient' && y.n === 0n) continue;
            if (!contains(result, onNumbers(x, y))) throw new Error(`${name} ${x.n}/${x.d} ${y.n}/${y.d}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('relations hold of all pairs, of none, or of some', () => {
  const stands: Readonly<Record<Relation, (difference: number) => boolean>> = {
    'at-least': (difference) => difference >= 0,
    above: (difference) => difference > 0,
    'at-most': (difference) => difference <= 0,
    below: (difference) => difference < 0,
    equal: (difference) => difference === 0,
  };
  fc.assert(
    fc.property(ranges, ranges, fc.constantFrom(...(Object.keys(stands) as Relation[])), (a, b, relation) => {
      const decided = relationHolds(a, relation, b);
      if (decided === null) return;
      for (const x of members(a)) for (const y of members(b)) expect(stands[relation](compare(x, y))).toBe(decided);
    }),
    { numRuns: 100 },
  );
});

test('overlap and intersection are of sets', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const both = intersect(a, b);
      expect(both !== null).toBe(overlap(a, b));
      for (const x of grid) {
        expect(both !== null && contains(both, x)).toBe(contains(a, x) && contains(b, x));
      }
    }),
  );
  expect(contains({ low: null, high: null }, zero)).toBe(true);
});
