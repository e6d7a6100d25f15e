import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';

const BATCH = 2_000;

/** Removal by age alone, whoever the rows belong to: for the server itself, never for a request. */
@Injectable()
export class ForgettingRepository {
  /** Sessions that ended, by themselves or not, before then. A live one ends later, so it is never among them. */
  readonly sessions = (tx: Transaction, before: Date): Promise<number> =>
    tx.execute(
      `DELETE FROM sessions WHERE id IN (
         SELECT id FROM sessions WHERE ends_at < $1 AND (ended_at IS NULL OR ended_at < $1)
          LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );

  readonly links = (tx: Transaction, before: Date): Promise<number> =>
    tx.execute(
      `DELETE FROM one_time_links WHERE id IN (
         SELECT id FROM one_time_links WHERE expires_at < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );

  readonly signIns = (tx: Transaction, before: Date): Promise<number> =>
    tx.execute(
      `DELETE FROM sign_ins WHERE (person_id, slot, outcome, address) IN (
         SELECT person_id, slot, outcome, address FROM sign_ins WHERE slot < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
}
