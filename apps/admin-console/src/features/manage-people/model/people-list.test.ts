import { expect, test } from '@jest/globals';
import type { Person } from '@junheng/api-contract';
import { arrangePeople } from './people-list.ts';

const person = (displayName: string, login: string, place: string): Person => ({
  id: login,
  login,
  displayName,
  initials: 'slj',
  email: null,
  grants: [
    {
      id: `${login}-grant`,
      role: 'school-reporter',
      place: { kind: 'school', schoolId: 's', name: place },
      validFrom: '2026-01-01',
      validTo: null,
    },
  ],
  formerGrant: null,
  locked: false,
  secondFactor: false,
  lastSignInAt: null,
});
const people = [person('示例乙', 'yi', '示例一小'), person('示例甲', 'jia', '示例二小')];

test('by name, found by name, account and place', () => {
  expect(arrangePeople(people, '').map((each) => each.login)).toEqual(['jia', 'yi']);
  expect(arrangePeople(people, 'YI').map((each) => each.login)).toEqual(['yi']);
  expect(arrangePeople(people, '二小 示例').map((each) => each.login)).toEqual(['jia']);
  expect(arrangePeople(people, '三小')).toEqual([]);
});
