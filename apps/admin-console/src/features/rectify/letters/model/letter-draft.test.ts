import { describe, expect, test } from '@jest/globals';
import type { FeedbackLetterReading } from '@junheng/api-contract';
import {
  emptyDraft,
  emptyMeasure,
  emptyProblem,
  headFaults,
  problemFaults,
  requestOf,
  withoutRow,
  withReading,
  type LetterDraft,
} from './letter-draft.ts';

const TODAY = '2026-09-10';
const head = {
  document: '示督办〔2026〕3号',
  issuer: '示例市教育督导委员会',
  addressee: '甲县人民政府',
  datedOn: '2026-09-01',
  dueOn: '2026-12-01',
};
const problem = (text: string) => ({ ...emptyProblem(), text });
const draft = (...texts: readonly string[]): LetterDraft => ({ head, problems: texts.map(problem) });

describe('faults of a letter that is typed', () => {
  test('what is missing, dated ahead, or due before it is written', () => {
    expect(Object.values(headFaults(emptyDraft(), TODAY))).toEqual(Array.from({ length: 5 }, () => 'missing'));
    expect(headFaults({ ...draft(), head: { ...head, datedOn: '2026-09-11' } }, TODAY)).toEqual({
      datedOn: 'dated-ahead',
    });
    expect(headFaults({ ...draft(), head: { ...head, dueOn: '2026-08-31' } }, TODAY)).toEqual({ dueOn: 'due-early' });
    expect(headFaults(draft(), TODAY)).toEqual({});
  });

  test('of each problem the first', () => {
    expect(problemFaults(draft('大班额没有消除', '大班', ' 大班额没有消除 '))).toEqual([null, 'short', 'twice']);
    const early = { ...problem('图书不足一半'), deadline: '2026-08-31' };
    const bare = { ...problem('运动场地不足'), measures: [{ ...emptyMeasure(), description: '建' }] };
    const costly = {
      ...problem('实验室不足'),
      measures: [{ ...emptyMeasure(), description: '新建', money: '约五百' }],
    };
    expect(problemFaults({ head, problems: [early, bare, costly] })).toEqual(['early', 'measure', 'measure']);
  });
});

test('the request holds what was typed, trimmed', () => {
  const measure = { ...emptyMeasure(), description: ' 新建教学楼 ', money: ' 860.5 ', rowIds: ['kept'] };
  const sent = requestOf('county', {
    head,
    problems: [{ ...problem(' 校舍面积不足 '), rowIds: ['kept'], measures: [measure] }],
  });
  expect(sent.problems).toEqual([
    {
      text: '校舍面积不足',
      deadline: null,
      rowIds: ['kept'],
      measures: [
        {
          kind: 'organisation',
          description: '新建教学楼',
          money: '860.5',
          quantity: null,
          effects: [],
          rowIds: ['kept'],
        },
      ],
    },
  ]);
});

test('a row that is taken out takes the measures along that were for it alone, never giving them to the others', () => {
  const measure = (description: string, ...rowIds: readonly string[]) => ({ ...emptyMeasure(), description, rowIds });
  const before = {
    ...problem('校舍面积不足'),
    rowIds: ['5', '7', '8'],
    measures: [measure('只为五号', '5'), measure('五号和七号', '5', '7'), measure('只为八号', '8'), measure('全部')],
  };
  const after = withoutRow(before, '5');
  expect(after.rowIds).toEqual(['7', '8']);
  expect(after.measures.map(({ description, rowIds }) => [description, rowIds])).toEqual([
    ['五号和七号', ['7']],
    ['只为八号', ['8']],
    ['全部', []],
  ]);
});

test('a sheet is added behind what is typed, and fills only what is empty', () => {
  const reading: FeedbackLetterReading = {
    fileName: '问题清单.xlsx',
    particulars: { document: '另一个文号', issuer: null, addressee: '乙县', datedOn: '2026-08-01', dueOn: null },
    problems: [{ text: '图书不足', deadline: '2026-11-01', rowIds: ['a'], measures: [] }],
    counts: { rows: 1, problems: 1, measures: 0, errors: 0, warnings: 0 },
    findings: [],
  };
  const filled = withReading({ ...emptyDraft(), head: { ...emptyDraft().head, document: '示督办' } }, reading);
  expect(filled.head).toMatchObject({ document: '示督办', issuer: '', addressee: '乙县', datedOn: '2026-08-01' });
  expect(filled.problems).toMatchObject([{ text: '图书不足', deadline: '2026-11-01', rowIds: ['a'] }]);
  expect(withReading(draft('大班额没有消除'), reading).problems.map(({ text }) => text)).toEqual([
    '大班额没有消除',
    '图书不足',
  ]);
});
