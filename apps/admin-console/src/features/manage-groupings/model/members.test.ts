import { expect, test } from '@jest/globals';
import { groupingKinds, isGroup, wantedMembers } from './members.ts';

test('one of the picked schools leads', () => {
  expect(wantedMembers(new Set(['a', 'b']), 'b')).toEqual([
    { schoolId: 'a', part: 'member' },
    { schoolId: 'b', part: 'core' },
  ]);
  expect(wantedMembers(new Set(), 'b')).toEqual([]);
});

test('areas have no leading school', () => {
  expect(groupingKinds.filter(isGroup)).toEqual(['education-group', 'alliance', 'bundle']);
});
