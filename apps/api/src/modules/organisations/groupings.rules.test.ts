import { expect, test } from '@jest/globals';
import { earliestChange, memberChanges } from './groupings.rules.ts';

const held = (
  schoolId: string,
  startsOn: string,
  endsOn: string | null = null,
  part: 'core' | 'member' = 'member',
) => ({
  schoolId,
  part,
  startsOn,
  endsOn,
});
const wanted = (...schoolIds: string[]) => schoolIds.map((schoolId) => ({ schoolId, part: 'member' as const }));

test('who stays is not touched, who leaves keeps the day before, who joins begins on the day', () => {
  const changes = memberChanges([held('a', '2024-09-01'), held('b', '2024-09-01')], wanted('b', 'c'), '2026-09-01');
  expect(changes).toEqual({
    ending: [{ schoolId: 'a', startsOn: '2024-09-01', endsOn: '2026-08-31' }],
    undone: [],
    joining: [{ schoolId: 'c', part: 'member' }],
  });
});

test('whoever joined on the very day and leaves again was never a member', () => {
  const changes = memberChanges([held('a', '2026-09-01')], [], '2026-09-01');
  expect(changes).toEqual({ ending: [], undone: [{ schoolId: 'a', startsOn: '2026-09-01' }], joining: [] });
});

test('a former member may come back; another part is another membership', () => {
  const before = [held('a', '2020-09-01', '2022-08-31'), held('b', '2020-09-01')];
  expect(memberChanges(before, [...wanted('a'), { schoolId: 'b', part: 'core' }], '2026-09-01')).toEqual({
    ending: [{ schoolId: 'b', startsOn: '2020-09-01', endsOn: '2026-08-31' }],
    undone: [],
    joining: [
      { schoolId: 'a', part: 'member' },
      { schoolId: 'b', part: 'core' },
    ],
  });
});

test('no change before the last one', () => {
  expect(earliestChange([])).toBeNull();
  expect(earliestChange([held('a', '2024-09-01'), held('b', '2026-03-01', '2026-05-01')])).toBe('2026-03-01');
});
