import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { EvidenceUploadsService } from './evidence-uploads.service.ts';
import { FilesForgettingRepository } from './persistence/files-forgetting.repository.ts';

const DAY = 24 * 60 * 60_000;
/** Taken out by mistake, a file can be asked for again this long. */
export const REMOVED_FILES_KEPT_DAYS = 30;
/** Between the mark and the deletion: whoever stores the same bytes meanwhile takes the mark back. */
export const DISCARDED_FILES_KEPT_DAYS = 1;

const FIRST_BYTES = 256;

/**
 * Deletes the bytes of files that nothing needs: of evidence that was taken out and never went to the bureau, of workbooks that were
 * let go of, of uploads of which nothing came. One file may stand in several reports; it stays as long as any of them needs it.
 *
 * Nobody loses a file to it that is stored again at the same moment: the row is held while its bytes go, and whoever makes
 * something of stored bytes looks, after taking that row, whether they are still there (`FileStore.has`).
 */
@Injectable()
export class FilesForgetting {
  /** Where the look through the folder goes on; it has been through all of it after 256 times. */
  private firstByte = 0;

  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly repository: FilesForgettingRepository,
    private readonly uploads: EvidenceUploadsService,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** @returns rows marked and files deleted */
  async forget(): Promise<Readonly<Record<string, number>>> {
    const now = this.clock.now();
    await this.uploads.sweep(systemActor('sweep-uploads'), now);
    const removedBefore = new Date(now.getTime() - REMOVED_FILES_KEPT_DAYS * DAY);
    const stored = await this.files.storedBefore(this.firstByte, removedBefore);
    this.firstByte = (this.firstByte + 1) % FIRST_BYTES;
    const actor = systemActor('forgetting');
    let discarded = await this.transactions.run(actor, (tx) => this.repository.discardUnknown(tx, stored));
    for (;;) {
      const marked = await this.transactions.run(actor, (tx) => this.repository.discard(tx, removedBefore));
      discarded += marked;
      if (marked === 0) break;
    }
    const discardedBefore = new Date(now.getTime() - DISCARDED_FILES_KEPT_DAYS * DAY);
    let deleted = 0;
    for (;;) {
      const done = await this.deleteOne(discardedBefore, removedBefore);
      if (done === 'none-left') break;
      if (done === 'deleted') deleted += 1;
    }
    return { files_discarded: discarded, files_deleted: deleted };
  }

  private async deleteOne(discardedBefore: Date, removedBefore: Date): Promise<'deleted' | 'kept' | 'none-left'> {
    return this.transactions.run(systemActor('forgetting'), async (tx) => {
      const sha256 = await this.repository.holdOne(tx, discardedBefore);
      if (sha256 === null) return 'none-left';
      if (!(await this.repository.isUnneeded(tx, sha256, removedBefore))) {
        await this.repository.takeBack(tx, sha256);
        return 'kept';
      }
      for (const { id, of, countyId } of await this.repository.evidenceOf(tx, sha256)) {
        await this.audit.append(tx, {
          countyId,
          action: 'evidence.bytes-deleted',
          subject: { kind: 'evidence', id },
          details: { ...of, sha256 },
        });
      }
      await this.repository.setDeleted(tx, sha256);
      // Last: should the transaction fail after it, the row is still marked and the next time finds nothing to remove.
      await this.files.remove(sha256);
      return 'deleted';
    });
  }
}
