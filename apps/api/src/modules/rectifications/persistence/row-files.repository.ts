import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';

/** Evidence of rows: what is taken out stays as a row, for the history. */
@Injectable()
export class RowFilesRepository {
  async count(reader: Reader, rectificationId: string): Promise<number> {
    const [row] = await reader.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM rectification_files WHERE rectification_id = $1 AND removed_at IS NULL',
      [rectificationId],
    );
    return row?.count ?? 0;
  }

  async add(
    tx: Transaction,
    rectificationId: string,
    file: { readonly sha256: string; readonly size: number; readonly mediaType: string; readonly name: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO rectification_files (rectification_id, sha256, size, media_type, name, added_at, added_by, added_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        rectificationId,
        file.sha256,
        file.size,
        file.mediaType,
        file.name,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }

  /** @returns its name; null where the row has no such file */
  async remove(tx: Transaction, rectificationId: string, fileId: string): Promise<string | null> {
    const rows = await tx.query<{ name: string }>(
      `UPDATE rectification_files SET removed_at = $3 WHERE id = $2 AND rectification_id = $1 AND removed_at IS NULL
       RETURNING name`,
      [rectificationId, fileId, tx.at],
    );
    return rows[0]?.name ?? null;
  }
}
