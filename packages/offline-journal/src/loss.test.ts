import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import { indexedDbJournal } from './indexed-db-journal.ts';
import { newKey } from './new-key.ts';
import { classifySaveFailure } from './save-failure.ts';
import { unsentCells } from './save-queue.ts';
import { createSaver, type Saver, type SaveRequest } from './saver.ts';

/*
 * Tries to lose what was typed, against a server and a line that are played: requests and answers get lost or come twice, pages are
 * killed and opened again, a second one types beside the first. `JUNHENG_LOSS_TRIALS=2000` tries more. The same in a real browser:
 * e2e/journeys/21-nothing-lost.spec.ts.
 */
const TRIALS = Number(process.env['JUNHENG_LOSS_TRIALS'] ?? '20');
const STEPS = 40;
const CELLS = ['a', 'b', 'c', 'd'] as const;
const codes = { keyReused: 'thing.key-reused', conflict: 'thing.conflict', refusedPrefix: 'thing.cell-' };

/** Always the same for a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class PlayedServer {
  revision = 0;
  readonly cells = new Map<string, { value: string | null; revision: number }>();
  readonly receipts = new Map<string, number>();
  /** How often each value was written. */
  readonly writes = new Map<string, number>();

  save({ key, changes }: SaveRequest): { readonly revision: number } {
    const receipt = this.receipts.get(key);
    if (receipt !== undefined) return { revision: receipt };
    const problems = changes.flatMap(({ cell, value, baseRevision }) => {
      const present = this.cells.get(cell) ?? { value: null, revision: 0 };
      if (present.revision <= baseRevision || present.value === value) return [];
      const facts = { theirs: present.value, revision: present.revision };
      return [{ at: cell, code: 'thing.conflict', facts }];
    });
    if (problems.length > 0) {
      const problem = { type: '', title: '', status: 409, code: 'thing.conflict', problems, requestId: 'r' };
      throw new ApiProblemError(409, problem);
    }
    this.revision += 1;
    for (const { cell, value } of changes) {
      this.cells.set(cell, { value, revision: this.revision });
      this.writes.set(`${cell} ${value ?? ''}`, (this.writes.get(`${cell} ${value ?? ''}`) ?? 0) + 1);
    }
    this.receipts.set(key, this.revision);
    return { revision: this.revision };
  }
}

/** Lets everything that is under way come to its end, the journal included. */
async function settle(saver: Saver): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await saver.kept();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}

async function trial(seed: number): Promise<void> {
  const random = chance(seed);
  const server = new PlayedServer();
  const report = `report-${seed}`;
  let line: 'good' | 'bad' | 'none' = 'good';
  const open = async (): Promise<Saver> => {
    const saver = createSaver({
      journal: indexedDbJournal('person', report, 'loss-test'),
      newKey,
      random: () => 0.5,
      now: Date.now,
      classify: (error) => classifySaveFailure(codes, error),
      send: async (request) => {
        if (line === 'none' || (line === 'bad' && random() < 0.3)) throw new TypeError('the request was lost');
        if (random() < 0.2) server.save(request);
        const saved = server.save(request);
        if (line === 'bad' && random() < 0.4) throw new TypeError('the answer was lost');
        return saved;
      },
      onStored: () => undefined,
      onTheirs: () => undefined,
      onLocked: () => undefined,
    });
    await saver.restore();
    return saver;
  };
  let saver = await open();
  /** The newest value of each cell that a page had called kept or saved. */
  const promised = new Map<string, string>();
  let typed = 0;
  const keepPromise = async (): Promise<void> => {
    await settle(saver);
    expect(saver.keeping()).toBe('kept');
  };
  for (let step = 0; step < STEPS; step += 1) {
    const dice = random();
    if (dice < 0.5) {
      const cell = CELLS[Math.floor(random() * CELLS.length)] ?? 'a';
      const value = `${(typed += 1)}`;
      const stored = server.cells.get(cell) ?? { value: null, revision: 0 };
      saver.type({ cell, text: value, value, problem: null, stored });
      promised.set(cell, value);
    } else if (dice < 0.65) saver.flush();
    else if (dice < 0.75) saver.resume();
    else if (dice < 0.85) line = (['good', 'bad', 'none'] as const)[Math.floor(random() * 3)] ?? 'good';
    else {
      // Killed once it says that everything is kept; opened again on what it left.
      await keepPromise();
      saver.dispose();
      saver = await open();
    }
    if (random() < 0.3) await settle(saver);
  }
  line = 'good';
  for (let round = 0; round < 20 && unsentCells(saver.state()).length > 0; round += 1) {
    for (const cell of Object.keys(saver.state().conflicts)) saver.resolve(cell, 'mine');
    saver.resume();
    await settle(saver);
  }
  expect([seed, unsentCells(saver.state())]).toEqual([seed, []]);
  for (const [cell, value] of promised) {
    expect([seed, cell, server.cells.get(cell)?.value]).toEqual([seed, cell, value]);
  }
  for (const [written, times] of server.writes) expect([seed, written, times]).toEqual([seed, written, 1]);
  saver.dispose();
}

test(`${TRIALS} trials lose nothing and write nothing twice`, async () => {
  for (let seed = 1; seed <= TRIALS; seed += 1) await trial(seed);
}, 600_000);
