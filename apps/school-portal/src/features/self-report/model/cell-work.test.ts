import { describe, expect, it } from '@jest/globals';
import * as queue from '@junheng/offline-journal';
import { emptyQueue, type QueueState } from '@junheng/offline-journal';
import { watchCell } from './cell-work.ts';

const report = { cells: {}, cellRevisions: {} };
const typed = (state: QueueState, cell: string, value: string): QueueState =>
  queue.typed(state, { cell, text: value, value, problem: null, stored: { value: null, revision: 0 }, at: 1 });

describe('the work at a cell', () => {
  it('stays the same object while others are typed, saved and in conflict', () => {
    let state = typed(emptyQueue, 'own', '5');
    const look = watchCell(report, () => state, 'own');
    const before = look();
    expect(before).toMatchObject({ state: 'saving', pending: { text: '5', value: '5' } });
    state = typed(state, 'other', '1');
    state = { ...state, conflicts: { other: { mine: '1', theirs: '2', by: null, at: null, revision: 2 } } };
    expect(look()).toBe(before);
  });

  it('is another when its save fails, conflicts or is acknowledged', () => {
    let state = typed(emptyQueue, 'own', '5');
    const look = watchCell(report, () => state, 'own');
    const states = [look()];
    state = queue.sendingStarted(queue.batched(state, () => 'key'));
    states.push(look());
    state = { ...state, failures: 1 };
    states.push(look());
    const conflicts = { own: { mine: '5', theirs: '6', by: null, at: null, revision: 2 } };
    states.push(watchCell(report, () => ({ ...state, conflicts }), 'own')());
    state = queue.acknowledged(state, 'key', { revision: 3, at: 1 });
    states.push(look());
    expect(states.map((each) => each.state)).toEqual(['saving', 'saving', 'waiting', 'conflict', 'saved']);
    expect(states.at(-1)?.stored).toBe('5');
    // The report as the server then gives it says nothing new.
    const read = watchCell({ cells: { own: '5' }, cellRevisions: { own: 3 } }, () => state, 'own');
    expect(read()).toEqual(states.at(-1));
    // Somebody else's later value does.
    expect(watchCell({ cells: { own: '7' }, cellRevisions: { own: 4 } }, () => state, 'own')().stored).toBe('7');
  });
});
