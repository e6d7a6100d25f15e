import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber } from '../../src/index.ts';
import type { ConsistencyFinding } from '../../src/index.ts';
import { raw } from '../golden/claims/build.ts';

describe('the same quantity at several places', () => {
  const restated = (...places: readonly { readonly text: string; readonly about?: string; readonly asOf?: string }[]) =>
    checkStatedNumber({
      id: 'x',
      kind: 'restated',
      raws: Object.fromEntries(places.map(({ text }, index) => [`p${index}`, text])),
      statements: places.map(({ about = '投资', asOf = null }, index) => ({
        at: String(index),
        about,
        asOf,
        values: [raw(`p${index}`)],
      })),
    });
  test.each<readonly [readonly { text: string; about?: string; asOf?: string }[], ConsistencyFinding]>([
    [[{ text: '近1200万元' }, { text: '1200多万元' }], 'contradiction'],
    [[{ text: '近1200万元' }, { text: '1150万元' }], 'restated-alike'],
    [[{ text: '0.12亿元' }, { text: '1200万元' }], 'restated-alike'],
    [[{ text: '6所' }, { text: '4所', about: '只计义务教育' }], 'needs-explanation'],
    [
      [
        { text: '6所', asOf: '2010年' },
        { text: '4所', asOf: '2014年' },
      ],
      'needs-explanation',
    ],
    [[{ text: '6所', asOf: '2010年' }, { text: '4所' }], 'contradiction'],
    [[{ text: '6所' }, { text: '' }, { text: '4所' }], 'contradiction'],
    [[{ text: '6所' }, { text: '' }, { text: '6所' }], 'figure-missing'],
    [[{ text: '4.2人以上' }, { text: '4.5人以上' }], 'contradiction'],
    [[{ text: '4.2人以上' }, { text: '4.2 人以上' }], 'restated-alike'],
    [[{ text: '6所' }], 'malformed-claim'],
  ])('%j: %s', (places, finding) => {
    expect(restated(...places).finding).toBe(finding);
  });
});
