import { expect, test } from '@jest/globals';
import type { CorrectFeedbackLetterRequest } from '@junheng/api-contract';
import {
  changesOf,
  deadlineAfter,
  titleAfter,
  type LetterBefore,
  type RowOfProblem,
} from './letter-correction.rules.ts';

const row = (id: string, more: Partial<RowOfProblem> = {}): RowOfProblem => ({
  id,
  number: Number(id.slice(1)),
  status: 'open',
  title: '大班额没有消除',
  deadline: '2026-12-31',
  known: false,
  otherDeadlines: [],
  ...more,
});
const letterOf = (...rows: readonly RowOfProblem[]): LetterBefore => ({
  revision: 0,
  document: '示督办〔2026〕3号',
  issuer: '示例市教育督导委员会办公室',
  addressee: '甲县人民政府',
  datedOn: '2026-09-01',
  dueOn: '2026-12-31',
  problems: [{ id: 'p1', position: 1, text: '大班额没有消除', deadline: '2026-12-31', rows }],
});
const corrected = (
  letter: LetterBefore,
  head: Partial<CorrectFeedbackLetterRequest> = {},
  problem: { readonly text?: string; readonly deadline?: string } = {},
): CorrectFeedbackLetterRequest => {
  const { problems, ...particulars } = letter;
  return {
    ...particulars,
    reason: '录入有误',
    problems: problems.map(({ id, text, deadline }) => ({ id, text, deadline, ...problem })),
    ...head,
  };
};

test('what says the same is no correction', () => {
  const letter = letterOf(row('r1'));
  expect(changesOf(letter, corrected(letter))).toEqual([]);
});

test('a corrected 文号 is that of every row, also of one that is closed', () => {
  const letter = letterOf(row('r1'), row('r2', { status: 'closed' }));
  expect(changesOf(letter, corrected(letter, { document: '示督办〔2026〕13号' }))).toMatchObject([
    {
      field: 'document',
      problem: null,
      rows: [
        { number: 1, kept: null },
        { number: 2, kept: null },
      ],
    },
  ]);
});

test.each([
  ['the row of the letter', row('r1'), '大班额仍未消除', null],
  ['a row that was there before', row('r1', { known: true }), '大班额没有消除', 'own-words'],
  ['a row of the data', row('r1', { known: true, title: null }), null, 'own-words'],
  ['a closed row', row('r1', { status: 'closed' }), '大班额没有消除', 'closed'],
] as const)('corrected words of %s', (_name, own, title, kept) => {
  const letter = letterOf(own);
  const request = corrected(letter, {}, { text: '大班额仍未消除' });
  expect(titleAfter(own, letter, request)).toBe(title);
  expect(changesOf(letter, request)[0]?.rows).toMatchObject([{ kept }]);
});

test.each([
  ['follows, earlier', row('r1'), '2026-11-30', '2026-11-30', null],
  ['follows, later', row('r1'), '2027-01-31', '2027-01-31', null],
  ['never beyond another letter', row('r1', { otherDeadlines: ['2027-01-15'] }), '2027-01-31', '2027-01-15', null],
  ['was given another since', row('r1', { deadline: '2027-03-01' }), '2026-11-30', '2027-03-01', 'own-deadline'],
  ['was earlier before', row('r1', { deadline: '2026-10-01' }), '2026-11-30', '2026-10-01', 'own-deadline'],
  ['is closed', row('r1', { status: 'closed' }), '2026-11-30', '2026-12-31', 'closed'],
] as const)('a corrected deadline: %s', (_name, own, deadline, after, kept) => {
  const letter = letterOf(own);
  const request = corrected(letter, {}, { deadline });
  expect(deadlineAfter(own, letter, request)).toBe(after);
  expect(changesOf(letter, request)[0]?.rows).toMatchObject([{ kept }]);
});
