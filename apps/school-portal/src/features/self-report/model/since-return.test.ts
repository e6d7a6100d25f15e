import { expect, it } from '@jest/globals';
import type { SelfReport } from '../../../api/types.ts';
import { changesSince, returnedRevision } from './since-return.ts';

type Event = SelfReport['timeline'][number];
const event = (kind: Event['kind'], at: string, revision: number): Event => ({
  kind,
  at,
  by: 'x',
  note: null,
  revision,
});

it('counts from the last return', () => {
  expect(returnedRevision({ timeline: [event('submitted', '2026-01-01T00:00:00Z', 3)] })).toBeNull();
  expect(
    returnedRevision({
      timeline: [
        event('returned', '2026-01-05T00:00:00Z', 7),
        event('returned', '2026-01-02T00:00:00Z', 3),
        event('submitted', '2026-01-06T00:00:00Z', 9),
      ],
    }),
  ).toBe(7);
});

it('tells what is different from what was returned, in form order', () => {
  const entries = [
    { cell: 'b', revision: 9, before: '6' },
    { cell: 'b', revision: 8, before: '5' },
    { cell: 'a', revision: 8, before: null },
    { cell: 'c', revision: 8, before: '1' },
    { cell: 'c', revision: 9, before: '2' },
    { cell: 'd', revision: 8, before: '4' },
    // Before the return: known to the bureau already.
    { cell: 'e', revision: 7, before: '0' },
  ];
  expect(changesSince(7, entries, { a: '3', b: '7', c: '1', e: '9' }, ['a', 'b', 'c', 'd', 'e'])).toEqual([
    { cell: 'a', before: null, now: '3' },
    { cell: 'b', before: '5', now: '7' },
    { cell: 'd', before: '4', now: null },
  ]);
});
