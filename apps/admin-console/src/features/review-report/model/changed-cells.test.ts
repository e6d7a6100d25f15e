import { expect, test } from '@jest/globals';
import type { SelfReport } from '@junheng/api-contract';
import { changedSinceReturn, valuesAt } from './changed-cells.ts';

type Event = SelfReport['timeline'][number];
const event = (kind: Event['kind'], at: string, revision: number): Event => ({
  kind,
  at,
  revision,
  by: '示例审核员',
  note: null,
});

test('never returned, nothing to compare with', () => {
  expect(
    changedSinceReturn({ timeline: [event('submitted', '2026-11-01T00:00:00Z', 4)], cellRevisions: { a: 9 } }),
  ).toBeNull();
});

test('only cells of a later revision than the last return, whatever the order of the timeline', () => {
  const since = changedSinceReturn({
    timeline: [
      event('submitted', '2026-11-05T00:00:00Z', 9),
      event('returned', '2026-11-04T00:00:00Z', 7),
      event('returned', '2026-11-02T00:00:00Z', 4),
    ],
    cellRevisions: { before: 4, between: 7, after: 8 },
  });
  expect(since?.returnedAt).toBe('2026-11-04T00:00:00Z');
  expect([...(since?.changed ?? [])]).toEqual(['after']);
});

test('what a cell held when the report was returned: before its first later change', () => {
  const entry = (cell: string, revision: number, before: string | null) => ({ cell, revision, before });
  const values = valuesAt(
    [entry('twice', 9, '5'), entry('twice', 8, '6'), entry('new', 8, null), entry('older', 3, '1')],
    7,
  );
  expect(Object.fromEntries(values)).toEqual({ twice: '6', new: null });
});
