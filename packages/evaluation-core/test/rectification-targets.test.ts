import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { targetState, type Target } from '../src/rectification/target.ts';
import type { Standing } from '../src/rectification/standing-at.ts';

const measured = (value: number | null, exact: string | null): Standing => ({
  outcome: 'unmet',
  measured: { value, exact, comparator: 'at-most', limit: '0.5' },
});
const atMost = (value: string): Target => ({ comparator: 'at-most', value });
const atLeast = (value: string): Target => ({ comparator: 'at-least', value });

describe('a target of the year', () => {
  test.each([
    ['reached exactly', measured(0.5, '1/2'), atMost('0.5'), false, 'reached'],
    ['by a hair not', measured(0.5, '500000000000001/1000000000000000'), atMost('0.5'), false, 'under-way'],
    ['not, and late', measured(0.55, null), atMost('0.5'), true, 'missed'],
    ['reached, though late', measured(0.45, null), atMost('0.5'), true, 'reached'],
    ['from below', measured(96, '96'), atLeast('95'), false, 'reached'],
    ['from below not yet', measured(94.9, '949/10'), atLeast('95'), false, 'under-way'],
    ['a double on the limit decides nothing', measured(0.5, null), atMost('0.5'), true, 'unknown'],
    ['nobody knows', measured(null, null), atMost('0.5'), true, 'unknown'],
    ['no such place', null, atMost('0.5'), false, 'unknown'],
    [
      'what a part of the data say',
      { ...measured(0.3, null), outcome: 'undetermined' },
      atMost('0.5'),
      false,
      'unknown',
    ],
  ] as const)('%s', (_name, standing, target, late, state) => {
    expect(targetState(standing, target, late)).toBe(state);
  });

  test('nothing known is never reached or missed, and what is reached is never missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.boolean(),
        (now, wanted, late) => {
          const state = targetState(measured(now / 1000, `${now}/1000`), atLeast((wanted / 1000).toFixed(3)), late);
          expect(state).toBe(now >= wanted ? 'reached' : late ? 'missed' : 'under-way');
        },
      ),
    );
  });
});
