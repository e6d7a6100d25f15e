import { expect, test } from '@jest/globals';
import type { RoundSelfReport } from '@junheng/api-contract';
import { placeInList } from './neighbours.ts';

const rows = ['a', 'b', 'c'].map((selfReportId) => ({ selfReportId }) as RoundSelfReport);

test('before and after', () => {
  expect(placeInList(rows, 'b')).toEqual({ previous: 'a', next: 'c', place: 2, total: 3 });
  expect(placeInList(rows, 'a')).toEqual({ previous: null, next: 'b', place: 1, total: 3 });
  expect(placeInList(rows, 'c')).toEqual({ previous: 'b', next: null, place: 3, total: 3 });
});

test('a report the filter hides leads to the head of the list', () => {
  expect(placeInList(rows, 'x')).toEqual({ previous: null, next: 'a', place: null, total: 3 });
  expect(placeInList([], 'x')).toEqual({ previous: null, next: null, place: null, total: 0 });
});
