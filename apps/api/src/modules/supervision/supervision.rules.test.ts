import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextPeriod, periodStart, ruleOf, standingOf } from './supervision.rules.ts';

const monthly = { period: 'month', visits: 1, since: '2026-09-01' } as const;
const TODAY = '2026-11-22';

describe('periods', () => {
  test.each([
    ['month', '2026-01-31', '2026-01-01', '2026-02-01'],
    ['month', '2026-12-01', '2026-12-01', '2027-01-01'],
    ['term', '2026-01-31', '2025-08-01', '2026-02-01'],
    ['term', '2026-02-01', '2026-02-01', '2026-08-01'],
    ['term', '2026-08-01', '2026-08-01', '2027-02-01'],
  ] as const)('a %s with %s runs from %s to before %s', (period, day, start, next) => {
    expect(periodStart(period, day)).toBe(start);
    expect(nextPeriod(period, start)).toBe(next);
  });
});

describe('how a school stands', () => {
  test('each whole period that lacks a visit is overdue, and another’s visits do not make up for it', () => {
    const school = { startsOn: '2020-01-01', visitDays: ['2026-09-03', '2026-09-20', '2026-11-01'] };
    expect(standingOf(monthly, TODAY, school)).toEqual({ done: 1, due: 1, dueBy: '2026-11-30', overdue: 1 });
  });
  test('a school that came in the middle of a period owes nothing for it', () => {
    const school = { startsOn: '2026-10-15', visitDays: [] };
    expect(standingOf(monthly, TODAY, school)).toMatchObject({ due: 1, overdue: 0 });
    expect(standingOf(monthly, '2026-10-20', school)).toMatchObject({ due: 0, overdue: 0 });
  });
  test('by term, two visits', () => {
    const rule = { period: 'term', visits: 2, since: '2026-02-01' } as const;
    const school = { startsOn: '2020-01-01', visitDays: ['2026-03-01'] };
    expect(standingOf(rule, TODAY, school)).toEqual({ done: 0, due: 2, dueBy: '2027-01-31', overdue: 1 });
  });
  test('no more than twelve periods are looked back on', () => {
    const rule = { ...monthly, since: '2000-01-01' };
    expect(standingOf(rule, TODAY, { startsOn: '2000-01-01', visitDays: [] }).overdue).toBe(12);
  });
  test('a further visit never makes it worse', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((back) => {
      const at = new Date(Date.parse(`${TODAY}T00:00:00Z`) - back * 86_400_000);
      return at.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(fc.array(day), day, (visitDays, another) => {
        const rule = { ...monthly, since: '2025-01-01' };
        const before = standingOf(rule, TODAY, { startsOn: '2020-01-01', visitDays });
        const after = standingOf(rule, TODAY, { startsOn: '2020-01-01', visitDays: [...visitDays, another] });
        expect(after.overdue).toBeLessThanOrEqual(before.overdue);
        expect(after.done).toBeGreaterThanOrEqual(before.done);
      }),
    );
  });
});

test('without a rule of the county’s own it is one visit a month of the term that runs', () => {
  expect(ruleOf({ period: null, visits: null, since: null }, TODAY)).toEqual({
    period: 'month',
    visits: 1,
    since: '2026-08-01',
  });
});
