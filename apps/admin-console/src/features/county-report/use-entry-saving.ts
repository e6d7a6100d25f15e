import type { CountyReport, SaveCountyEntriesRequest } from '@junheng/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countyReportKeys, saveCountyEntries } from '../../server/county-reports.ts';
import { asRefusal, isTemporary, needsSignIn } from '../../server/refusal.ts';
import { afterRefusal, nextBatch, withSaved, withoutSent, type Draft, type Drafts } from './model/save-batch.ts';

const RETRY_AFTER_MILLISECONDS = 3000;

export interface EntrySaving {
  /** What stands in an entry now, typed or stored. */
  readonly valueOf: (entry: string) => string | null;
  readonly draftOf: (entry: string) => Draft | null;
  readonly put: (entry: string, value: string | null) => void;
  /** Of a conflict: keep one's own (over what they saved) or take theirs. */
  readonly resolve: (entry: string, keep: 'mine' | 'theirs') => void;
  /** Typed and not stored: waiting, on its way, or standing aside. */
  readonly pending: number;
  readonly offline: boolean;
  readonly savedAt: string | null;
}

/**
 * Saves entry by entry, one request at a time, each under a key of its own that is kept when it has to be sent again. What is refused
 * stays on the page as typed.
 */
export function useEntrySaving(report: CountyReport): EntrySaving {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [sending, setSending] = useState<SaveCountyEntriesRequest | null>(null);
  const [offline, setOffline] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const bases = useRef<Record<string, number>>({});
  const roundId = report.round.id;

  const send = useCallback(
    async (request: SaveCountyEntriesRequest): Promise<void> => {
      try {
        const answer = await saveCountyEntries(report.id, request);
        client.setQueryData<CountyReport>(countyReportKeys.one(roundId), (before) =>
          before === undefined ? before : withSaved(before, request, answer),
        );
        for (const { entry } of request.changes) delete bases.current[entry];
        setDrafts((before) => withoutSent(before, request));
        setOffline(false);
        setSavedAt(answer.savedAt);
        setSending(null);
        // Counts and findings of the server follow; nobody waits for them.
        void client.invalidateQueries({ queryKey: countyReportKeys.one(roundId) });
      } catch (error) {
        const refusal = asRefusal(error);
        if (isTemporary(refusal) || needsSignIn(refusal)) {
          setOffline(true);
          return;
        }
        setDrafts((before) => afterRefusal(before, request, refusal));
        setSending(null);
      }
    },
    [client, report.id, roundId],
  );

  useEffect(() => {
    if (sending !== null) return;
    const request = nextBatch(report, drafts, bases.current, crypto.randomUUID());
    if (request === null) return;
    const sent = new Set(request.changes.map(({ entry }) => entry));
    setDrafts((before) =>
      Object.fromEntries(
        Object.entries(before).map(([entry, draft]) => [
          entry,
          sent.has(entry) ? { ...draft, state: 'saving' } : draft,
        ]),
      ),
    );
    setSending(request);
    void send(request);
  }, [drafts, report, send, sending]);

  useEffect(() => {
    if (!offline || sending === null) return;
    const timer = setInterval(() => void send(sending), RETRY_AFTER_MILLISECONDS);
    return () => clearInterval(timer);
  }, [offline, send, sending]);

  const stored = (entry: string): string | null => report.entries[entry] ?? null;
  const draftOf = (entry: string): Draft | null => drafts[entry] ?? null;
  return {
    valueOf: (entry) => (drafts[entry] === undefined ? stored(entry) : drafts[entry].value),
    draftOf,
    put: (entry, value) =>
      setDrafts((before) => {
        if (before[entry] === undefined && value === stored(entry)) return before;
        // What is on its way goes on; this is sent after it.
        return { ...before, [entry]: { value, state: 'waiting' } };
      }),
    resolve: (entry, keep) => {
      const draft = drafts[entry];
      if (draft?.theirs === undefined) return;
      bases.current[entry] = draft.theirs.revision;
      setDrafts((before) =>
        keep === 'mine'
          ? { ...before, [entry]: { value: draft.value, state: 'waiting' } }
          : Object.fromEntries(Object.entries(before).filter(([each]) => each !== entry)),
      );
      if (keep === 'theirs') void client.invalidateQueries({ queryKey: countyReportKeys.one(roundId) });
    },
    pending: Object.keys(drafts).length,
    offline,
    savedAt,
  };
}
