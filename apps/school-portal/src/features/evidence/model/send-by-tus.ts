import { ApiProblemError } from '@junheng/api-client';
import { Upload } from 'tus-js-client';
import { uploadUrl } from '../../../api/evidence.ts';
import { loadSession } from '../../../api/session.ts';
import type { WaitingFile } from './upload-queue.ts';

/** Small enough to count as progress on a slow line, large enough not to be mostly questions on a fast one. */
const PART_BYTES = 1024 * 1024;
/** Milliseconds between tries; after the last one the file waits for the network. */
const RETRIES = [500, 2_000, 5_000];

/** Sends the bytes that the server lacks. Rejects with what `classifyFailure` understands. */
export async function sendByTus(
  file: WaitingFile & { readonly uploadId: string },
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const session = await loadSession();
  if (session === null) throw new ApiProblemError(401, null);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file.file, {
      uploadUrl: uploadUrl(file.reportId, file.uploadId),
      headers: { 'x-csrf-token': session.csrfToken },
      chunkSize: PART_BYTES,
      retryDelays: RETRIES,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return navigator.onLine && (status === 0 || status === 409 || status >= 500);
      },
      onProgress: onSent,
      onSuccess: () => resolve(),
      onError: reject,
    });
    const stop = (): void => {
      void upload.abort().catch(() => undefined);
      reject(new Error('stopped'));
    };
    if (signal.aborted) stop();
    else {
      signal.addEventListener('abort', stop, { once: true });
      upload.start();
    }
  });
}
