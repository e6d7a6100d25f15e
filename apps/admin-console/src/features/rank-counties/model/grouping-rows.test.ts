import { expect, test } from '@jest/globals';
import type { GroupingStanding } from '@junheng/api-contract';
import { countiesIn, groupingRows, kindsIn } from './grouping-rows.ts';

const standing = (name: string | null, county: string, met: number, unmet: number): GroupingStanding => ({
  kind: 'school-district',
  grouping: name === null ? null : { id: name, name, leaderName: null },
  county: { id: county, name: county, parentName: null },
  roundId: 'r',
  evaluationId: 'e',
  schools: 1,
  schoolStages: met + unmet,
  met,
  unmet,
  weakest: null,
});
const standings = [
  standing('一', '甲县', 1, 1),
  standing('二', '甲县', 0, 0),
  standing(null, '甲县', 5, 0),
  standing('三', '乙县', 3, 1),
  standing('四', '乙县', 2, 2),
];

test('the best share first over all counties, equal shares on one place, what is in none of them last', () => {
  const rows = groupingRows(standings, 'school-district', null);
  expect(rows.map(({ grouping, place }) => [grouping?.name ?? null, place])).toEqual([
    ['三', 1],
    ['一', 2],
    ['四', 2],
    ['二', null],
    [null, null],
  ]);
});

test('within one county places begin anew', () => {
  expect(groupingRows(standings, 'school-district', '甲县').map(({ place }) => place)).toEqual([1, null, null]);
  expect(groupingRows(standings, 'alliance', null)).toEqual([]);
  expect(kindsIn(standings)).toEqual(['school-district']);
  expect(countiesIn(standings).map(({ name }) => name)).toEqual(['甲县', '乙县']);
});
