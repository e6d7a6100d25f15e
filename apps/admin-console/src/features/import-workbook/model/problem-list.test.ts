import { expect, test } from '@jest/globals';
import type { ImportProblem } from '@junheng/api-contract';
import { cellAddress, countBySeverity, groupProblems } from './problem-list.ts';

const problem = (changes: Partial<ImportProblem>): ImportProblem => ({
  file: 'a.xlsx',
  sheet: '表1',
  row: null,
  column: null,
  item: null,
  code: 'x',
  severity: 'error',
  facts: {},
  ...changes,
});

test('grouped by file and sheet; errors first, then in reading order, AA after Z', () => {
  const groups = groupProblems([
    problem({ row: 9, column: 'B', severity: 'note' }),
    problem({ row: 5, column: 'AA' }),
    problem({ row: 5, column: 'Z' }),
    problem({ row: 2, severity: 'warning' }),
    problem({ file: 'b.csv', sheet: null }),
  ]);
  expect(groups.map((group) => [group.file, group.sheet])).toEqual([
    ['a.xlsx', '表1'],
    ['b.csv', null],
  ]);
  expect(groups[0]?.problems.map(cellAddress)).toEqual(['Z5', 'AA5', '2', 'B9']);
});

test('a problem of the whole file has no address', () => {
  expect(cellAddress(problem({}))).toBeNull();
});

test('counts', () => {
  expect(countBySeverity([problem({}), problem({ severity: 'note' }), problem({})])).toEqual({
    error: 2,
    warning: 0,
    note: 1,
  });
});
