import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import { memoryJournal, type Journal } from './journal.ts';
import { classifySaveFailure } from './save-failure.ts';
import { createSaver, type Saver, type SaverDependencies, type SaveRequest } from './saver.ts';
import type { JournalEntry } from './journal-entry.ts';
import { cellStateOf, unsentCells } from './save-queue.ts';

function problem(
  status: number,
  code: string,
  problems: { at: string; code: string; facts?: Record<string, unknown> }[] = [],
) {
  return new ApiProblemError(status, { type: 'about:blank', title: '', status, code, problems, requestId: 'r' });
}

interface Saved {
  readonly revision: number;
}
type Send = (request: SaveRequest) => Promise<Saved>;
const codes = { keyReused: 'thing.key-reused', conflict: 'thing.conflict', refusedPrefix: 'thing.cell-' };

function stored(_request: SaveRequest, revision: number): Saved {
  return { revision };
}

function setUp(send: Send, overrides: Partial<SaverDependencies<Saved>> = {}) {
  const requests: SaveRequest[] = [];
  let keys = 0;
  const saver = createSaver({
    send: (request) => {
      requests.push(request);
      return send(request);
    },
    classify: (error) => classifySaveFailure(codes, error),
    journal: memoryJournal(),
    newKey: () => `key-${(keys += 1)}`,
    random: () => 0.5,
    now: () => Date.now(),
    onStored: () => undefined,
    onTheirs: () => undefined,
    onLocked: () => undefined,
    ...overrides,
  });
  return { saver, requests };
}

function type(saver: Saver, cell: string, value: string): void {
  saver.type({ cell, text: value, value, problem: null, stored: { value: null, revision: 0 } });
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the saver', () => {
  it('sends after a pause, in one batch', async () => {
    const { saver, requests } = setUp(async (request) => stored(request, 1));
    type(saver, 'a', '1');
    await jest.advanceTimersByTimeAsync(500);
    type(saver, 'b', '2');
    await jest.advanceTimersByTimeAsync(500);
    expect(requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(150);
    expect(requests.map((request) => request.changes.map((change) => change.cell))).toEqual([['a', 'b']]);
    expect(cellStateOf(saver.state(), 'a')).toBe('saved');
  });

  it('takes several cells at once, telling of them once', () => {
    const { saver } = setUp(async (request) => stored(request, 1));
    const told = jest.fn();
    saver.subscribe(told);
    const entry = { text: '1', value: '1', problem: null, stored: { value: null, revision: 0 } };
    saver.type({ cell: 'a', ...entry }, { cell: 'b', ...entry });
    expect(told).toHaveBeenCalledTimes(1);
    expect(unsentCells(saver.state())).toEqual(['a', 'b']);
  });

  it('does not wait longer than a second and a half for a pause', async () => {
    const { saver, requests } = setUp(async (request) => stored(request, 1));
    for (let step = 0; step < 8; step += 1) {
      type(saver, 'a', '1'.repeat(step + 1));
      await jest.advanceTimersByTimeAsync(200);
    }
    expect(requests.length).toBeGreaterThan(0);
  });

  it('sends at once when told so, and one batch at a time', async () => {
    const answers: (() => void)[] = [];
    const { saver, requests } = setUp(
      (request) => new Promise((resolve) => answers.push(() => resolve(stored(request, answers.length)))),
    );
    type(saver, 'a', '1');
    saver.flush();
    type(saver, 'b', '2');
    saver.flush();
    expect(requests).toHaveLength(1);
    answers[0]?.();
    await jest.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(2);
  });

  it('repeats a lost batch with the same key and content, later and later, until it is answered', async () => {
    let down = true;
    const { saver, requests } = setUp(async (request) => {
      if (down) throw new ApiProblemError(0, null);
      return stored(request, 4);
    });
    type(saver, 'a', '1');
    saver.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(cellStateOf(saver.state(), 'a')).toBe('waiting');
    type(saver, 'a', '12');
    await jest.advanceTimersByTimeAsync(3_100);
    expect(requests.length).toBe(3);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
    down = false;
    saver.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect(requests.at(-1)?.changes).toEqual([{ cell: 'a', value: '12', baseRevision: 4 }]);
    expect(unsentCells(saver.state())).toEqual([]);
  });

  it('waits as long as the server asks', async () => {
    const { saver, requests } = setUp(async () => {
      throw new ApiProblemError(429, null, { retryAfterSeconds: 20 });
    });
    type(saver, 'a', '1');
    saver.flush();
    await jest.advanceTimersByTimeAsync(19_000);
    expect(requests).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(requests).toHaveLength(2);
  });

  it('stops at a session that ended and goes on after signing in', async () => {
    let signedIn = false;
    const { saver, requests } = setUp(async (request) => {
      if (!signedIn) throw problem(401, 'session.expired');
      return stored(request, 2);
    });
    type(saver, 'a', '1');
    saver.flush();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    expect(saver.state().halted).toBe('sign-in');
    signedIn = true;
    saver.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect(cellStateOf(saver.state(), 'a')).toBe('saved');
  });

  it('sets a refused cell aside and sends the rest by itself', async () => {
    const { saver, requests } = setUp(async (request) => {
      if (request.changes.some((change) => change.cell === 'a')) {
        throw problem(422, 'thing.cell-invalid', [{ at: 'a', code: 'negative' }]);
      }
      return stored(request, 2);
    });
    type(saver, 'a', '-1');
    type(saver, 'b', '2');
    saver.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(2);
    expect(cellStateOf(saver.state(), 'a')).toBe('invalid');
    expect(cellStateOf(saver.state(), 'b')).toBe('saved');
  });

  it('tells of another value and waits for the choice', async () => {
    const onTheirs = jest.fn<SaverDependencies<Saved>['onTheirs']>();
    const { saver, requests } = setUp(
      async (request) => {
        if (request.changes[0]?.baseRevision === 0) {
          throw problem(409, 'thing.conflict', [
            { at: 'a', code: 'thing.conflict', facts: { mine: '1', theirs: '3', by: 'Colleague', revision: 6 } },
          ]);
        }
        return stored(request, 7);
      },
      { onTheirs },
    );
    type(saver, 'a', '1');
    saver.flush();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(1);
    expect(onTheirs).toHaveBeenCalledWith([{ cell: 'a', theirs: '3', by: 'Colleague', at: null, revision: 6 }]);
    saver.resolve('a', 'mine');
    await jest.advanceTimersByTimeAsync(0);
    expect(requests.at(-1)?.changes).toEqual([{ cell: 'a', value: '1', baseRevision: 6 }]);
  });

  it('keeps what was typed when the report was locked meanwhile', async () => {
    const onLocked = jest.fn<SaverDependencies<Saved>['onLocked']>();
    const { saver } = setUp(
      async () => {
        throw problem(423, 'round.closed');
      },
      { onLocked },
    );
    type(saver, 'a', '1');
    saver.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(onLocked).toHaveBeenCalledWith('round.closed');
    expect(unsentCells(saver.state())).toEqual(['a']);
  });

  it('writes every unsent value to the journal, takes over what was left, and clears it when acknowledged', async () => {
    const written: JournalEntry[] = [];
    const left: JournalEntry = {
      edits: {},
      batches: [{ key: 'old', changes: [{ cell: 'x', value: '9', baseRevision: 3 }], typedAt: { x: 1 } }],
    };
    const journal: Journal = {
      ...memoryJournal(),
      write: async (entry) => void written.push(entry),
      adopt: async () => [left],
    };
    const { saver, requests } = setUp(async (request) => stored(request, 4), { journal });
    const back = saver.restore();
    await jest.advanceTimersByTimeAsync(0);
    await back;
    expect(saver.recovered()).toBe(1);
    expect(requests[0]).toEqual({ key: 'old', changes: left.batches[0]?.changes });
    expect(written[0]).toEqual(left);
    expect(written.at(-1)).toEqual({ edits: {}, batches: [] });
  });

  it('says whether the journal of this device holds what is not sent', async () => {
    let write: () => Promise<void> = () => Promise.resolve();
    const journal: Journal = { ...memoryJournal(), write: () => write() };
    const { saver } = setUp(() => new Promise(() => undefined), { journal });
    expect(saver.keeping()).toBe('kept');
    type(saver, 'a', '1');
    expect(saver.keeping()).toBe('writing');
    await jest.advanceTimersByTimeAsync(0);
    expect(saver.keeping()).toBe('kept');
    write = () => Promise.reject(new Error('the disk is full'));
    type(saver, 'a', '2');
    await jest.advanceTimersByTimeAsync(0);
    expect(saver.keeping()).toBe('failed');
    expect(await saver.kept()).toBe(false);
  });
});
