import { expect, test } from '@jest/globals';
import { stillOpen } from './still-open.ts';

test('what was entered since the server was asked is not asked for again', () => {
  const open = [
    { at: 'verified:area', code: 'not-verified' },
    { at: 'verified:rooms', code: 'not-verified' },
    { at: 'reason:pupils', code: 'reason-missing' },
    { at: 'score:G1', code: 'not-judged' },
    { at: 'score:card/c1', code: 'not-judged' },
    { at: 'veto-facts:V1', code: 'facts-missing' },
  ];
  const typed: Readonly<Record<string, string>> = {
    'verified:area': '390',
    'reason:rooms': '资产账册未提供',
    'score:me/G1': 'met',
    'score:colleague/card/c1': '9',
  };
  const left = stillOpen({ open }, 'me', (entry) => typed[entry] ?? '');
  expect(left.map(({ at }) => at)).toEqual(['reason:pupils', 'score:card/c1', 'veto-facts:V1']);
  expect(stillOpen({ open }, 'me', () => '')).toEqual(open);
});
