import { describe, expect, test } from '@jest/globals';
import { decimal, exactText } from './decimal.ts';
import {
  addIntervals,
  anyAmount,
  exactly,
  knownValue,
  largerInterval,
  nothing,
  scaleInterval,
  subtractIntervals,
} from './interval.ts';
import type { Interval } from './interval.ts';

/** `[low, high]`, null = without bound. */
type Bounds = readonly [string, string | null];
const interval = ([low, high]: Bounds): Interval => ({
  low: decimal(low),
  high: high === null ? null : decimal(high),
});
const bounds = ({ low, high }: Interval): Bounds => [exactText(low), high === null ? null : exactText(high)];

describe('what is known of an amount', () => {
  test('nothing is known, nothing is there, one value is known', () => {
    expect(bounds(anyAmount)).toEqual(['0', null]);
    expect(bounds(nothing)).toEqual(['0', '0']);
    expect(bounds(exactly(decimal('2.5')))).toEqual(['2.5', '2.5']);
  });
  test.each<readonly [Bounds, string | null]>([
    [['3', '3'], '3'],
    [['3.0', '3'], '3'],
    [['3', '4'], null],
    [['3', null], null],
    [['0', '0'], '0'],
  ])('the only value of %j is %j', (each, expected) => {
    const value = knownValue(interval(each));
    expect(value === null ? null : exactText(value)).toBe(expected);
  });
});

describe('every pair of values gives a result within the bounds, and the bounds are reached', () => {
  test.each<readonly [Bounds, Bounds, Bounds]>([
    [
      ['1', '2'],
      ['10', '20'],
      ['11', '22'],
    ],
    [
      ['1', null],
      ['10', '20'],
      ['11', null],
    ],
    [
      ['1', '2'],
      ['10', null],
      ['11', null],
    ],
  ])('%j + %j = %j', (a, b, expected) => {
    expect(bounds(addIntervals(interval(a), interval(b)))).toEqual(expected);
  });

  test.each<readonly [Bounds, Bounds, Bounds]>([
    [
      ['1', '9'],
      ['3', '4'],
      ['3', '9'],
    ],
    [
      ['3', '4'],
      ['1', '9'],
      ['3', '9'],
    ],
    [
      ['1', null],
      ['3', '4'],
      ['3', null],
    ],
    [
      ['5', '6'],
      ['3', null],
      ['5', null],
    ],
  ])('the larger of %j and %j is %j', (a, b, expected) => {
    expect(bounds(largerInterval(interval(a), interval(b)))).toEqual(expected);
  });

  test.each<readonly [Bounds, Bounds, Bounds]>([
    [
      ['10', '20'],
      ['1', '3'],
      ['7', '19'],
    ],
    // The difference of pupils cannot be negative.
    [
      ['2', '20'],
      ['1', '3'],
      ['0', '19'],
    ],
    [
      ['10', null],
      ['1', '3'],
      ['7', null],
    ],
    [
      ['10', '20'],
      ['1', null],
      ['0', '19'],
    ],
    [
      ['10', null],
      ['1', null],
      ['0', null],
    ],
  ])('%j - %j = %j', (a, b, expected) => {
    expect(bounds(subtractIntervals(interval(a), interval(b)))).toEqual(expected);
  });

  test.each<readonly [Bounds, Bounds, Bounds]>([
    [
      ['2', '3'],
      ['0.5', '4'],
      ['1', '12'],
    ],
    [
      ['2', null],
      ['0.5', '4'],
      ['1', null],
    ],
    [
      ['2', '3'],
      ['0.5', null],
      ['1', null],
    ],
  ])('%j times %j = %j', (a, b, expected) => {
    expect(bounds(scaleInterval(interval(a), interval(b)))).toEqual(expected);
  });
});
