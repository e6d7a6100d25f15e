import type { QueryClient } from '@tanstack/react-query';
import { saveCells, selfReportQuery } from '../../api/self-reports.ts';
import { forgetDrafts } from './model/drafts.ts';
import { clearJournals, indexedDbJournal } from './model/indexed-db-journal.ts';
import { newKey } from './model/new-key.ts';
import { createSaver, type Saver } from './model/saver.ts';
import { unsentCells } from './model/save-queue.ts';
import { withSaved, withTheirs } from './model/stored-report.ts';

/** What was left unsent by an earlier page, and whether this browser can keep such things at all. */
export interface OpenedSaver {
  readonly saver: Saver;
  readonly recovered: Promise<number>;
  readonly durable: Promise<boolean>;
}

const opened = new Map<string, OpenedSaver>();

/** The saver of one report. It outlives the page it was opened on: leaving for the home page must not stop a save. */
export function saverOf(queryClient: QueryClient, personId: string, reportId: string): OpenedSaver {
  const id = `${personId}/${reportId}`;
  const present = opened.get(id);
  if (present !== undefined) return present;
  const { queryKey } = selfReportQuery(reportId);
  const journal = indexedDbJournal(personId, reportId);
  const saver = createSaver({
    journal,
    newKey,
    random: Math.random,
    now: Date.now,
    send: (request) => saveCells(reportId, request),
    onStored: (saved) => {
      // A read that began before this save would bring the old value back.
      void queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (report) => report && withSaved(report, saved));
      // A changed cell may have settled or reopened a reason it was returned for; only the server knows.
      if (before?.returnReasons.some((reason) => reason.cell !== null && reason.cell in saved.saved)) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    onTheirs: (theirs) => queryClient.setQueryData(queryKey, (report) => report && withTheirs(report, theirs)),
    onLocked: () => void queryClient.invalidateQueries({ queryKey }),
  });
  const entry: OpenedSaver = {
    saver,
    recovered: saver.restore().then((cells) => cells.length),
    durable: journal.durable(),
  };
  opened.set(id, entry);
  return entry;
}

export function unsentCount(): number {
  return [...opened.values()].reduce((sum, { saver }) => sum + unsentCells(saver.state()).length, 0);
}

export function flushAll(): void {
  for (const { saver } of opened.values()) saver.flush();
}

/** The network, the session or the server is back. */
export function resumeAll(): void {
  for (const { saver } of opened.values()) saver.resume();
}

/** Signing out: nothing of this person stays in the page or on the computer. */
export async function forgetAll(personId: string): Promise<void> {
  for (const { saver } of opened.values()) saver.dispose();
  opened.clear();
  forgetDrafts();
  await clearJournals(personId);
}
