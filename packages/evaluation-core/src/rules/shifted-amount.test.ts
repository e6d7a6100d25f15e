import { describe, expect, test } from '@jest/globals';
import type { Amount } from '../items/amount.ts';
import { changePart, yearsEarlier } from './shifted-amount.ts';

const item = (name: string, yearsBack: number): Amount => ({ kind: 'item', item: name, stage: null, yearsBack });
const two: Amount = { kind: 'constant', value: '2' };

describe('the same amount two years earlier', () => {
  test.each<readonly [string, Amount, Amount]>([
    ['an item', item('a', 1), item('a', 3)],
    [
      'a sum, with a constant that has no year',
      { kind: 'sum', of: [item('a', 0), two] },
      { kind: 'sum', of: [item('a', 2), two] },
    ],
    [
      'a product',
      { kind: 'product', of: [item('a', 0), item('b', 1)] },
      { kind: 'product', of: [item('a', 2), item('b', 3)] },
    ],
    ['the larger', { kind: 'larger', of: [item('a', 0), two] }, { kind: 'larger', of: [item('a', 2), two] }],
    ['the smaller', { kind: 'smaller', of: [item('a', 0), two] }, { kind: 'smaller', of: [item('a', 2), two] }],
    [
      'a difference, on both sides',
      { kind: 'difference', of: item('a', 0), minus: item('b', 1) },
      { kind: 'difference', of: item('a', 2), minus: item('b', 3) },
    ],
    [
      'a quotient, on both sides',
      { kind: 'quotient', of: item('a', 0), by: item('b', 1) },
      { kind: 'quotient', of: item('a', 2), by: item('b', 3) },
    ],
    ['a rounded amount', { kind: 'rounded-up', of: item('a', 0) }, { kind: 'rounded-up', of: item('a', 2) }],
    [
      'a total of the schools',
      { kind: 'total-of-schools', of: item('a', 0), where: null, schools: 'registered' },
      { kind: 'total-of-schools', of: item('a', 2), where: null, schools: 'registered' },
    ],
  ])('%s', (_title, amount, expected) => {
    expect(yearsEarlier(amount, 2)).toEqual(expected);
  });

  test.each<Amount>([
    two,
    { kind: 'by-stage', values: { primary: '1' } },
    { kind: 'by-choice', item: 'a', values: { x: '1' }, otherwise: null },
    { kind: 'setting', id: 's', value: null, least: '0', greatest: '1' },
    { kind: 'years-since', item: 'opened' },
  ])('what has no year stays: %j', (amount) => {
    expect(yearsEarlier(amount, 2)).toBe(amount);
  });

  test('no year earlier is the very same amount', () => {
    const amount: Amount = { kind: 'sum', of: [item('a', 0)] };
    expect(yearsEarlier(amount, 0)).toBe(amount);
  });
});

test('the part of a change names how many years back it is', () => {
  expect([0, 1, 2].map(changePart)).toEqual(['@0', '@1', '@2']);
});
