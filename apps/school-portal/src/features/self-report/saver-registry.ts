import type { QueryClient } from '@tanstack/react-query';
import { saveCells, selfReportQuery } from '../../api/self-reports.ts';
import { asPerson } from '../../api/session.ts';
import { tellSaved } from '../../device/other-windows.ts';
import { forgetDrafts } from './model/drafts.ts';
import {
  clearJournals,
  indexedDbJournal,
  waitingInJournals,
  newKey,
  moodOf,
  unsentCells,
  type QueueMood,
  createSaver,
  type Saver,
} from '@junheng/offline-journal';
import { classifySaveFailure } from './model/save-failure.ts';
import { withSaved, withTheirs } from './model/stored-report.ts';

export interface OpenedSaver {
  readonly saver: Saver;
  /** Whether this browser can keep anything at all. */
  readonly durable: Promise<boolean>;
}

interface Registered extends OpenedSaver {
  readonly reportId: string;
}

/** A report whose work is not all on the server. */
export interface WorkLeft {
  readonly reportId: string;
  readonly cells: number;
  readonly mood: QueueMood;
}

const opened = new Map<string, Registered>();
const listeners = new Set<() => void>();

/** How often a page asks whether another one has gone and left something. */
const ADOPT_EVERY_MS = 10_000;
let adopting: ReturnType<typeof setInterval> | null = null;

/** The saver of one report. It outlives the page it was opened on: leaving for the home page must not stop a save. */
export function saverOf(queryClient: QueryClient, personId: string, reportId: string): OpenedSaver {
  const id = `${personId}/${reportId}`;
  const present = opened.get(id);
  if (present !== undefined) return present;
  const { queryKey } = selfReportQuery(reportId);
  const journal = indexedDbJournal(personId, reportId);
  const saver = createSaver({
    journal,
    classify: classifySaveFailure,
    newKey,
    random: Math.random,
    now: Date.now,
    send: (request) => asPerson(personId, () => saveCells(reportId, request)),
    onStored: (saved) => {
      tellSaved({ personId, reportId });
      // A read that began before this save would bring the old value back. What it was to bring, another window's value
      // for instance, is asked for again.
      const reading = (queryClient.getQueryState(queryKey)?.fetchStatus ?? 'idle') !== 'idle';
      void queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (report) => report && withSaved(report, saved));
      // A changed cell may have settled or reopened a reason it was returned for; only the server knows.
      const answersReason = before?.returnReasons.some(({ cell }) => cell !== null && cell in saved.saved) ?? false;
      if (reading || answersReason) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    onTheirs: (theirs) => queryClient.setQueryData(queryKey, (report) => report && withTheirs(report, theirs)),
    onLocked: () => void queryClient.invalidateQueries({ queryKey }),
  });
  const entry: Registered = { reportId, saver, durable: journal.durable() };
  opened.set(id, entry);
  saver.subscribe(() => {
    for (const listener of listeners) listener();
  });
  void saver.restore();
  adopting ??= setInterval(() => {
    for (const each of opened.values()) void each.saver.restore();
  }, ADOPT_EVERY_MS);
  return entry;
}

/** Goes on with whatever this person typed on this device and no server acknowledged, whichever page is open. */
export async function resumeJournals(queryClient: QueryClient, personId: string): Promise<void> {
  for (const reportId of (await waitingInJournals(personId)).keys()) saverOf(queryClient, personId, reportId);
}

export function unsentCount(): number {
  return [...opened.values()].reduce((sum, { saver }) => sum + unsentCells(saver.state()).length, 0);
}

/** Cells that are on no server yet, in this page or left by others on this device: signing out removes them. */
export async function unsentOnDevice(personId: string): Promise<number> {
  const cells = new Set<string>();
  for (const { reportId, saver } of opened.values()) {
    for (const cell of unsentCells(saver.state())) cells.add(`${reportId} ${cell}`);
  }
  for (const [reportId, waiting] of await waitingInJournals(personId)) {
    for (const cell of waiting) cells.add(`${reportId} ${cell}`);
  }
  return cells.size;
}

/** Reports with work that is not on the server, the newest state at every call. */
export function workLeft(): readonly WorkLeft[] {
  return [...opened.values()].flatMap(({ reportId, saver }) => {
    const state = saver.state();
    const cells = unsentCells(state).length;
    return cells === 0 ? [] : [{ reportId, cells, mood: moodOf(state) }];
  });
}

export function onWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function flushAll(): void {
  for (const { saver } of opened.values()) saver.flush();
}

/** Whether the journals of this page hold all that is not sent, once they are written. */
export async function allKept(): Promise<boolean> {
  const kept = await Promise.all([...opened.values()].map(({ saver }) => saver.kept()));
  return kept.every(Boolean);
}

/** The network, the session or the server is back. */
export function resumeAll(): void {
  for (const { saver } of opened.values()) {
    void saver.restore();
    saver.resume();
  }
}

/** Signing out: nothing of this person stays in the page or on the computer. */
export async function forgetAll(personId: string): Promise<void> {
  for (const { saver } of opened.values()) saver.dispose();
  opened.clear();
  if (adopting !== null) clearInterval(adopting);
  adopting = null;
  forgetDrafts();
  await clearJournals(personId);
}
