import { describe, expect, test } from '@jest/globals';
import { ceiling, dividedBy, minus, readFraction, times } from './fraction.ts';

const of = (text: string) => {
  const fraction = readFraction(text);
  if (fraction === null) throw new Error(text);
  return fraction;
};

describe('reading', () => {
  test('decimals and fractions', () => {
    expect(readFraction('7526.4')).toEqual({ numerator: 75264n, denominator: 10n });
    expect(readFraction('-0.5')).toEqual({ numerator: -5n, denominator: 10n });
    expect(readFraction('8/9')).toEqual({ numerator: 8n, denominator: 9n });
  });
  test.each(['', 'x', '1/0', '1e5', '.5'])('%p is no number', (text) => {
    expect(readFraction(text)).toBeNull();
  });
});

describe('rounding up', () => {
  test('never below the value, not above it when it fits', () => {
    expect(ceiling(of('8/9'), 0)).toBe('1');
    expect(ceiling(of('8/9'), 2)).toBe('0.89');
    expect(ceiling(of('12.5'), 2)).toBe('12.5');
    expect(ceiling(of('3'), 2)).toBe('3');
    expect(ceiling(of('0.001'), 2)).toBe('0.01');
    expect(ceiling(of('-0.5'), 0)).toBe('0');
    expect(ceiling(of('-7/2'), 0)).toBe('-3');
  });
});

test('arithmetic is exact', () => {
  expect(minus(times(of('4.2'), of('300')), of('1259.999999'))).toEqual({ numerator: 10n, denominator: 10000000n });
  expect(dividedBy(of('1'), of('0'))).toBeNull();
  expect(dividedBy(of('1'), of('-2'))).toEqual({ numerator: -1n, denominator: 2n });
});
