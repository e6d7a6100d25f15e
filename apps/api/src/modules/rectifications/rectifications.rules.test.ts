import { describe, expect, test } from '@jest/globals';
import {
  escalationOf,
  followsFrom,
  hasLapsed,
  isOwnRow,
  moveBy,
  overdueDays,
  standsInData,
  statusOn,
} from './rectifications.rules.ts';

const excepted = { status: 'excepted', exceptionExpiresOn: '2026-09-20' } as const;

describe('an exception', () => {
  test('holds to the end of its last day and lapses by itself', () => {
    expect(hasLapsed(excepted, '2026-09-20')).toBe(false);
    expect(statusOn(excepted, '2026-09-20')).toBe('excepted');
    expect(statusOn(excepted, '2026-09-21')).toBe('open');
  });

  test('lets nothing be overdue while it holds; after it the days count from its end', () => {
    const row = { ...excepted, deadline: '2026-09-01' };
    expect(overdueDays(row, '2026-09-20')).toBe(0);
    expect(overdueDays(row, '2026-09-21')).toBe(1);
  });
});

describe('an overdue row', () => {
  test.each([
    ['2026-09-10', 0, null],
    ['2026-09-11', 1, 'unit'],
    ['2026-09-17', 7, 'unit'],
    ['2026-09-18', 8, 'county'],
    ['2026-09-25', 15, 'city'],
    ['2026-10-02', 22, 'province'],
    ['2027-09-10', 365, 'province'],
  ] as const)('due on 10 September lies on %s (%i days) with %s', (today, days, level) => {
    const row = { status: 'open', exceptionExpiresOn: null, deadline: '2026-09-10' } as const;
    expect(overdueDays(row, today)).toBe(days);
    expect(escalationOf(days)).toBe(level);
  });

  test('is none while it waits to be verified, or has no deadline', () => {
    expect(overdueDays({ status: 'to-verify', exceptionExpiresOn: null, deadline: '2026-09-01' }, '2026-10-01')).toBe(
      0,
    );
    expect(overdueDays({ status: 'open', exceptionExpiresOn: null, deadline: null }, '2026-10-01')).toBe(0);
  });
});

test.each([
  ['failing', 'open', 'open', null],
  ['failing', 'to-verify', 'open', 'failed-again'],
  ['failing', 'closed', 'open', 'reopened'],
  ['failing', 'excepted', 'excepted', null],
  ['passing', 'open', 'to-verify', 'passed'],
  ['passing', 'excepted', 'to-verify', 'passed'],
  ['passing', 'to-verify', 'to-verify', null],
  ['passing', 'closed', 'closed', null],
  ['undecided', 'to-verify', 'open', 'failed-again'],
  ['undecided', 'closed', 'closed', null],
  ['undecided', 'open', 'open', null],
] as const)('%s data make of %s: %s', (standing, before, after, event) => {
  expect(moveBy(standing, before)).toEqual({ status: after, event });
});

test('what was carried out before the data were approved stands in them; planned or later, it is still to come', () => {
  expect(standsInData('2026-09-10', '2026-09-11')).toBe(true);
  expect(standsInData('2026-09-10', '2026-09-10')).toBe(true);
  expect(standsInData('2026-09-10', '2026-09-09')).toBe(false);
  expect(standsInData(null, '2026-09-10')).toBe(false);
});

test('a row is one’s own by account, by name where there is no account, and by having reported it done', () => {
  const row = { personId: 'a', personName: '张三示例', reportedBy: 'b' };
  expect(isOwnRow(row, { id: 'a', name: 'x' })).toBe(true);
  expect(isOwnRow(row, { id: 'b', name: 'x' })).toBe(true);
  expect(isOwnRow(row, { id: 'c', name: '张三示例' })).toBe(false);
  expect(isOwnRow({ ...row, personId: null }, { id: 'c', name: '张三示例' })).toBe(true);
});

describe('the ledger follows a round', () => {
  const round = { id: 'a', year: 2026, opensOn: '2026-09-01' };
  const base = { roundId: 'b', year: 2026, opensOn: '2026-09-01' };

  test('that is newer than the one it stands on, or that one again', () => {
    expect(followsFrom(null, round, false)).toBe(true);
    expect(followsFrom({ ...base, roundId: 'a' }, round, false)).toBe(true);
    expect(followsFrom(base, round, false)).toBe(false);
    expect(followsFrom({ ...base, opensOn: '2026-08-31' }, round, false)).toBe(true);
    expect(followsFrom({ ...base, year: 2027 }, round, false)).toBe(false);
  });

  test('never where only a part of the schools is asked', () => {
    expect(followsFrom(null, round, true)).toBe(false);
    expect(followsFrom({ ...base, year: 2025 }, round, true)).toBe(false);
  });
});
