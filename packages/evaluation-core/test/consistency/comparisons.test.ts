import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber } from '../../src/index.ts';
import { change, constant, raw } from '../golden/claims/build.ts';

describe('comparisons', () => {
  const compared = (
    a: string,
    relation: 'at-least' | 'above' | 'at-most' | 'below' | 'equal',
    b: string,
    claimed = true,
  ) =>
    checkStatedNumber({
      id: 'x',
      kind: 'comparison',
      raws: { a },
      left: raw('a'),
      relation,
      right: constant(b),
      claimed,
      basis: 'standard',
    });
  test.each([
    ['85%', 'at-least', '85%', 'holds'],
    ['84.99%', 'at-least', '85%', 'standard-not-met'],
    ['85%', 'above', '85%', 'standard-not-met'],
    ['0.50', 'at-most', '0.5', 'holds'],
    ['0.501', 'at-most', '0.5', 'standard-not-met'],
    ['99人', 'below', '100人', 'holds'],
    ['约85%', 'at-least', '85%', 'too-approximate'],
    ['85%以上', 'at-least', '85%', 'holds'],
    ['近85%', 'at-least', '85%', 'standard-not-met'],
    ['超过85%', 'above', '85%', 'holds'],
    ['1200多万元', 'above', '1200万元', 'holds'],
    ['0.13亿元', 'above', '1200万元', 'holds'],
    ['', 'at-least', '85%', 'figure-missing'],
  ] as const)('%s %s %s: %s', (a, relation, b, finding) => {
    expect(compared(a, relation, b).finding).toBe(finding);
  });
  test('what the report denies must not hold', () => {
    expect(compared('84%', 'at-least', '85%', false)).toMatchObject({ verdict: 'agrees', finding: 'holds' });
    expect(compared('86%', 'at-least', '85%', false)).toMatchObject({
      verdict: 'disagrees',
      finding: 'standard-met-after-all',
    });
    expect(compared('87.5%', 'at-least', '95%').facts).toMatchObject({
      left: '87.5%',
      right: '95%',
      relation: 'below',
      required: 'at-least',
      other: '-7.5%',
    });
  });
  test('a change without its number still has a direction', () => {
    const changed = (text: string) =>
      checkStatedNumber({
        id: 'x',
        kind: 'comparison',
        raws: { a: text },
        left: change('a'),
        relation: 'at-least',
        right: constant('0'),
        claimed: true,
        basis: 'standard',
      }).finding;
    expect(['同比下降%', '同比增长%', '下降0.1%', '%'].map(changed)).toEqual([
      'standard-not-met',
      'holds',
      'standard-not-met',
      'figure-missing',
    ]);
  });
  test.each([
    ['23.8%', '10%', '基本完成', 'needs-explanation'],
    ['23.8%', '10%', '超额完成', 'holds'],
    ['9.5%', '10%', '基本完成', 'holds'],
    ['9.5%', '10%', '完成', 'needs-explanation'],
    ['10%', '10%', '完成', 'holds'],
    ['8%', '10%', '未完成', 'holds'],
    ['约10%', '10%', '完成', 'too-approximate'],
    ['8%', '10%', '有力推进', 'unknown-word'],
    ['8%', '0%', '完成', 'divided-by-zero'],
  ])('%s of a target of %s, "%s": %s', (actual, target, stated, finding) => {
    const raws = { actual, target };
    expect(
      checkStatedNumber({ id: 'x', kind: 'attainment', raws, actual: raw('actual'), target: raw('target'), stated })
        .finding,
    ).toBe(finding);
  });
});
