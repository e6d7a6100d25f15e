import { expect, test } from '@jest/globals';
import type { FeedbackLetter } from '@junheng/api-contract';
import { correctionOf, isChanged, withDueOn } from './letter-correction.ts';

const letter: FeedbackLetter = {
  id: 'l1',
  county: { id: 'c1', name: '甲县' },
  document: '示督办〔2026〕3号',
  issuer: '示例市教育督导委员会办公室',
  addressee: '甲县人民政府',
  datedOn: '2026-09-01',
  dueOn: '2026-12-01',
  entered: { at: '2026-09-10T00:00:00.000Z', by: '管理员甲' },
  revision: 0,
  corrections: [],
  problems: [
    { id: 'p1', text: '大班额没有消除', deadline: '2026-12-01', rows: [] },
    { id: 'p2', text: '图书不足一半', deadline: '2026-10-15', rows: [] },
  ],
};

test('problems without a day of their own move with the day of the report', () => {
  const draft = withDueOn(correctionOf(letter), '2026-12-21');
  expect(draft.problems.map(({ deadline }) => deadline)).toEqual(['2026-12-21', '2026-10-15']);
  expect(isChanged(letter, draft)).toBe(true);
});

test('spaces around what was said change nothing', () => {
  const draft = correctionOf(letter);
  expect(isChanged(letter, { ...draft, head: { ...draft.head, document: ` ${letter.document} ` } })).toBe(false);
});
