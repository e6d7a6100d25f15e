import { Injectable } from '@nestjs/common';
import type { SignInHistory } from '@junheng/api-contract';
import { Database } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';

export type SignInOutcome = SignInHistory['signIns'][number]['outcome'];

export interface SignInRow {
  readonly outcome: SignInOutcome;
  readonly lastAt: Date;
  readonly times: number;
  readonly address: string;
  readonly userAgent: string;
}

/** Tries to sign in to an account, for the eyes of its person only: no scope reaches them. */
@Injectable()
export class SignInsRepository {
  constructor(private readonly database: Database) {}

  async note(
    tx: Transaction,
    personId: string,
    outcome: SignInOutcome,
    from: { readonly address: string; readonly userAgent: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO sign_ins (person_id, slot, outcome, address, last_at, user_agent)
       VALUES ($1, date_bin('15 minutes', $2, '2000-01-01Z'), $3, $4, $2, $5)
       ON CONFLICT (person_id, slot, outcome, address) DO UPDATE
         SET times = sign_ins.times + 1, last_at = greatest(sign_ins.last_at, EXCLUDED.last_at), user_agent = EXCLUDED.user_agent`,
      [personId, tx.at, outcome, from.address, from.userAgent],
    );
  }

  /** The newest ones, and the newest failures even if many successes came after them. */
  async findLast(personId: string, most: number): Promise<readonly SignInRow[]> {
    return this.database.query<SignInRow>(
      `SELECT outcome, last_at AS "lastAt", times, address, user_agent AS "userAgent"
         FROM (SELECT s.*, row_number() OVER (PARTITION BY outcome = 'signed-in' ORDER BY last_at DESC) AS place
                 FROM sign_ins s WHERE person_id = $1) AS own
        WHERE place <= $2 ORDER BY last_at DESC`,
      [personId, most],
    );
  }
}
