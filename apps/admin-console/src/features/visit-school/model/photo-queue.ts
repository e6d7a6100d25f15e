import { backoffMs } from '@junheng/offline-journal';
import { forgetPhoto, keepPhoto, keptPhotos, type KeptPhoto } from '../../../device/kept-visits.ts';
import { sendVisitPhoto, type VisitPlace } from '../../../server/visits.ts';
import { asPerson, classifyVisitFailure } from './visit-saver.ts';

export interface PhotoQueue {
  readonly state: () => readonly KeptPhoto[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when it is kept on this device; rejects where that is not possible: the picture is then only in this page. */
  readonly add: (photo: KeptPhoto) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
  /** The network or the session is back. */
  readonly resume: () => void;
  readonly dispose: () => void;
}

/** Photos on their way to the server: kept on the device first, sent one after the other, each until the server has it. */
export function createPhotoQueue(personId: string, place: VisitPlace, onSent: () => void): PhotoQueue {
  let photos: readonly KeptPhoto[] = [];
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let disposed = false;
  const listeners = new Set<() => void>();
  const publish = (next: readonly KeptPhoto[]): void => {
    photos = next;
    for (const listener of listeners) listener();
  };
  const without = (id: string) => photos.filter((photo) => photo.id !== id);

  const run = async (): Promise<void> => {
    if (running || disposed) return;
    running = true;
    try {
      for (let next = waiting(); next !== undefined && !disposed; next = waiting()) {
        if (!(await send(next))) return;
      }
    } finally {
      running = false;
    }
  };
  const waiting = () => photos.find(({ refusal }) => refusal === null);

  /** @returns whether the next may follow now */
  const send = async (photo: KeptPhoto): Promise<boolean> => {
    try {
      await asPerson(personId, () => sendVisitPhoto(place, photo));
      failures = 0;
      await forgetPhoto(photo.id).catch(() => undefined);
      publish(without(photo.id));
      onSent();
      return true;
    } catch (error) {
      const failure = classifyVisitFailure(error);
      if (failure.kind === 'retry-later') {
        failures += 1;
        timer = setTimeout(() => void run(), backoffMs(failures, Math.random(), failure.retryAfterSeconds));
        return false;
      }
      if (failure.kind === 'sign-in') return false;
      const code = failure.kind === 'locked' ? failure.code : codeOf(error);
      const refused = { ...photo, refusal: code };
      publish(photos.map((each) => (each.id === photo.id ? refused : each)));
      await keepPhoto(refused).catch(() => undefined);
      return true;
    }
  };

  void keptPhotos(personId, place).then(
    (kept) => {
      const known = new Set(photos.map(({ id }) => id));
      publish([...kept.filter(({ id }) => !known.has(id)), ...photos]);
      void run();
    },
    () => undefined,
  );
  return {
    state: () => photos,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: async (photo) => {
      try {
        await keepPhoto(photo);
      } finally {
        publish([...photos, photo]);
        void run();
      }
    },
    discard: async (id) => {
      await forgetPhoto(id).catch(() => undefined);
      publish(without(id));
    },
    resume: () => {
      if (timer !== null) clearTimeout(timer);
      publish(photos.map((photo) => (photo.refusal === 'visit.signed' ? { ...photo, refusal: null } : photo)));
      void run();
    },
    dispose: () => {
      disposed = true;
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };
}

function codeOf(error: unknown): string {
  const problem: unknown = Reflect.get(Object(error), 'problem');
  const code: unknown = Reflect.get(Object(problem), 'code');
  return typeof code === 'string' ? code : 'visit.photo-refused';
}
