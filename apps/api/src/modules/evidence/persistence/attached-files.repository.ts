import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { TAKE_FILE } from '../../../platform/files/take-file.ts';

/** The row of stored bytes, which whoever refers to them must take first. */
@Injectable()
export class AttachedFilesRepository {
  async take(tx: Transaction, { sha256, size }: StoredFile): Promise<void> {
    await tx.execute(`INSERT INTO files (sha256, size, stored_at) VALUES ($1, $2, $3) ${TAKE_FILE}`, [
      sha256,
      size,
      tx.at,
    ]);
  }
}
