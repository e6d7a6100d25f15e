import { describe, expect, it } from '@jest/globals';
import { isEmptyEntry, restored, toJournal } from './journal-entry.ts';
import * as queue from './save-queue.ts';
import { emptyQueue, type QueueState, type Typed } from './save-queue.ts';

let keys = 0;
const newKey = (): string => `key-${(keys += 1)}`;

function entry(cell: string, value: string, options: Partial<Typed> = {}): Typed {
  return { cell, text: value, value, problem: null, stored: { value: null, revision: 0 }, at: 1, ...options };
}

function onTheWire(...typed: Typed[]): QueueState {
  const state = typed.reduce(queue.typed, emptyQueue);
  return queue.sendingStarted(queue.batched(state, newKey));
}

const keyOf = (state: QueueState): string => state.batches[0]?.key ?? '';

describe('typing', () => {
  it('keeps the newest text and the revision the typing began with', () => {
    const first = queue.typed(emptyQueue, entry('pupils', '5', { stored: { value: '4', revision: 7 } }));
    const second = queue.typed(first, entry('pupils', '51', { stored: { value: '9', revision: 8 } }));
    expect(second.edits['pupils']).toMatchObject({ value: '51', baseRevision: 7 });
    expect(queue.cellStateOf(second, 'pupils')).toBe('saving');
  });

  it('has nothing to send once the stored value is back', () => {
    const stored = { value: '4', revision: 7 };
    const changed = queue.typed(emptyQueue, entry('pupils', '5', { stored }));
    const back = queue.typed(changed, entry('pupils', '4', { stored }));
    expect(queue.unsentCells(back)).toEqual([]);
  });

  it('sends what is stored already where it is somebody else’s, once', () => {
    const stored = { value: '4', revision: 7 };
    const same = queue.typed(emptyQueue, entry('pupils', '4', { stored, evenIfStored: true }));
    expect(same.edits['pupils']).toMatchObject({ value: '4', baseRevision: 7 });
    const sent = queue.sendingStarted(queue.batched(same, newKey));
    expect(queue.typed(sent, entry('pupils', '4', { stored, evenIfStored: true })).edits).toEqual({});
  });

  it('sends the old value again when a newer one is already on its way', () => {
    const stored = { value: '4', revision: 7 };
    const sent = onTheWire(entry('pupils', '5', { stored }));
    const back = queue.typed(sent, entry('pupils', '4', { stored }));
    expect(back.edits['pupils']).toMatchObject({ value: '4', baseRevision: 7 });
  });

  it('keeps what cannot be read, at its cell, and does not send it', () => {
    const state = queue.typed(emptyQueue, entry('pupils', '12人', { value: undefined, problem: 'not-a-number' }));
    expect(queue.batched(state, newKey).batches).toEqual([]);
    expect(queue.cellStateOf(state, 'pupils')).toBe('invalid');
    expect(queue.moodOf(state)).toBe('attention');
    expect(toJournal(state).edits['pupils']?.text).toBe('12人');
  });
});

describe('the answer of the server', () => {
  it('settles the batch and gives a newer edit its new base', () => {
    const sent = onTheWire(entry('a', '1'), entry('b', '2'));
    const newer = queue.typed(sent, entry('a', '10'));
    const state = queue.acknowledged(newer, keyOf(newer), { revision: 9, at: 5 });
    expect(state.edits['a']).toMatchObject({ value: '10', baseRevision: 9 });
    expect(queue.cellStateOf(state, 'b')).toBe('saved');
    expect(state.sending).toBe(false);
  });

  it('counts only for the batch it answers', () => {
    const sent = onTheWire(entry('a', '1'));
    expect(queue.acknowledged(sent, 'another', { revision: 9, at: 5 })).toBe(sent);
  });

  it('that refuses one cell lets the others go again', () => {
    const sent = onTheWire(entry('a', '1'), entry('b', '2'));
    const state = queue.refused(sent, keyOf(sent), [{ cell: 'a', code: 'not-applicable' }], 'x', 5);
    expect(state.edits['a']).toMatchObject({ text: '1', value: undefined, refusal: 'not-applicable' });
    const again = queue.batched(state, newKey);
    expect(again.batches[0]?.changes).toEqual([{ cell: 'b', value: '2', baseRevision: 0 }]);
    expect(again.batches[0]?.key).not.toBe(keyOf(sent));
  });

  it('that names no cell makes the whole batch wait for the person, and loses nothing', () => {
    const sent = onTheWire(entry('a', '1'), entry('b', '2'));
    const state = queue.refused(sent, keyOf(sent), [], 'request.malformed', 5);
    expect(queue.unsentCells(state).sort()).toEqual(['a', 'b']);
    expect(queue.batched(state, newKey).batches).toEqual([]);
  });
});

describe('a conflict', () => {
  const theirs = { cell: 'a', theirs: '3', by: 'Colleague', at: '2026-05-01T00:00:00Z', revision: 12 };

  it('holds both values until the person chooses; the other cells go on', () => {
    const sent = onTheWire(entry('a', '1'), entry('b', '2'));
    const state = queue.conflicted(sent, keyOf(sent), [theirs], 5);
    expect(state.conflicts['a']).toEqual({ mine: '1', theirs: '3', by: 'Colleague', at: theirs.at, revision: 12 });
    expect(queue.batched(state, newKey).batches[0]?.changes.map((change) => change.cell)).toEqual(['b']);
  });

  it('keeps mine on top of their revision', () => {
    const sent = onTheWire(entry('a', '1'));
    const state = queue.resolved(queue.conflicted(sent, keyOf(sent), [theirs], 5), 'a', 'mine');
    expect(queue.batched(state, newKey).batches[0]?.changes).toEqual([{ cell: 'a', value: '1', baseRevision: 12 }]);
  });

  it('takes theirs', () => {
    const sent = onTheWire(entry('a', '1'));
    const state = queue.resolved(queue.conflicted(sent, keyOf(sent), [theirs], 5), 'a', 'theirs');
    expect(queue.unsentCells(state)).toEqual([]);
    expect(queue.cellStateOf(state, 'a')).toBe('unchanged');
  });

  it('is none when both typed the same', () => {
    const sent = onTheWire(entry('a', '3'));
    const state = queue.conflicted(sent, keyOf(sent), [theirs], 5);
    expect(state.conflicts).toEqual({});
    expect(queue.unsentCells(state)).toEqual([]);
  });
});

describe('trouble', () => {
  it('leaves the batch as it is, with its key, and says that it waits', () => {
    const sent = onTheWire(entry('a', '1'));
    const state = queue.failedForNow(sent);
    expect(state.batches).toEqual(sent.batches);
    expect(queue.cellStateOf(state, 'a')).toBe('waiting');
    expect(queue.moodOf(state)).toBe('waiting');
  });

  it('of the session or a lock keeps everything until it is over', () => {
    const sent = onTheWire(entry('a', '1'));
    expect(queue.moodOf(queue.halted(sent, 'sign-in'))).toBe('sign-in');
    expect(queue.cellStateOf(queue.halted(sent, 'sign-in'), 'a')).toBe('waiting');
    // It waits for no network: said as what it is.
    expect(queue.cellStateOf(queue.halted(sent, 'locked'), 'a')).toBe('locked');
    expect(queue.moodOf(queue.resumed(queue.halted(sent, 'sign-in')))).toBe('saving');
    expect(queue.unsentCells(queue.halted(sent, 'locked'))).toEqual(['a']);
    expect(queue.unsentCells(queue.discarded(sent, ['a']))).toEqual([]);
  });
});

describe('a value typed between the answer and the next drawing', () => {
  const sent = onTheWire(entry('a', 'new', { stored: { value: 'old', revision: 3 } }));
  const answered = queue.acknowledged(sent, keyOf(sent), { revision: 9, at: 5 });

  it('is based on the answer, not on what the page still shows', () => {
    const state = queue.typed(answered, entry('a', 'newer', { stored: { value: 'old', revision: 3 } }));
    expect(state.edits['a']?.baseRevision).toBe(9);
  });

  it('is sent also when it is what was there before', () => {
    const state = queue.typed(answered, entry('a', 'old', { stored: { value: 'old', revision: 3 } }));
    expect(state.edits['a']?.value).toBe('old');
    expect(queue.typed(state, entry('a', 'new', { stored: { value: 'old', revision: 3 } })).edits['a']).toBeUndefined();
  });

  it('is based on what the page shows once that is newer', () => {
    const state = queue.typed(answered, entry('a', 'newer', { stored: { value: 'theirs', revision: 12 } }));
    expect(state.edits['a']?.baseRevision).toBe(12);
  });
});

describe('the journal', () => {
  it('brings back batches with their keys and, of two edits of a cell, the later', () => {
    const left = toJournal(queue.typed(onTheWire(entry('a', '1')), entry('b', 'old', { at: 10 })));
    const right = toJournal(queue.typed(emptyQueue, entry('b', 'new', { at: 20 })));
    const state = restored(emptyQueue, [left, right, left]);
    expect(state.batches).toEqual(left.batches);
    expect(state.edits['b']?.text).toBe('new');
  });

  it('sends what several pages left in the order in which it was typed, and never the older over the newer', () => {
    const older = toJournal(onTheWire(entry('a', '1', { at: 10 }), entry('b', '1', { at: 30 })));
    const newer = toJournal(onTheWire(entry('a', '2', { at: 20 }), entry('c', '2', { at: 40 })));
    const oldest = toJournal([entry('a', '0', { at: 5 }), entry('b', '3', { at: 35 })].reduce(queue.typed, emptyQueue));
    const state = restored(emptyQueue, [newer, oldest, older]);
    expect(state.batches).toEqual([...older.batches, ...newer.batches]);
    expect(Object.entries(state.edits).map(([cell, { text }]) => [cell, text])).toEqual([['b', '3']]);
  });

  it('is empty when all is acknowledged', () => {
    const sent = onTheWire(entry('a', '1'));
    const state = queue.acknowledged(sent, keyOf(sent), { revision: 2, at: 5 });
    expect(isEmptyEntry(toJournal(state))).toBe(true);
    expect(queue.moodOf(state)).toBe('saved');
  });
});
