import { expect, it } from '@jest/globals';
import type { DueSelfReport } from '../../../api/types.ts';
import { round } from '../../../../test/fake-server.ts';
import { blockersOf, nextStepOf } from './next-step.ts';

function due(changes: Partial<DueSelfReport> = {}): DueSelfReport {
  return {
    id: 'r',
    round,
    schoolId: 's',
    schoolName: 'School',
    status: 'filling',
    deadline: round.deadline,
    closesAt: round.closesAt,
    filled: 10,
    required: 10,
    hardFindings: 0,
    softWithoutReason: 0,
    openReturns: 0,
    ownSections: [],
    lock: null,
    ...changes,
  };
}

it('names what blocks, the heaviest first', () => {
  expect(blockersOf(due({ openReturns: 1, hardFindings: 2, softWithoutReason: 3, filled: 6 }))).toEqual([
    { kind: 'returns', count: 1 },
    { kind: 'hard', count: 2 },
    { kind: 'soft', count: 3 },
    { kind: 'missing', count: 4 },
  ]);
  expect(blockersOf(due())).toEqual([]);
});

it('says what to do next, and leads there', () => {
  expect(nextStepOf(due({ status: 'not-started', filled: 0 }), false)).toMatchObject({
    action: 'start',
    handIn: false,
  });
  expect(nextStepOf(due({ filled: 3 }), false)).toMatchObject({ action: 'goOn', urgent: true });
  expect(nextStepOf(due(), false)).toMatchObject({ action: 'handIn', handIn: true });
  expect(nextStepOf(due({ status: 'returned', openReturns: 1 }), false)).toMatchObject({ action: 'correct' });
  const handedOver = due({ status: 'handed-over', lock: 'handed-over' });
  expect(nextStepOf(handedOver, true)).toMatchObject({ action: 'review', urgent: true, handIn: true });
  expect(nextStepOf(handedOver, false)).toMatchObject({ action: 'view', urgent: false });
  expect(nextStepOf(due({ status: 'approved', lock: 'approved' }), false)).toMatchObject({
    action: 'view',
    handIn: false,
  });
  expect(nextStepOf(due({ lock: 'closed' }), false)).toMatchObject({ action: 'view' });
});
