import type { CellKey } from './cell-key.ts';
import { backoffMs } from './backoff.ts';
import type { Journal } from './journal.ts';
import { restored, toJournal, type JournalEntry } from './journal-entry.ts';
import type { SaveFailure, TheirValue } from './save-failure.ts';
import * as queue from './save-queue.ts';
import type { QueueState, Typed } from './save-queue.ts';

/** A pause in the typing after which a cell is sent. */
export const PAUSE_MS = 600;
/** A cell is sent after this even if the typing never pauses. */
export const LONGEST_HOLD_MS = 1_500;

/** What goes over the wire: the same key and changes at every attempt. */
export interface SaveRequest {
  readonly key: string;
  readonly changes: queue.Change[];
}

export interface SaverDependencies<Saved extends { readonly revision: number }> {
  /** @param typedAt when each cell was typed, in epoch milliseconds of this device */
  readonly send: (request: SaveRequest, typedAt: queue.Batch['typedAt']) => Promise<Saved>;
  readonly classify: (error: unknown) => SaveFailure;
  readonly journal: Journal;
  readonly newKey: () => string;
  readonly random: () => number;
  readonly now: () => number;
  /** The server has stored these values. */
  readonly onStored: (saved: Saved) => void;
  /** The server holds other values than this page believed. */
  readonly onTheirs: (cells: readonly TheirValue[]) => void;
  readonly onLocked: (code: string) => void;
}

/** Whether the journal of this device holds everything that is not sent: yes, in a moment, or it cannot. */
export type Keeping = 'kept' | 'writing' | 'failed';

export interface Saver {
  readonly state: () => QueueState;
  readonly keeping: () => Keeping;
  /** Cells that came back from earlier pages. */
  readonly recovered: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Of several cells at once (a paste) everybody is told once. */
  readonly type: (...entries: readonly Omit<Typed, 'at'>[]) => void;
  /** Sends what waits now: on leaving a cell, on Enter, when the page is hidden. */
  readonly flush: () => void;
  readonly resolve: (cell: CellKey, choice: 'mine' | 'theirs') => void;
  readonly discard: (cells: readonly CellKey[]) => void;
  /** After signing in again, or when the network is back. */
  readonly resume: () => void;
  /** Takes over what pages that are gone left; again later, for another window may crash. */
  readonly restore: () => Promise<void>;
  /** Resolves when the journal holds the newest state, or cannot. */
  readonly kept: () => Promise<boolean>;
  readonly dispose: () => void;
}

/** Drives the save queue: timers, retries, the journal and the wire. One per open report or visit. */
export function createSaver<Saved extends { readonly revision: number }>(
  dependencies: SaverDependencies<Saved>,
): Saver {
  const { send, classify, journal, newKey, random, now } = dependencies;
  let state: QueueState = queue.emptyQueue;
  let disposed = false;
  let pauseTimer: ReturnType<typeof setTimeout> | null = null;
  let holdTimer: ReturnType<typeof setTimeout> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let restoring = false;
  let recovered = 0;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };

  const stopTimer = (timer: ReturnType<typeof setTimeout> | null): null => {
    if (timer !== null) clearTimeout(timer);
    return null;
  };
  const change = (next: QueueState): void => {
    if (next === state) return;
    const unsentChanged = next.edits !== state.edits || next.batches !== state.batches;
    state = next;
    if (unsentChanged) writer.write();
    notify();
  };
  const writer = journalWriter(journal, () => toJournal(state), notify);

  const flush = (): void => {
    pauseTimer = stopTimer(pauseTimer);
    holdTimer = stopTimer(holdTimer);
    if (disposed || state.halted !== null || state.sending || retryTimer !== null) return;
    change(queue.batched(state, newKey));
    const batch = state.batches[0];
    if (batch === undefined) return;
    change(queue.sendingStarted(state));
    void attempt(batch);
  };

  const attempt = async (batch: queue.Batch): Promise<void> => {
    try {
      const saved = await send({ key: batch.key, changes: [...batch.changes] }, batch.typedAt);
      dependencies.onStored(saved);
      change(queue.acknowledged(state, batch.key, { revision: saved.revision, at: now() }));
      flush();
    } catch (error) {
      settle(batch, classify(error));
    }
  };

  const settle = (batch: queue.Batch, failure: SaveFailure): void => {
    switch (failure.kind) {
      case 'retry-later':
        change(queue.failedForNow(state));
        if (disposed) return;
        retryTimer = setTimeout(
          () => {
            retryTimer = null;
            flush();
          },
          backoffMs(state.failures, random(), failure.retryAfterSeconds),
        );
        return;
      case 'correct':
        change(queue.refused(state, batch.key, failure.cells, 'request.malformed', now()));
        return flush();
      case 'resolve-conflict':
        dependencies.onTheirs(failure.cells);
        change(queue.conflicted(state, batch.key, failure.cells, now()));
        return flush();
      case 'new-key':
        change(queue.rekeyed(state, batch.key, now()));
        return flush();
      case 'sign-in':
        return change(queue.halted(state, 'sign-in'));
      case 'locked':
        change(queue.halted(state, 'locked'));
        return dependencies.onLocked(failure.code);
      default: {
        const exhaustive: never = failure;
        return exhaustive;
      }
    }
  };

  const resume = (): void => {
    retryTimer = stopTimer(retryTimer);
    change(queue.resumed(state));
    flush();
  };

  const restore = async (): Promise<void> => {
    if (restoring || disposed) return;
    restoring = true;
    try {
      const before = new Set(queue.unsentCells(state));
      const entries = await journal.adopt().catch(() => []);
      if (disposed || entries.length === 0) return;
      change(restored(state, entries));
      recovered += queue.unsentCells(state).filter((cell) => !before.has(cell)).length;
      notify();
      // Only when this page's own entry holds what was taken over may the old entries go.
      if (await writer.settled()) await journal.forgetAdopted();
      flush();
    } finally {
      restoring = false;
    }
  };
  journal.onLeft(() => void restore());

  return {
    state: () => state,
    keeping: writer.keeping,
    recovered: () => recovered,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (...entries) => {
      const at = now();
      change(entries.reduce((next, entry) => queue.typed(next, { ...entry, at }), state));
      pauseTimer = stopTimer(pauseTimer);
      pauseTimer = setTimeout(flush, PAUSE_MS);
      holdTimer ??= setTimeout(flush, LONGEST_HOLD_MS);
    },
    flush,
    resolve: (cell, choice) => {
      change(queue.resolved(state, cell, choice));
      flush();
    },
    discard: (cells) => change(queue.discarded(state, cells)),
    resume,
    restore,
    kept: writer.settled,
    dispose: () => {
      disposed = true;
      pauseTimer = stopTimer(pauseTimer);
      holdTimer = stopTimer(holdTimer);
      retryTimer = stopTimer(retryTimer);
      journal.close();
    },
  };
}

interface JournalWriter {
  readonly write: () => void;
  readonly settled: () => Promise<boolean>;
  readonly keeping: () => Keeping;
}

/** Writes the newest state, one write at a time; states in between are skipped. */
function journalWriter(journal: Journal, entry: () => JournalEntry, onChange: () => void): JournalWriter {
  let running: Promise<void> | null = null;
  let again = false;
  let written = true;
  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await journal.write(entry());
        written = true;
      } catch {
        written = false;
        // The journal is the second line; the first (the server) goes on without it.
      }
    } while (again);
    running = null;
    onChange();
  };
  return {
    write: () => {
      again = true;
      running ??= run();
    },
    settled: async () => {
      await (running ?? Promise.resolve());
      return written;
    },
    keeping: () => (!written ? 'failed' : running === null ? 'kept' : 'writing'),
  };
}
