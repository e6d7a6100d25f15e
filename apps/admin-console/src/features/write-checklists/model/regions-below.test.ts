import { expect, test } from '@jest/globals';
import { regionsBelow } from './regions-below.ts';

const regions = [
  { id: 'province', parentId: null },
  { id: 'city', parentId: 'province' },
  { id: 'county', parentId: 'city' },
  { id: 'town', parentId: 'county' },
  { id: 'other', parentId: 'city' },
];

test.each([
  [['county'], ['county', 'town']],
  [['city'], ['city', 'county', 'town', 'other']],
  [
    ['other', 'county'],
    ['county', 'town', 'other'],
  ],
  [[], []],
])('of %j: no region above an own one is offered', (own, offered) => {
  expect(regionsBelow(regions, new Set(own)).map(({ id }) => id)).toEqual(offered);
});
