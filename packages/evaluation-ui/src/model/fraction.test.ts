import { describe, expect, test } from '@jest/globals';
import { minus, readFraction } from './fraction.ts';

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

test('arithmetic is exact', () => {
  expect(minus(of('1260'), of('1259.999999'))).toEqual({ numerator: 1n, denominator: 1000000n });
});
