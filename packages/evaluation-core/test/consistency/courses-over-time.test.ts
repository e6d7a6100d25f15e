import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber } from '../../src/index.ts';
import { raw } from '../golden/claims/build.ts';

describe('courses over time', () => {
  const trend = (stated: string, ...values: readonly string[]) =>
    checkStatedNumber({
      id: 'x',
      kind: 'trend',
      raws: Object.fromEntries(values.map((text, index) => [`y${index}`, text])),
      values: values.map((_, index) => raw(`y${index}`)),
      stated,
    }).finding;
  test.each([
    ['逐年提高', ['0.88%', '1.31%', '1.46%', '1.71%'], 'trend-holds'],
    ['逐年提高', ['0.88%', '1.31%', '1.31%'], 'trend-broken'],
    ['只增不减', ['700元', '700元', '942元'], 'trend-holds'],
    ['只增不减', ['700元', '699.99元'], 'trend-broken'],
    ['连年下降', ['45所', '40所', '32所'], 'trend-holds'],
    ['持平', ['32所', '32所'], 'trend-holds'],
    ['逐年提高', ['100', '', '90', '95'], 'figure-missing'],
    // one step against it decides, whatever is missing
    ['逐年提高', ['100', '', '110', '95'], 'trend-broken'],
    ['逐年提高', ['约100万', '102万'], 'too-approximate'],
    ['稳步推进', ['1', '2'], 'unknown-word'],
    ['提高', ['1'], 'malformed-claim'],
  ])('%s: %j: %s', (stated, values, finding) => {
    expect(trend(stated, ...values)).toBe(finding);
  });
});
