import type { CellKey } from './cell-key.ts';
import { cellsOfEntry } from './journal-entry.ts';
import type { CellRefusal, TheirValue } from './save-failure.ts';

/**
 * What was typed and is not yet acknowledged by the server: a state machine of pure functions. `saver.ts` drives it.
 *
 * A cell is in `edits` until it is sent, in `batches` until the server has answered. A batch keeps its key and its content
 * until then, also over a reload, so that a lost answer is asked for again instead of being saved twice.
 */
export interface QueueState {
  readonly edits: Readonly<Record<CellKey, Edit>>;
  /** First in, first out; only the first is ever on the wire. */
  readonly batches: readonly Batch[];
  readonly sending: boolean;
  /** Attempts at the first batch that failed in a row. */
  readonly failures: number;
  readonly conflicts: Readonly<Record<CellKey, Conflict>>;
  /** Cells acknowledged since the page was opened, with the time (epoch milliseconds). */
  readonly acknowledged: Readonly<Record<CellKey, number>>;
  /** What the server said last of a cell: known here before the page has drawn it. */
  readonly told: Readonly<Record<CellKey, Stored>>;
  /** Set while sending makes no sense; what is waiting is kept. */
  readonly halted: 'sign-in' | 'locked' | null;
}

export interface Stored {
  readonly value: string | null;
  readonly revision: number;
}

export interface Edit {
  /** As typed. */
  readonly text: string;
  /** Canonical; null = cleared; undefined = cannot be sent, see `problem` or `refusal`. */
  readonly value: string | null | undefined;
  readonly problem: string | null;
  /** The server's code where it refused the value. */
  readonly refusal: string | null;
  /** The cell's revision when the typing began. */
  readonly baseRevision: number;
  readonly at: number;
}

export interface Change {
  readonly cell: CellKey;
  readonly value: string | null;
  readonly baseRevision: number;
}

export interface Batch {
  /** UUID, the same at every attempt. */
  readonly key: string;
  readonly changes: readonly Change[];
  /** When each cell was typed (epoch milliseconds), to tell the newest of what several pages left. */
  readonly typedAt: Readonly<Record<CellKey, number>>;
}

export interface Conflict {
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly revision: number;
}

export const emptyQueue: QueueState = {
  edits: {},
  batches: [],
  sending: false,
  failures: 0,
  conflicts: {},
  acknowledged: {},
  told: {},
  halted: null,
};

export interface Typed {
  readonly cell: CellKey;
  readonly text: string;
  readonly value: string | null | undefined;
  readonly problem: string | null;
  /** What the server holds as far as this page knows. */
  readonly stored: Stored;
  /** To be sent also where the server has it already: somebody else's, which this person says too. */
  readonly evenIfStored?: boolean;
  readonly at: number;
}

export function typed(state: QueueState, entry: Typed): QueueState {
  const { cell, text, value, problem, at } = entry;
  // Between an answer and the next drawing the page may still show what was before it: a value typed in that moment would be
  // compared with the wrong one, and sent as if it had not seen the last.
  const told = state.told[cell];
  const stored = told !== undefined && told.revision > entry.stored.revision ? told : entry.stored;
  const onTheWay = state.batches.findLast((batch) => batch.changes.some((change) => change.cell === cell));
  const sent = onTheWay?.changes.find((change) => change.cell === cell);
  const edits = { ...state.edits };
  // Back to what the server has (or is about to have): nothing is left to send.
  const backToStored =
    value !== undefined &&
    (sent === undefined ? entry.evenIfStored !== true && value === stored.value : value === sent.value);
  if (backToStored) {
    delete edits[cell];
  } else {
    const baseRevision = state.edits[cell]?.baseRevision ?? sent?.baseRevision ?? stored.revision;
    edits[cell] = { text, value, problem, refusal: null, baseRevision, at };
  }
  return { ...state, edits };
}

function isSendable(state: QueueState, cell: CellKey, edit: Edit): boolean {
  return edit.value !== undefined && state.conflicts[cell] === undefined;
}

/** Most changes the contract takes at once. */
const BATCH_LIMIT = 300;

/** Puts everything that can be sent into one batch, unless one is on its way already. */
export function batched(state: QueueState, newKey: () => string): QueueState {
  if (state.batches.length > 0) return state;
  const sendable = Object.entries(state.edits)
    .filter(([cell, edit]) => isSendable(state, cell, edit))
    .slice(0, BATCH_LIMIT);
  if (sendable.length === 0) return state;
  const edits = { ...state.edits };
  const changes = sendable.flatMap(([cell, { value, baseRevision }]): Change[] => {
    delete edits[cell];
    return value === undefined ? [] : [{ cell, value, baseRevision }];
  });
  const typedAt = Object.fromEntries(sendable.map(([cell, { at }]) => [cell, at]));
  return { ...state, edits, batches: [{ key: newKey(), changes, typedAt }] };
}

export function sendingStarted(state: QueueState): QueueState {
  return { ...state, sending: true };
}

export interface Acknowledgement {
  readonly revision: number;
  readonly at: number;
}

export function acknowledged(state: QueueState, key: string, answer: Acknowledgement): QueueState {
  const batch = state.batches.find((each) => each.key === key);
  if (batch === undefined) return state;
  const edits = { ...state.edits };
  const times = { ...state.acknowledged };
  const told = { ...state.told };
  for (const { cell, value } of batch.changes) {
    times[cell] = answer.at;
    told[cell] = { value, revision: answer.revision };
    const newer = edits[cell];
    if (newer !== undefined) edits[cell] = { ...newer, baseRevision: answer.revision };
  }
  return { ...withoutBatch(state, key), edits, acknowledged: times, told, failures: 0, sending: false };
}

function withoutBatch(state: QueueState, key: string): QueueState {
  return { ...state, batches: state.batches.filter((batch) => batch.key !== key) };
}

/** Takes a batch apart again: each change goes back to the edits unless something newer was typed there. */
function unpacked(state: QueueState, key: string, at: number, markOf: (change: Change) => Partial<Edit>): QueueState {
  const batch = state.batches.find((each) => each.key === key);
  if (batch === undefined) return state;
  const edits = { ...state.edits };
  for (const change of batch.changes) {
    if (edits[change.cell] !== undefined) continue;
    const { value, baseRevision } = change;
    edits[change.cell] = {
      text: value ?? '',
      value,
      problem: null,
      refusal: null,
      baseRevision,
      at,
      ...markOf(change),
    };
  }
  return { ...withoutBatch(state, key), edits, failures: 0, sending: false };
}

/**
 * The server refuses some cells; nothing of the batch was stored. The others go out again at once, in a batch of their own.
 * A refusal that names no cell cannot be told apart, so all of the batch wait for the person.
 */
export function refused(
  state: QueueState,
  key: string,
  cells: readonly CellRefusal[],
  code: string,
  at: number,
): QueueState {
  const codes = new Map(cells.map((each) => [each.cell, each.code]));
  return unpacked(state, key, at, (change) => {
    const refusal = codes.size === 0 ? code : codes.get(change.cell);
    return refusal === undefined ? {} : { refusal, value: undefined };
  });
}

/** Somebody else changed some of these cells. Where both typed the same there is nothing to choose. */
export function conflicted(state: QueueState, key: string, cells: readonly TheirValue[], at: number): QueueState {
  const batch = state.batches.find((each) => each.key === key);
  if (batch === undefined) return state;
  const next = unpacked(state, key, at, () => ({}));
  const edits = { ...next.edits };
  const conflicts = { ...next.conflicts };
  for (const { cell, ...their } of cells) {
    const mine = edits[cell];
    if (mine === undefined) continue;
    if (mine.value === their.theirs) delete edits[cell];
    else conflicts[cell] = { mine: mine.value ?? null, ...their };
  }
  return { ...next, edits, conflicts };
}

/** The person has looked at both values and chosen. */
export function resolved(state: QueueState, cell: CellKey, choice: 'mine' | 'theirs'): QueueState {
  const conflict = state.conflicts[cell];
  if (conflict === undefined) return state;
  const conflicts = { ...state.conflicts };
  delete conflicts[cell];
  const edits = { ...state.edits };
  const mine = edits[cell];
  if (choice === 'theirs' || mine === undefined) delete edits[cell];
  else edits[cell] = { ...mine, baseRevision: conflict.revision };
  const told = { ...state.told, [cell]: { value: conflict.theirs, revision: conflict.revision } };
  return { ...state, edits, conflicts, told };
}

export function failedForNow(state: QueueState): QueueState {
  return { ...state, sending: false, failures: state.failures + 1 };
}

export function rekeyed(state: QueueState, key: string, at: number): QueueState {
  return unpacked(state, key, at, () => ({}));
}

export function halted(state: QueueState, why: 'sign-in' | 'locked'): QueueState {
  return { ...state, sending: false, halted: why };
}

export function resumed(state: QueueState): QueueState {
  return { ...state, halted: null, failures: 0 };
}

/** The person gives up what cannot be stored (a report that was locked meanwhile). */
export function discarded(state: QueueState, cells: readonly CellKey[]): QueueState {
  const gone = new Set(cells);
  const keep = <Value>(record: Readonly<Record<CellKey, Value>>): Record<CellKey, Value> =>
    Object.fromEntries(Object.entries(record).filter(([cell]) => !gone.has(cell)));
  const batches = state.batches
    .map((batch) => ({ ...batch, changes: batch.changes.filter((change) => !gone.has(change.cell)) }))
    .filter((batch) => batch.changes.length > 0);
  return { ...state, edits: keep(state.edits), conflicts: keep(state.conflicts), batches };
}

/** Cells whose newest value the server has not acknowledged. */
export function unsentCells(state: QueueState): CellKey[] {
  return cellsOfEntry(state);
}

/** The newest value typed in a cell that is not stored yet; `value` undefined where it cannot be used. */
export function pendingOf(state: QueueState, cell: CellKey): { text: string; value: string | null | undefined } | null {
  const edit = state.edits[cell];
  if (edit !== undefined) return { text: edit.text, value: edit.value };
  for (const batch of [...state.batches].reverse()) {
    const change = batch.changes.find((each) => each.cell === cell);
    if (change !== undefined) return { text: change.value ?? '', value: change.value };
  }
  return null;
}

/** `locked`: typed, and the server takes nothing more of it (a report that was handed in meanwhile). */
export type CellState = 'unchanged' | 'saved' | 'saving' | 'waiting' | 'invalid' | 'conflict' | 'locked';

export function cellStateOf(state: QueueState, cell: CellKey): CellState {
  if (state.conflicts[cell] !== undefined) return 'conflict';
  const edit = state.edits[cell];
  if (edit !== undefined && edit.value === undefined) return 'invalid';
  const onTheWay = state.batches.some((batch) => batch.changes.some((change) => change.cell === cell));
  if (edit !== undefined || onTheWay) {
    if (state.halted === 'locked') return 'locked';
    return state.failures > 0 || state.halted !== null ? 'waiting' : 'saving';
  }
  return state.acknowledged[cell] === undefined ? 'unchanged' : 'saved';
}

export type QueueMood = 'quiet' | 'saved' | 'saving' | 'waiting' | 'attention' | 'sign-in' | 'locked';

/** One word for the whole page. `attention`: everything that could be sent was, but some cells need the person. */
export function moodOf(state: QueueState): QueueMood {
  const unsent = unsentCells(state);
  if (unsent.length > 0 && state.halted !== null) return state.halted;
  const needsPerson = (cell: CellKey): boolean => ['invalid', 'conflict'].includes(cellStateOf(state, cell));
  if (unsent.some((cell) => !needsPerson(cell))) return state.failures > 0 ? 'waiting' : 'saving';
  if (unsent.length > 0) return 'attention';
  return Object.keys(state.acknowledged).length > 0 ? 'saved' : 'quiet';
}
