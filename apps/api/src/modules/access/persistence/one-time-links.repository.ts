import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';

export interface OneTimeLinkRow {
  readonly id: string;
  readonly purpose: 'password-reset' | 'first-administrator';
  readonly personId: string | null;
  readonly login: string | null;
  readonly displayName: string | null;
  readonly expiresAt: Date;
}

const SELECT = `SELECT l.id, l.purpose, l.person_id AS "personId", p.login, p.display_name AS "displayName",
    l.expires_at AS "expiresAt" FROM one_time_links l LEFT JOIN people p ON p.id = l.person_id`;

/** Whoever has the token has the link: found by its hash only. */
@Injectable()
export class OneTimeLinksRepository {
  constructor(private readonly database: Database) {}

  async findUnused(tokenHash: string, now: Date, reader: Reader = this.database): Promise<OneTimeLinkRow | null> {
    const [row] = await reader.query<OneTimeLinkRow>(
      `${SELECT} WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Uses the link up; of two at the same time only one succeeds. */
  async use(tx: Transaction, tokenHash: string): Promise<OneTimeLinkRow | null> {
    const used = await tx.execute(
      'UPDATE one_time_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
      [tokenHash, tx.at],
    );
    if (used === 0) return null;
    const [row] = await tx.query<OneTimeLinkRow>(`${SELECT} WHERE l.token_hash = $1`, [tokenHash]);
    return row ?? null;
  }

  /** A new link makes earlier ones for the same purpose and person useless. */
  async replace(
    tx: Transaction,
    link: {
      readonly tokenHash: string;
      readonly purpose: OneTimeLinkRow['purpose'];
      readonly personId: string | null;
      readonly expiresAt: Date;
    },
  ): Promise<void> {
    await this.withdraw(tx, link.purpose, link.personId);
    await tx.execute(
      `INSERT INTO one_time_links (token_hash, purpose, person_id, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [link.tokenHash, link.purpose, link.personId, tx.at, actorPersonId(tx.actor), link.expiresAt],
    );
  }

  async withdraw(tx: Transaction, purpose: OneTimeLinkRow['purpose'], personId: string | null): Promise<void> {
    await tx.execute(
      `UPDATE one_time_links SET used_at = $3
        WHERE purpose = $1 AND person_id IS NOT DISTINCT FROM $2::uuid AND used_at IS NULL`,
      [purpose, personId, tx.at],
    );
  }
}
