import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../access.scope.ts';

export interface RetentionRow {
  readonly endedSessionsDays: number;
  readonly signInsDays: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

/** One row for the installation: what a county sees of it is not narrowed, changing it asks for all counties. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** The defaults while nobody has changed them. */
  async read(reader: Reader = this.database): Promise<RetentionRow> {
    const [row] = await reader.query<RetentionRow>(
      `SELECT ended_sessions_days AS "endedSessionsDays", sign_ins_days AS "signInsDays", changed_at AS "changedAt",
              changed_by_name AS "changedBy" FROM retention_settings`,
    );
    return row ?? { endedSessionsDays: 30, signInsDays: 180, changedAt: null, changedBy: null };
  }

  async change(
    tx: Transaction,
    days: { readonly endedSessionsDays: number; readonly signInsDays: number },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO retention_settings (ended_sessions_days, sign_ins_days, changed_at, changed_by, changed_by_name)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (singleton) DO UPDATE SET ended_sessions_days = EXCLUDED.ended_sessions_days,
         sign_ins_days = EXCLUDED.sign_ins_days, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by,
         changed_by_name = EXCLUDED.changed_by_name`,
      [days.endedSessionsDays, days.signInsDays, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  /** Does the scope hold every county of the installation (and there is one)? */
  async coversAllCounties(scope: Scope, reader: Reader = this.database): Promise<boolean> {
    const parameters = new SqlParameters();
    const [row] = await reader.query<{ all: boolean | null }>(
      `SELECT bool_and(${scope.regions('c.id', parameters)}) AS all FROM regions c WHERE c.level = 'county'`,
      parameters.values,
    );
    return row?.all === true;
  }
}
