import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareScores, compareVerified, exceeds, meanOf, spreadOf } from './differences.rules.ts';

const says = (...values: readonly string[]) =>
  values.map((value, at) => ({ personId: `p${at}`, name: `${at}`, value }));
const share20 = { kind: 'share', value: '20' } as const;

describe('scores of one point', () => {
  test.each([
    ['nobody', [], '10', { state: 'missing', spread: null, final: null }],
    ['one', ['7.5'], '10', { state: 'single', spread: null, final: '7.5' }],
    ['all the same', ['7', '7.0', '7'], '10', { state: 'agreed', spread: '0', final: '7' }],
    ['at the limit', ['6', '8'], '10', { state: 'within', spread: '2', final: '7' }],
    ['a hundredth above it', ['6', '8.01'], '10', { state: 'differs', spread: '2.01', final: null }],
    ['the mean, half up', ['1', '1.01'], '10', { state: 'within', spread: '0.01', final: '1.01' }],
    ['three of them', ['1', '1', '2'], '10', { state: 'within', spread: '1', final: '1.33' }],
    ['judged the same', ['met', 'met'], null, { state: 'agreed', spread: null, final: 'met' }],
    ['judged by one', ['unclear'], null, { state: 'single', spread: null, final: 'unclear' }],
    ['judged differently', ['met', 'unclear'], null, { state: 'differs', spread: null, final: null }],
  ])('%s', (_what, values, maximum, expected) => {
    expect(compareScores(says(...values), maximum, share20)).toEqual(expected);
  });

  test('the limit may be in points, whatever the maximum', () => {
    const limit = { kind: 'points', value: '0.5' } as const;
    expect(exceeds('0.5', '1', limit)).toBe(false);
    expect(exceeds('0.51', '100', limit)).toBe(true);
  });

  const score = fc.integer({ min: 0, max: 1000 }).map((hundredths) => String(hundredths / 100));
  const limit = fc.record({
    kind: fc.constantFrom('points' as const, 'share' as const),
    value: fc.integer({ min: 0, max: 1000 }).map((hundredths) => String(hundredths / 100)),
  });

  test('the order of the inspectors changes nothing', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 6 }), limit, fc.nat(), (values, allowed, turn) => {
        const opinions = says(...values);
        const at = turn % opinions.length;
        const turned = [...opinions.slice(at), ...opinions.slice(0, at)].reverse();
        expect(compareScores(turned, '10', allowed)).toEqual(compareScores(opinions, '10', allowed));
      }),
    );
  });

  test('what differs has no result, and the mean lies among the scores', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 6 }), limit, (values, allowed) => {
        const { state, final, spread } = compareScores(says(...values), '10', allowed);
        expect(final === null).toBe(state === 'differs');
        expect(spread).toBe(spreadOf(values));
        const mean = Number(meanOf(values));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values.map(Number)));
        expect(mean).toBeLessThanOrEqual(Math.max(...values.map(Number)) + 0.005);
      }),
    );
  });
});

test.each([
  ['nothing was verified', [], '5', { state: 'unverified', final: null }],
  ['as reported', ['5'], '5', { state: 'confirmed', final: '5' }],
  ['another one', ['4', '4'], '5', { state: 'changed', final: '4' }],
  ['where nothing was reported', ['4'], null, { state: 'changed', final: '4' }],
  ['each another one', ['4', '5'], '5', { state: 'differs', final: null }],
])('a reported value: %s', (_what, values, reported, expected) => {
  expect(compareVerified(says(...values), reported)).toEqual(expected);
});
