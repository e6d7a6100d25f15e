import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber, checkStatedNumbers } from '../../src/index.ts';
import type { Claim, ConsistencyFinding, Formula } from '../../src/index.ts';
import { derived } from './derived-claim.ts';
import { growth, percent, quotient, raw, sum } from '../golden/claims/build.ts';

const ratio = quotient(raw('a'), raw('b'));
const share = percent(raw('a'), raw('b'));

describe('derived numbers at their printed digits', () => {
  test.each<readonly [string, string, Formula, string, ConsistencyFinding]>([
    ['7673', '74', ratio, '103.69', 'same'],
    ['7673', '74', ratio, '103.68', 'only-if-truncated'],
    ['7673', '74', ratio, '103.67', 'other-number'],
    ['7673', '74', ratio, '103', 'only-if-truncated'],
    ['7673', '74', ratio, '104', 'same'],
    // exactly half: 12.5 rounds up, and is cut off to 12
    ['25', '2', ratio, '13', 'same'],
    ['25', '2', ratio, '12', 'only-if-truncated'],
    ['25', '2', ratio, '12.50', 'same'],
    // a whole number has nothing to cut off
    ['24', '2', ratio, '11', 'other-number'],
    ['6291', '545', ratio, '11.5∶1', 'same'],
    ['545', '6291', ratio, '1:11.5', 'same'],
    ['545', '6291', ratio, '1:11.6', 'other-number'],
    ['545', '6291', ratio, '0.087', 'same'],
    ['89', '845', share, '10.5％', 'same'],
    ['89', '845', share, '10.53', 'same'],
    ['89', '845', share, '百分之十一', 'same'],
    ['89', '845', share, '约10%', 'same'],
    ['89', '845', share, '近11%', 'same'],
    ['89', '845', share, '10%以上', 'same'],
    ['89', '845', share, '近10%', 'other-number'],
    ['89', '845', share, '不足10%', 'other-number'],
    ['89', '845', share, '', 'figure-missing'],
    ['89', '', share, '10.5%', 'figure-missing'],
    ['89', '( )人', share, null as never, 'figure-missing'],
    ['0', '0', share, '100%', 'divided-by-zero'],
    ['约130万元', '1700余人次', ratio, '764.7元/人次', 'same'],
    ['约130万元', '1700余人次', ratio, '750元/人次', 'within-approximation'],
    ['约130万元', '1700余人次', ratio, '800元/人次', 'other-number'],
    ['4.6亿元', '7.1亿元', share, '64.8%', 'same'],
    // 4.64 / 7.13 would be 65.1 %
    ['4.6亿元', '7.1亿元', share, '65.1%', 'perhaps-rounded-raws'],
    ['4.6亿元', '7.1亿元', share, '70%', 'other-number'],
    ['12.98万', '1', raw('a'), '13万', 'same'],
    ['12.98万', '1', raw('a'), '12万', 'only-if-truncated'],
    ['12.98万', '1', raw('a'), '129800', 'same'],
    ['700元', '670.7元', growth('b', 'a'), '增长4.37%', 'same'],
    ['700元', '670.7元', growth('b', 'a'), '下降4.37%', 'other-number'],
    ['670.7元', '700元', growth('b', 'a'), '下降4.19%', 'same'],
    ['670.7元', '700元', growth('b', 'a'), '-4.19%', 'same'],
    ['670.7元', '700元', growth('b', 'a'), '4.19%', 'other-number'],
  ])('%s, %s: is it what is stated? %#', (a, b, formula, stated, finding) => {
    expect([stated, derived({ a, b }, formula, stated).finding]).toEqual([stated, finding]);
  });

  test('all that is missing is named at once, with its reason', () => {
    const result = derived({ a: 'sssss人', b: '( )人', c: '12人' }, sum('a', 'b', 'c', 'd'), '100人');
    expect(result).toMatchObject({ verdict: 'cannot-be-checked', finding: 'figure-missing', recomputed: null });
    expect(result.missing).toEqual([
      { name: 'a', text: 'sssss人', problem: 'masked' },
      { name: 'b', text: '( )人', problem: 'placeholder' },
      { name: 'd', text: '', problem: 'not-given' },
    ]);
  });

  test('the arithmetic is shown, exact and in the printed unit', () => {
    expect(derived({ a: '89', b: '545', c: '300' }, percent(raw('a'), sum('b', 'c')), '10.5%')).toMatchObject({
      formula: '89 / (545 + 300)',
      recomputed: {
        exact: '89/845',
        unit: '%',
        full: '10.532544',
        rounded: '10.5',
        truncated: '10.5',
        low: null,
        high: null,
      },
    });
    expect(derived({ a: '2', b: '3' }, quotient(raw('a'), raw('b')), null).recomputed).toMatchObject({
      rounded: '0.67',
      truncated: '0.66',
    });
    expect(derived({ a: '670.7元', b: '700元' }, growth('b', 'a'), null).recomputed).toMatchObject({
      full: '-4.185714',
      rounded: '-4.19',
      truncated: '-4.18',
    });
  });

  test.each<readonly [string, string, Formula, string, string, number | null]>([
    ['7673', '74', ratio, '1036.89', 'power-of-ten', 1],
    ['89', '845', share, '0.105%', 'power-of-ten', -2],
    ['545', '6291', ratio, '11.54', 'inverted', null],
    ['89', '845', share, '89.5%', 'complement', null],
    ['700元', '670.7元', growth('b', 'a'), '下降4.37%', 'opposite-sign', null],
    ['942元', '799.7元', growth('b', 'a'), '15.11%', 'other-base', null],
    ['8', '2', { kind: 'sum', terms: [raw('a'), raw('b')] }, '2023人', 'year', null],
  ])('%s, %s: what lies behind it %#', (a, b, formula, stated, cause, exponent) => {
    expect(derived({ a, b }, formula, stated).suspect).toEqual({ cause, claimId: null, exponent });
  });

  test('single digits are not suspected of anything but the copy of a right number before them', () => {
    const claim = (id: string, a: string): Claim => ({
      id,
      kind: 'derived',
      raws: { a, b: '74名' },
      formula: ratio,
      stated: '8平方米',
    });
    const results = checkStatedNumbers([
      claim('first', '583平方米'),
      claim('second', '800平方米'),
      claim('third', '590平方米'),
    ]);
    expect(results.map((each) => [each.verdict, each.suspect?.claimId ?? null])).toEqual([
      ['agrees', null],
      ['disagrees', 'first'],
      ['agrees', null],
    ]);
    expect(checkStatedNumber(claim('second', '800平方米')).suspect).toBeNull();
  });

  test('formulas that nest too deep or are empty are no formulas', () => {
    let deep: Formula = raw('a');
    for (let level = 0; level < 30; level += 1) deep = { kind: 'sum', terms: [deep] };
    expect(derived({ a: '1' }, deep, '1').finding).toBe('malformed-claim');
    expect(derived({ a: '1' }, { kind: 'sum', terms: [] }, '1').finding).toBe('malformed-claim');
    expect(derived({ a: '1' }, raw('constructor'), '1').missing).toMatchObject([{ problem: 'not-given' }]);
  });
});
