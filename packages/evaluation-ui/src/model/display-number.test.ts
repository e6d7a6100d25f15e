import { describe, expect, test } from '@jest/globals';
import { besideLimit, fractionOfNumber, grouped, percent, roundedText } from './display-number.ts';
import { readFraction, type Fraction } from './fraction.ts';

const of = (text: string): Fraction => {
  const fraction = readFraction(text);
  if (fraction === null) throw new Error(text);
  return fraction;
};

describe('rounding for display', () => {
  test('half away from zero, zeros kept', () => {
    expect(roundedText(of('0.5153'), 3)).toBe('0.515');
    expect(roundedText(of('8/9'), 2)).toBe('0.89');
    expect(roundedText(of('4.2'), 2)).toBe('4.20');
    expect(roundedText(of('2.5'), 0)).toBe('3');
    expect(roundedText(of('-0.125'), 2)).toBe('−0.13');
    expect(roundedText(of('-0.001'), 2)).toBe('0.00');
  });
});

describe('a number beside its limit', () => {
  const cv = (value: string, outcome: 'met' | 'unmet') =>
    besideLimit({ value: of(value), limit: '0.45', good: 'at-most', outcome, digits: 3 });
  const indicator = (value: string, outcome: 'met' | 'unmet', limit = '4.2') =>
    besideLimit({ value: of(value), limit, good: 'at-least', outcome, digits: 2 });

  test('rounds as usual when the reading agrees with the decision', () => {
    expect(cv('0.44951', 'met')).toBe('0.450');
    expect(cv('0.5234', 'unmet')).toBe('0.523');
    expect(indicator('4.204', 'met')).toBe('4.20');
  });
  test('shows more digits rather than the limit itself when unmet', () => {
    expect(cv('0.45004', 'unmet')).toBe('0.45004');
    expect(indicator('4.1996', 'unmet')).toBe('4.1996');
    expect(indicator('839/200', 'unmet')).toBe('4.195');
  });
  test('nor a number below the limit when met', () => {
    expect(indicator('1.955', 'met', '1.955')).toBe('1.96');
    expect(indicator('2.0351', 'met', '2.035')).toBe('2.04');
    expect(indicator('2.0349', 'met', '2.0345')).toBe('2.035');
    expect(indicator('2.0344', 'met', '2.0341')).toBe('2.0344');
  });
  test('nearer than any digits: the side is said', () => {
    expect(cv('0.45000000000000001', 'unmet')).toBe('>0.45');
    expect(indicator('4.19999999999999999', 'unmet')).toBe('<4.2');
  });
  test('without a decision nothing is stretched', () => {
    expect(
      besideLimit({ value: of('0.45004'), limit: '0.45', good: 'at-most', outcome: 'undetermined', digits: 3 }),
    ).toBe('0.450');
  });
});

test('doubles become the decimal they print as', () => {
  expect(fractionOfNumber(0.515257)).toEqual(of('0.515257'));
  expect(fractionOfNumber(Number.NaN)).toBeNull();
  expect(roundedText(fractionOfNumber(1e-7) ?? of('1'), 3)).toBe('0.000');
});

test('grouping and percentages', () => {
  expect(grouped('1234567.125')).toBe('1,234,567.125');
  expect(grouped('999')).toBe('999');
  expect(grouped('<4.2')).toBe('<4.2');
  expect(grouped('乡村')).toBe('乡村');
  expect(percent(0.3049)).toBe('30.5%');
});
