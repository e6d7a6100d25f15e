import { describe, expect, test } from '@jest/globals';
import { countyStanding, standingOfYear } from './county-standing.factory.ts';
import { byCity, ranked, warned } from './ranking.ts';
import { median, trendsOf } from './trend.ts';

describe('the ranking', () => {
  const counties = [
    countyStanding('990101', { years: [standingOfYear({ schoolStagesMet: 9 }), null] }),
    countyStanding('990102', { years: [null, null] }),
    countyStanding('990103', { years: [standingOfYear({ resourceAllocation: 'met', schoolStagesMet: 10 }), null] }),
    countyStanding('990104', { years: [standingOfYear({ resourceAllocation: 'undetermined' }), null] }),
    countyStanding('990105', { years: [standingOfYear({ schoolStagesMet: 9 }), null] }),
  ];

  test('goes by the verdict, then by shares; equals share a place; who was not evaluated has none', () => {
    expect(ranked(counties, 0).map(({ county, rank }) => [county.code, rank])).toEqual([
      ['990103', 1],
      ['990104', 2],
      ['990101', 3],
      ['990105', 3],
      ['990102', null],
    ]);
  });

  test('groups by city in the order of the codes', () => {
    const [[city, rows] = [null, []]] = byCity(ranked(counties, 0));
    expect(city).toBe('示例市');
    expect(rows.map(({ county }) => county.code)).toEqual(['990101', '990102', '990103', '990104', '990105']);
  });
});

test('who passes as a whole is warned first, then who is nearest to the limit', () => {
  const warning = (now: number, yearsLeft: number) => ({
    stage: 'primary',
    indicatorId: 'R1',
    limit: '0.5',
    sinceYear: 2025,
    before: 0.4,
    year: 2026,
    now,
    yearsLeft,
    marginLeft: 1 - now / 0.5,
  });
  const rows = warned([
    countyStanding('990101', { warnings: [warning(0.49, 1)] }),
    countyStanding('990102', {
      years: [standingOfYear({ resourceAllocation: 'met' })],
      warnings: [warning(0.45, 3), warning(0.48, 2)],
    }),
  ]);
  expect(rows.map(({ county, warning: { now } }) => [county.code, now])).toEqual([
    ['990102', 0.48],
    ['990102', 0.45],
    ['990101', 0.49],
  ]);
});

test('a trend is the median of the counties that have the number, oldest year first', () => {
  const series = (values: readonly (number | null)[]) => ({
    stage: 'primary',
    indicatorId: 'R1',
    limit: '0.5',
    values: [...values],
    outcomes: values.map(() => null),
  });
  const counties = [
    countyStanding('1', { coefficients: [series([0.5, 0.4])] }),
    countyStanding('2', { coefficients: [series([0.3, null])] }),
    countyStanding('3', { coefficients: [series([0.1, 0.2])] }),
  ];
  const [trend] = trendsOf(counties, 'primary');
  expect(trend?.values.map((value) => value?.toFixed(2))).toEqual(['0.30', '0.30']);
  expect(trendsOf(counties, 'junior')).toEqual([]);
  expect(median([])).toBeNull();
});
