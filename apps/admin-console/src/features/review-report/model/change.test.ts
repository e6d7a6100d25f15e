import { describe, expect, test } from '@jest/globals';
import { changeBetween, isLarge, percentText } from './change.ts';

describe('the change since last year', () => {
  test('needs two numbers', () => {
    expect(changeBetween(undefined, '3')).toBeNull();
    expect(changeBetween('3', undefined)).toBeNull();
    expect(changeBetween('yes', 'no')).toBeNull();
  });

  test('equal values written differently are the same', () => {
    expect(changeBetween('7526.40', '7526.4')).toEqual({ kind: 'same' });
    expect(changeBetween('0', '0')).toEqual({ kind: 'same' });
  });

  test('from zero there is no percentage', () => {
    expect(changeBetween('0', '5')).toEqual({ kind: 'from-zero', direction: 'up' });
  });

  test('percent to one decimal, rounded half away from zero', () => {
    expect(changeBetween('400', '450')).toEqual({ kind: 'percent', tenths: 125n, direction: 'up' });
    expect(changeBetween('450', '400')).toEqual({ kind: 'percent', tenths: -111n, direction: 'down' });
    expect(changeBetween('2000', '2001')).toEqual({ kind: 'percent', tenths: 1n, direction: 'up' });
    expect(changeBetween('5', '0')).toEqual({ kind: 'percent', tenths: -1000n, direction: 'down' });
  });

  test('digits beyond a double stay exact', () => {
    expect(changeBetween('100000000000000.000001', '100000000000000.000002')).toEqual({
      kind: 'percent',
      tenths: 0n,
      direction: 'up',
    });
  });
});

test('a change too small to show is not shown as none', () => {
  expect(percentText(0n, 'up')).toBe('+<0.1%');
  expect(percentText(-111n, 'down')).toBe('−11.1%');
  expect(percentText(1000n, 'up')).toBe('+100.0%');
});

test('a quarter up or down is large, and so is anything from zero', () => {
  expect(isLarge(changeBetween('100', '125'))).toBe(true);
  expect(isLarge(changeBetween('100', '124'))).toBe(false);
  expect(isLarge(changeBetween('100', '75'))).toBe(true);
  expect(isLarge(changeBetween('0', '1'))).toBe(true);
  expect(isLarge(changeBetween('3', '3'))).toBe(false);
  expect(isLarge(null)).toBe(false);
});
