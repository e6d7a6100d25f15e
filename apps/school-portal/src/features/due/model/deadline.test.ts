import { expect, it } from '@jest/globals';
import { timeLeft, urgencyOf } from './deadline.ts';

// 2026-05-31 23:59:59 in Asia/Shanghai
const CLOSES = '2026-05-31T15:59:59Z';
const at = (time: string): number => Date.parse(time);

it('counts down in the unit that matters', () => {
  expect(timeLeft(CLOSES, at('2026-05-20T00:00:00Z'))).toEqual({ kind: 'days', count: 11 });
  expect(timeLeft(CLOSES, at('2026-05-30T15:59:00Z'))).toEqual({ kind: 'hours', count: 24 });
  expect(timeLeft(CLOSES, at('2026-05-31T15:59:30Z'))).toEqual({ kind: 'minutes', count: 1 });
  expect(timeLeft(CLOSES, at('2026-05-31T15:59:59Z'))).toEqual({ kind: 'over' });
});

it('grows urgent', () => {
  expect(urgencyOf({ kind: 'days', count: 20 })).toBe('calm');
  expect(urgencyOf({ kind: 'days', count: 7 })).toBe('soon');
  expect(urgencyOf({ kind: 'hours', count: 40 })).toBe('now');
  expect(urgencyOf({ kind: 'over' })).toBe('over');
});
