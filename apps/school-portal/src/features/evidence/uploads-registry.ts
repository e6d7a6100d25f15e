import type { QueryClient } from '@tanstack/react-query';
import { abandonUpload, addEvidence, beginUpload, evidenceQuery } from '../../api/evidence.ts';
import { asPerson } from '../../api/session.ts';
import { classifyFailure } from './model/classify-failure.ts';
import { clearKeptFiles, forgetFile, keepFile, keptFiles } from './model/kept-files.ts';
import { sendByTus } from './model/send-by-tus.ts';
import { createUploadQueue, type UploadQueue } from './model/upload-queue.ts';

/** While the network is there and the server does not answer. */
const ASK_AGAIN_MS = 15_000;

interface OpenedQueue {
  readonly personId: string;
  readonly queue: UploadQueue;
  readonly timer: ReturnType<typeof setInterval>;
}
let opened: OpenedQueue | null = null;

/** The uploads of whoever is signed in. They go on while the person looks at other pages. */
export function uploadsOf(queryClient: QueryClient, personId: string): UploadQueue {
  if (opened?.personId === personId) return opened.queue;
  closeQueue();
  const queue = createUploadQueue({
    begin: (file) => asPerson(personId, () => beginUpload(file.reportId, file.file.size)),
    send: (file, onSent, signal) =>
      asPerson(personId, async () => {
        const { uploadId, reportId, name, targets } = file;
        if (uploadId === null) throw new Error('bytes are sent to an upload');
        await sendByTus({ ...file, uploadId }, onSent, signal);
        const { queryKey } = evidenceQuery(reportId);
        const before = new Set((queryClient.getQueryData(queryKey)?.evidence ?? []).map(({ id }) => id));
        const evidence = await addEvidence(reportId, { uploadId, name, targets });
        return before.has(evidence.id) ? evidence.name : null;
      }),
    abandon: async ({ reportId, uploadId }) => {
      if (uploadId !== null) await abandonUpload(reportId, uploadId);
    },
    classify: classifyFailure,
    keep: (file) => keepFile(personId, file),
    forget: forgetFile,
    onAdded: ({ reportId }) => void queryClient.invalidateQueries({ queryKey: evidenceQuery(reportId).queryKey }),
  });
  const timer = setInterval(() => {
    if (navigator.onLine) queue.resume();
  }, ASK_AGAIN_MS);
  opened = { personId, queue, timer };
  // What an earlier page did not get through.
  void keptFiles(personId).then(queue.add, () => undefined);
  return queue;
}

/** Files that are not on the server yet. */
export function unsentFiles(): number {
  return opened?.queue.state().filter(({ state }) => state.kind !== 'same').length ?? 0;
}

/** Files that only this page holds: closing it would lose them. */
export function unkeptFiles(): number {
  return opened?.queue.state().filter(({ kept }) => !kept).length ?? 0;
}

/** The network or the session is back. */
export function resumeUploads(): void {
  opened?.queue.resume();
}

export async function forgetUploads(personId: string): Promise<void> {
  closeQueue();
  await clearKeptFiles(personId);
}

function closeQueue(): void {
  if (opened === null) return;
  clearInterval(opened.timer);
  opened.queue.dispose();
  opened = null;
}
