import { describe, expect, test } from '@jest/globals';
import { progressSegments, timeLeft } from './progress.ts';

const counts = { 'not-started': 1, filling: 2, 'handed-over': 0, submitted: 3, returned: 0, approved: 4 };

test('segments begin with what is approved and add up', () => {
  const segments = progressSegments({ counts, schoolCount: 10 });
  expect(segments.map((each) => each.status)).toEqual([
    'approved',
    'submitted',
    'returned',
    'handed-over',
    'filling',
    'not-started',
  ]);
  expect(segments.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1);
});

test('a round without schools has no shares', () => {
  expect(progressSegments({ counts, schoolCount: 0 }).every((each) => each.share === 0)).toBe(true);
});

describe('time left', () => {
  const closesAt = '2026-11-30T15:59:59.000Z';
  const at = (iso: string) => timeLeft(closesAt, Date.parse(iso));
  test('in the largest whole unit', () => {
    expect(at('2026-11-20T15:59:58Z')).toEqual({ kind: 'left', unit: 'days', count: 10 });
    expect(at('2026-11-29T16:00:00Z')).toEqual({ kind: 'left', unit: 'hours', count: 23 });
    expect(at('2026-11-30T15:59:30Z')).toEqual({ kind: 'left', unit: 'minutes', count: 1 });
  });
  test('the closing instant itself is over', () => {
    expect(at('2026-11-30T15:59:59Z')).toEqual({ kind: 'over', unit: 'minutes', count: 1 });
    expect(at('2026-12-03T16:00:00Z')).toEqual({ kind: 'over', unit: 'days', count: 3 });
  });
});
