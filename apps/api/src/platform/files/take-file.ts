import { DomainError } from '../errors/domain-error.ts';
import type { FileStore } from './file-store.ts';

/**
 * Follows `INSERT INTO files`: the row is there and held until the transaction ends, and is no longer marked for deletion. Then ask
 * `refuseUnlessKept`: its bytes may have gone while this waited for the row.
 */
export const TAKE_FILE =
  'ON CONFLICT (sha256) DO UPDATE SET discarded_at = NULL, deleted_at = NULL WHERE files.discarded_at IS NOT NULL';

const RETRY_AFTER_SECONDS = 1;

/** @throws server.unavailable (send it again) where the bytes are not in the store any more */
export async function refuseUnlessKept(files: FileStore, sha256: string): Promise<void> {
  if (!(await files.has(sha256)))
    throw new DomainError('server.unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
