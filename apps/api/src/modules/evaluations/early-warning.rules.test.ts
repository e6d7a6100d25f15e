import { describe, expect, test } from '@jest/globals';
import type { CoefficientSeries } from '@junheng/api-contract';
import { earlyWarnings } from './early-warning.rules.ts';

const years = [2026, 2025, 2024];
const same = [true, true, true];
const soon = { yearsAhead: 3, margin: 0 };
const series = (changes: Partial<CoefficientSeries>): CoefficientSeries => ({
  stage: 'primary',
  indicatorId: 'R1',
  limit: '0.5',
  values: [0.45, 0.42, 0.4],
  outcomes: ['met', 'met', 'met'],
  ...changes,
});

describe('early warning of a coefficient that is met', () => {
  test('says in how many years the limit is passed at the pace of the last step', () => {
    // 0.03 a year, 0.05 left: after one year 0.48, after two 0.51.
    expect(earlyWarnings(years, same, [series({})], soon)).toEqual([
      {
        stage: 'primary',
        indicatorId: 'R1',
        limit: '0.5',
        sinceYear: 2025,
        before: 0.42,
        year: 2026,
        now: 0.45,
        yearsLeft: 2,
        marginLeft: expect.closeTo(0.1, 9),
      },
    ]);
  });

  test.each([
    ['falls', { values: [0.41, 0.42, 0.4] }],
    ['stands still', { values: [0.42, 0.42, 0.4] }],
    ['moves too slowly', { values: [0.405, 0.4, 0.4] }],
    ['is not met any more', { values: [0.52, 0.42, 0.4], outcomes: ['unmet', 'met', 'met'] }],
    ['cannot be decided', { outcomes: ['undetermined', 'met', 'met'] }],
    ['does not exist this year', { values: [null, 0.42, 0.4], outcomes: [null, 'met', 'met'] }],
    ['has nothing to compare with', { values: [0.45, null, null] }],
    ['is not judged by itself', { limit: '' }],
  ] satisfies readonly [string, Partial<CoefficientSeries>][])('is silent where it %s', (_what, changes) => {
    expect(earlyWarnings(years, same, [series(changes)], soon)).toEqual([]);
  });

  test('a year that is missing is stepped over, and the pace is a year’s', () => {
    // 0.05 in two years.
    expect(earlyWarnings(years, same, [series({ values: [0.45, null, 0.4] })], soon)).toMatchObject([
      { sinceYear: 2024, before: 0.4, yearsLeft: 3 },
    ]);
  });

  test('a year evaluated by another edition is no beginning of a trend', () => {
    expect(earlyWarnings(years, [true, false, false], [series({})], soon)).toEqual([]);
    expect(earlyWarnings(years, [true, false, true], [series({})], soon)).toMatchObject([{ sinceYear: 2024 }]);
  });

  test('exactly on the limit is met: one more step passes it', () => {
    expect(earlyWarnings(years, same, [series({ values: [0.5, 0.4, 0.4] })], soon)).toMatchObject([{ yearsLeft: 1 }]);
  });

  test('the nearest to its limit stands first', () => {
    const ids = earlyWarnings(
      years,
      same,
      [
        series({ indicatorId: 'R1' }),
        series({ indicatorId: 'R2', values: [0.49, 0.42, 0.4] }),
        series({ indicatorId: 'R3', values: [0.48, 0.42, 0.4] }),
      ],
      soon,
    ).map(({ indicatorId }) => indicatorId);
    expect(ids).toEqual(['R2', 'R3', 'R1']);
  });

  test('how soon and how near is for who looks to say', () => {
    const warned = (thresholds: { readonly yearsAhead: number; readonly margin: number }) =>
      earlyWarnings(
        years,
        same,
        [series({}), series({ indicatorId: 'R2', values: [0.46, 0.47, null] })],
        thresholds,
      ).map(({ indicatorId, yearsLeft }) => [indicatorId, yearsLeft]);
    expect(warned({ yearsAhead: 1, margin: 0 })).toEqual([]);
    expect(warned({ yearsAhead: 2, margin: 0 })).toEqual([['R1', 2]]);
    // R2 falls, but less than a tenth of its limit is left.
    expect(warned({ yearsAhead: 2, margin: 0.09 })).toEqual([
      ['R1', 2],
      ['R2', null],
    ]);
    expect(warned({ yearsAhead: 1, margin: 0.11 })).toEqual([
      ['R2', null],
      ['R1', null],
    ]);
  });
});
