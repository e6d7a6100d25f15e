import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOfText, moneyOfText, numbersOfText } from './letter-sheet.ts';
import { documentKey, firstTwin, sameWords, wordsKey } from './letters.rules.ts';
import type { KnownRow } from './letters.types.ts';

test.each([
  ['示办通〔2024〕10号', '示办通[2024]10号', true],
  ['示办通〔2024〕10号', '示办通 【２０２４】 10 号', true],
  ['示办通〔2024〕10号', '示办通〔2024〕1号', false],
  ['示办通〔2024〕10号', '示办通〔2023〕10号', false],
])('%s and %s are one letter: %s', (one, other, same) => {
  expect(documentKey(one) === documentKey(other)).toBe(same);
});

test.each([
  ['（一）大班额没有消除。', '1、大班额没有消除', true],
  ['大班额 没有消除', '大班额没有消除；', true],
  ['1.5万册图书没有更新', '5万册图书没有更新', false],
  ['巩固率低于95%', '巩固率低于95', false],
  ['小学差异系数0.55', '小学差异系数055', false],
  ['优质学前教育供给不足', '优质学前教育资源供给不足', false],
])('%s and %s say the same: %s', (one, other, same) => {
  expect(wordsKey(one) === wordsKey(other)).toBe(same);
});

test('numbering, spaces and full stops never make another problem of it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[一-龥]{4,20}$/).filter((words) => !/^[一二三四五六七八九十百]/.test(words)),
      fc.constantFrom('（三）', '3. ', '十二、', '(4)'),
      (words, ordinal) => wordsKey(`${ordinal}${words}。`) === wordsKey(words),
    ),
  );
});

const row = (row: Partial<KnownRow>): KnownRow => ({
  id: 'r',
  number: 1,
  status: 'open',
  title: '大班额没有消除',
  worded: true,
  schoolId: null,
  ...row,
});

test('a problem joins the row of the same words that is still being put right', () => {
  expect(sameWords([row({})], '一、大班额没有消除')).not.toBeNull();
  expect(sameWords([row({ status: 'closed' })], '大班额没有消除')).toBeNull();
  expect(sameWords([row({ worded: false })], '大班额没有消除')).toBeNull();
  expect(sameWords([row({ title: null })], '大班额没有消除')).toBeNull();
});

test('the first of two that are the same', () => {
  expect(firstTwin(['a', 'b', 'a', 'b'])).toEqual({ second: 2, first: 0 });
  expect(firstTwin(['a', 'b'])).toBeNull();
});

test.each([
  ['2024年4月25日', '2024-04-25'],
  ['2024/4/25', '2024-04-25'],
  ['2024-04-25T00:00:00', '2024-04-25'],
  ['2024-02-30', null],
  ['4月底', null],
])('the day %s', (text, day) => {
  expect(dayOfText(text)).toBe(day);
});

test.each([
  ['180', '180'],
  ['1,180.5 万元', '1180.5'],
  ['约180万', null],
  ['-3', null],
])('the amount %s', (text, amount) => {
  expect(moneyOfText(text)).toBe(amount);
});

test.each([
  ['12', [12]],
  ['第12号、15-17', [12, 15, 16, 17]],
  ['3，3', [3]],
  ['十二', null],
  ['9-3', null],
  ['1-5000', null],
])('the numbers %s', (text, numbers) => {
  expect(numbersOfText(text)).toEqual(numbers);
});
