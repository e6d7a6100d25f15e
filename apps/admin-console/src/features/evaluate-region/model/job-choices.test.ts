import { expect, test } from '@jest/globals';
import { yearsOf } from './job-choices.ts';

const regions = [
  { id: 'province', parentId: null },
  { id: 'city', parentId: 'province' },
  { id: 'a', parentId: 'city' },
  { id: 'b', parentId: 'city' },
  { id: 'elsewhere', parentId: 'province' },
];

test('years with a round of that kind under the region, newest first, each county once', () => {
  const rounds = [
    { regionId: 'a', kind: 'self-evaluation', year: 2025 },
    { regionId: 'a', kind: 'self-evaluation', year: 2026 },
    { regionId: 'b', kind: 'self-evaluation', year: 2026 },
    { regionId: 'b', kind: 'special', year: 2027 },
    { regionId: 'elsewhere', kind: 'self-evaluation', year: 2024 },
  ] as const;
  expect(yearsOf(rounds, regions, 'city', 'self-evaluation')).toEqual([
    { year: 2026, counties: 2 },
    { year: 2025, counties: 1 },
  ]);
  expect(yearsOf(rounds, regions, 'elsewhere', 'special')).toEqual([]);
});
