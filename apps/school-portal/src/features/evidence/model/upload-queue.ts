import type { EvidenceTarget } from '../../../api/types.ts';
import { refusedForContent } from './shown-file.ts';

/** A file chosen and not yet evidence. */
export interface WaitingFile {
  readonly id: string;
  readonly reportId: string;
  readonly file: Blob;
  readonly name: string;
  readonly targets: readonly EvidenceTarget[];
  /** Once the server has promised room for it. */
  readonly uploadId: string | null;
}

/**
 * `waiting` its turn, `offline` until the network is back, `sign-in` until somebody is signed in again, `sending`, `paused` by
 * hand, `refused` for good with the reason's code, `same` where the report had these bytes already, under the name `as`.
 */
export type UploadState =
  | { readonly kind: 'waiting' | 'offline' | 'sign-in' | 'paused' }
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'same'; readonly as: string };

export interface Upload {
  readonly file: WaitingFile;
  readonly state: UploadState;
  /** Whether the file is kept on this device too: closing the page loses nothing. */
  readonly kept: boolean;
}

/** Why sending ended: what has to happen before it can go on. */
export type SendFailure = 'offline' | 'sign-in' | 'stopped' | 'upload-gone' | { readonly refused: string };

export interface UploadPorts {
  /** Announces it; the id of the upload. Rejects with whatever `classify` understands. */
  readonly begin: (file: WaitingFile) => Promise<string>;
  /**
   * Sends what is missing and makes evidence of it; rejects when `signal` stops it.
   * @returns the name under which the report had these bytes before, null where it had not
   */
  readonly send: (file: WaitingFile, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<string | null>;
  /** Tells the server that nothing more will come. */
  readonly abandon: (file: WaitingFile) => Promise<void>;
  readonly classify: (error: unknown) => SendFailure;
  /** On this device; rejects where that is not possible. */
  readonly keep: (file: WaitingFile) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  readonly onAdded: (file: WaitingFile) => void;
}

export interface UploadQueue {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => readonly Upload[];
  readonly add: (files: readonly WaitingFile[]) => void;
  readonly pause: (id: string) => void;
  /** One that was paused or refused; without an id all that wait for the network or a person. */
  readonly resume: (id?: string) => void;
  readonly cancel: (id: string) => void;
  /** Stops sending and lets go of everything; what is kept on the device stays. */
  readonly dispose: () => void;
}

/** At a time: more would only share the same line. */
const AT_ONCE = 2;

/** The files on their way to the server. Each change makes a new list, so that React sees it. */
export function createUploadQueue(ports: UploadPorts): UploadQueue {
  let uploads: readonly Upload[] = [];
  const running = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  const announcedAnew = new Set<string>();
  let disposed = false;

  const publish = (next: readonly Upload[]): void => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, changes: Partial<Upload>): void =>
    publish(uploads.map((upload) => (upload.file.id === id ? { ...upload, ...changes } : upload)));
  const find = (id: string): Upload | undefined => uploads.find((upload) => upload.file.id === id);

  const keep = async (file: WaitingFile): Promise<void> => {
    const kept = await ports.keep(file).then(
      () => true,
      () => false,
    );
    // It may have been sent or cancelled while it was being written.
    if (find(file.id) === undefined) await ports.forget(file.id).catch(() => undefined);
    else change(file.id, { kept });
  };
  const drop = (id: string): void => {
    publish(uploads.filter((upload) => upload.file.id !== id));
    void ports.forget(id).catch(() => undefined);
  };

  const settled = (file: WaitingFile, as: string): void => {
    change(file.id, { file: { ...file, uploadId: null }, state: { kind: 'same', as }, kept: true });
    void ports.forget(file.id).catch(() => undefined);
  };

  const run = async (id: string): Promise<void> => {
    const stop = new AbortController();
    running.set(id, stop);
    change(id, { state: { kind: 'sending', sent: 0 } });
    try {
      const file = await announced(id);
      const as = await ports.send(
        file,
        (sent) => {
          if (!stop.signal.aborted) change(id, { state: { kind: 'sending', sent } });
        },
        stop.signal,
      );
      // A file that vanished without a word would be looked for.
      if (as === null) drop(id);
      else settled(file, as);
      ports.onAdded(file);
    } catch (error) {
      if (!stop.signal.aborted) failed(id, ports.classify(error));
    } finally {
      if (running.get(id) === stop) running.delete(id);
      next();
    }
  };
  const announced = async (id: string): Promise<WaitingFile> => {
    const { file } = find(id) ?? { file: null };
    if (file === null) throw new Error('the upload was cancelled');
    if (file.uploadId !== null) return file;
    const promised = { ...file, uploadId: await ports.begin(file) };
    if (find(id) === undefined) void ports.abandon(promised).catch(() => undefined);
    change(id, { file: promised });
    await keep(promised);
    return promised;
  };
  const failed = (id: string, failure: SendFailure): void => {
    const upload = find(id);
    if (upload === undefined) return;
    if (failure === 'upload-gone' && upload.file.uploadId !== null && !announcedAnew.has(id)) {
      // The server forgot it (a week passed, or it was restored from a backup): announced anew, once, from the first byte.
      announcedAnew.add(id);
      change(id, { file: { ...upload.file, uploadId: null }, state: { kind: 'waiting' } });
    } else if (failure === 'offline' || failure === 'sign-in') {
      change(id, { state: { kind: failure } });
    } else if (typeof failure === 'object') {
      // What it is was looked at and thrown away: there is no upload any more.
      const file = refusedForContent.has(failure.refused) ? { ...upload.file, uploadId: null } : upload.file;
      change(id, { file, state: { kind: 'refused', code: failure.refused } });
    } else {
      change(id, { state: { kind: 'refused', code: 'evidence.upload-not-found' } });
    }
  };
  const next = (): void => {
    if (disposed) return;
    for (const { file, state } of uploads) {
      if (running.size >= AT_ONCE) return;
      if (state.kind === 'waiting' && !running.has(file.id)) void run(file.id);
    }
  };
  const halt = (id: string): void => {
    running.get(id)?.abort();
    running.delete(id);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => uploads,
    add: (files) => {
      const known = new Set(uploads.map(({ file }) => file.id));
      const fresh = files.filter(({ id }) => !known.has(id));
      publish([...uploads, ...fresh.map((file): Upload => ({ file, state: { kind: 'waiting' }, kept: false }))]);
      for (const file of fresh) void keep(file);
      next();
    },
    pause: (id) => {
      halt(id);
      change(id, { state: { kind: 'paused' } });
      next();
    },
    resume: (id) => {
      publish(
        uploads.map((upload) => {
          const { kind } = upload.state;
          const wanted = id === undefined ? kind === 'offline' || kind === 'sign-in' : upload.file.id === id;
          return wanted && kind !== 'sending' ? { ...upload, state: { kind: 'waiting' } } : upload;
        }),
      );
      next();
    },
    cancel: (id) => {
      const upload = find(id);
      halt(id);
      drop(id);
      if (upload?.file.uploadId != null) void ports.abandon(upload.file).catch(() => undefined);
      next();
    },
    dispose: () => {
      disposed = true;
      for (const id of running.keys()) halt(id);
      listeners.clear();
      uploads = [];
    },
  };
}
