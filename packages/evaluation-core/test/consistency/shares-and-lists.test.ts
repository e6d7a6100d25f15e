import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkStatedNumber } from '../../src/index.ts';
import type { Claim } from '../../src/index.ts';
import { derived } from './derived-claim.ts';
import { count, percent, raw } from '../golden/claims/build.ts';

const share = percent(raw('a'), raw('b'));

describe('shares of whole things', () => {
  const whole = (known: 'part' | 'whole', amount: string, stated: string) =>
    checkStatedNumber({ id: 'x', kind: 'share-of-whole', raws: { amount }, known, amount: raw('amount'), stated });
  test('33.3 % of 74 pupils are no whole number of them', () => {
    expect(whole('whole', '74人', '33.3%').finding).toBe('no-whole-number');
    expect(whole('whole', '74人', '33.8%')).toMatchObject({
      finding: 'whole-number-found',
      facts: { low: '25', high: '25' },
    });
    // 25 / 74 = 33.78 %
    expect(whole('whole', '74人', '33.7%').finding).toBe('only-if-truncated');
    expect(whole('part', '357所', '23.8%').facts).toMatchObject({ low: '1497', high: '1503' });
    expect(whole('part', '3人', '0%').finding).toBe('divided-by-zero');
    expect(whole('part', '', '5%').finding).toBe('figure-missing');
    expect(whole('part', '3人', '.%').finding).toBe('figure-missing');
  });
  test('every true share is found, and the true number is among the candidates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 3 }),
        (x, y, decimals) => {
          const [part, all] = [Math.min(x, y), Math.max(x, y)];
          const stated =
            derived({ a: String(part), b: String(all) }, share, null, { decimals }).recomputed?.rounded ?? '';
          if (Number(stated) === 0) return;
          for (const [known, amount, other] of [
            ['whole', all, part],
            ['part', part, all],
          ] as const) {
            const { facts, finding } = whole(known, String(amount), `${stated}%`);
            expect(finding).toBe('whole-number-found');
            expect(Number(facts['low'])).toBeLessThanOrEqual(other);
            expect(Number(facts['high'])).toBeGreaterThanOrEqual(other);
          }
        },
      ),
    );
  });
});

describe('lists', () => {
  test.each([
    ['(一)-(八)', '一是至八是', true, 'covered'],
    ['4个学段', '初中教育及高中教育(含职高)两个学段', false, 'not-covered'],
    ['4个学段', '高中', false, 'not-covered'],
    ['4个学段', '两个学段', false, 'not-covered'],
    ['小学、初中、高中、学前', '初中、高中', false, 'not-covered'],
    ['小学、初中', '初中、小学、高中', false, 'covered'],
    ['甲、乙', '丙、丁', false, 'not-covered'],
    ['甲、乙', '丙、丁', true, 'covered'],
    ['', '甲', false, 'figure-missing'],
  ])('%s by %s (by count: %s): %s', (required, covered, byCount, finding) => {
    const claim: Claim = {
      id: 'x',
      kind: 'coverage',
      raws: { required, covered },
      required: 'required',
      covered: 'covered',
      byCount,
    };
    expect([finding, checkStatedNumber(claim).finding]).toEqual([finding, finding]);
  });
  test('what is open is named', () => {
    const raws = { 学段: '小学、初中、高中、学前', 措施: '初中、高中' };
    const result = checkStatedNumber({ id: 'x', kind: 'coverage', raws, required: '学段', covered: '措施' });
    expect(result.facts).toMatchObject({ left: '4', right: '2', count: '2', other: '小学、学前' });
  });
  test.each([
    ['C1;C2;C3', 'numbered-without-gap'],
    ['C1;C2;C4', 'numbering-broken'],
    ['一是甲;二是乙;二是丙', 'numbering-broken'],
    ['①甲②乙③丙', 'numbered-without-gap'],
    ['甲', 'figure-missing'],
  ])('%s: %s', (labels, finding) => {
    expect(checkStatedNumber({ id: 'x', kind: 'numbering', raws: { labels }, labels: 'labels' }).finding).toBe(finding);
  });
  test.each([
    ['(1)甲; (2)乙; (3)丙', '3'],
    ['三项:甲、乙(含丙、丁)、戊', '3'],
    ['甲;乙、丙;丁', '3'],
    ['1,234所', '1'],
  ])('%s has %s things', (text, length) => {
    expect(derived({ text }, count('text'), null).recomputed?.full).toBe(length);
  });
});
