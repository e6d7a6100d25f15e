import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';

const BATCH = 2_000;

/** Answers kept under the keys of saves. Removed by age alone: for the server itself, never for a request. */
@Injectable()
export class SaveAnswersRepository {
  async removeOlderThan(tx: Transaction, before: Date): Promise<number> {
    return tx.execute(
      `DELETE FROM saves WHERE (self_report_id, key) IN (
         SELECT self_report_id, key FROM saves WHERE saved_at < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
  }
}
