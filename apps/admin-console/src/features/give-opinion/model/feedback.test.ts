import { expect, test } from '@jest/globals';
import { emptyFeedbackPlaces, problemsFrom } from './feedback.ts';

test('problems are the findings, numbered, with their schools', () => {
  const school = { id: 's', code: '1', name: '东镇中心小学' };
  expect(
    problemsFrom([
      { school: null, fact: '有大班额。' },
      { school, fact: '操场小。' },
    ]),
  ).toBe('1. 有大班额。\n2. 东镇中心小学：操场小。');
});

test('every part of it is asked for', () => {
  const conclusions = [{ heading: '资源配置', text: '' }];
  expect(emptyFeedbackPlaces({ number: '', conclusions, practice: '有', problems: ' ', proposals: '有' })).toEqual([
    '/conclusions/0/text',
    '/problems',
  ]);
});
