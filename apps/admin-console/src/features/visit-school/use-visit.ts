import type { Visit } from '@junheng/api-contract';
import { addEditionTexts } from '@junheng/evaluation-messages';
import type { QueueState, Saver } from '@junheng/offline-journal';
import { pendingOf } from '@junheng/offline-journal';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keepVisit, keptVisit, type KeptPhoto, type SeenVisit } from '../../device/kept-visits.ts';
import { isTemporary } from '../../server/refusal.ts';
import { readVisit, visitKey, type VisitPlace } from '../../server/visits.ts';
import type { Inspector } from './model/inspector.ts';
import { createPhotoQueue, type PhotoQueue } from './model/photo-queue.ts';
import { withSaved, withTheirs } from './model/seen-visit.ts';
import { createVisitSaver } from './model/visit-saver.ts';

/** What another inspector enters is asked for so often. */
const ASK_EVERY_MS = 20_000;
/** How often a page asks whether another one has gone and left something. */
const ADOPT_EVERY_MS = 10_000;

/** A visit opened by one person: what the server has, what is on this device, and what sends it. */
export interface OpenVisit {
  readonly place: VisitPlace;
  readonly inspector: Inspector;
  readonly seen: SeenVisit;
  readonly visit: Visit;
  readonly queue: QueueState;
  readonly saver: Saver;
  readonly photos: PhotoQueue;
  readonly waitingPhotos: readonly KeptPhoto[];
  /** Why the server takes nothing more, while it does not. */
  readonly locked: string | null;
  /** What stands in an entry, with what was typed since on top. */
  readonly textOf: (entry: string) => string;
}

interface Work {
  readonly saver: Saver;
  readonly photos: PhotoQueue;
  readonly lockedBy: () => string | null;
}

/** From the server; where it cannot be asked, as it was seen last on this device. */
export const seenVisitOptions = (inspector: Inspector, place: VisitPlace) => ({
  queryKey: visitKey(place),
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<SeenVisit> => {
    try {
      const visit = await readVisit(place, signal);
      addEditionTexts(visit.editionTexts);
      const aheadSeconds = Math.round((Date.now() - Date.parse(visit.now)) / 1000);
      const seen = { visit, at: Date.now(), live: true, aheadSeconds };
      await keepVisit(inspector.personId, place, seen).catch(() => undefined);
      return seen;
    } catch (error) {
      const kept = isTemporary(error) ? await keptVisit(inspector.personId, place).catch(() => null) : null;
      if (kept === null) throw error;
      addEditionTexts(kept.visit.editionTexts);
      return { ...kept, live: false };
    }
  },
  networkMode: 'always' as const,
  refetchInterval: ASK_EVERY_MS,
  retry: false,
});

/** Outlives the page while somebody signs in again: what waits is sent by whoever typed it. */
const works = new Map<string, Work>();

function workOf(client: QueryClient, inspector: Inspector, place: VisitPlace): Work {
  const key = `${inspector.personId} ${place.inspectionId} ${place.schoolId}`;
  const present = works.get(key);
  if (present !== undefined) return present;
  const work = startWork(client, inspector, place);
  works.set(key, work);
  return work;
}

function startWork(client: QueryClient, inspector: Inspector, place: VisitPlace): Work {
  let locked: string | null = null;
  const { queryKey } = seenVisitOptions(inspector, place);
  const change = (next: (seen: SeenVisit) => SeenVisit): void => {
    const seen = client.getQueryData<SeenVisit>(queryKey);
    if (seen === undefined) return;
    const changed = next(seen);
    client.setQueryData(queryKey, changed);
    void keepVisit(inspector.personId, place, changed).catch(() => undefined);
  };
  const saver = createVisitSaver(inspector.personId, place, {
    onStored: (saved) => {
      locked = null;
      // A read that began before this save would bring the old value back.
      void client.cancelQueries({ queryKey });
      change((seen) => withSaved(seen, saved, inspector));
      void client.invalidateQueries({ queryKey });
    },
    onTheirs: (theirs) => change((seen) => withTheirs(seen, theirs)),
    onLocked: (code) => {
      locked = code;
      void client.invalidateQueries({ queryKey });
    },
  });
  const photos = createPhotoQueue(inspector.personId, place, () => void client.invalidateQueries({ queryKey }));
  void saver.restore();
  return { saver, photos, lockedBy: () => locked };
}

/** Sends when there is a network again, takes over what other windows left, and keeps what a hidden page holds. */
function useSending({ saver, photos }: Work): void {
  useEffect(() => {
    const resume = (): void => {
      saver.resume();
      photos.resume();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') saver.flush();
    };
    resume();
    window.addEventListener('online', resume);
    document.addEventListener('visibilitychange', hidden);
    const adopting = setInterval(() => void saver.restore(), ADOPT_EVERY_MS);
    return () => {
      window.removeEventListener('online', resume);
      document.removeEventListener('visibilitychange', hidden);
      clearInterval(adopting);
    };
  }, [saver, photos]);
}

export function useVisit(inspector: Inspector, place: VisitPlace) {
  const client = useQueryClient();
  const [work] = useState(() => workOf(client, inspector, place));
  useSending(work);
  const query = useQuery(seenVisitOptions(inspector, place));
  const queue = useSyncExternalStore(work.saver.subscribe, work.saver.state);
  const waitingPhotos = useSyncExternalStore(work.photos.subscribe, work.photos.state);
  const seen = query.data;
  const open: OpenVisit | null =
    seen === undefined
      ? null
      : {
          place,
          inspector,
          seen,
          visit: seen.visit,
          queue,
          saver: work.saver,
          photos: work.photos,
          waitingPhotos,
          locked: queue.halted === 'locked' ? work.lockedBy() : null,
          textOf: (entry) => pendingOf(queue, entry)?.text ?? seen.visit.entries[entry]?.value ?? '',
        };
  return { open, error: query.error, refetch: query.refetch };
}
