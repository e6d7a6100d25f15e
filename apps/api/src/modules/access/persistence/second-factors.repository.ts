import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';

export interface SecondFactorRow {
  /** Sealed. */
  readonly secret: string;
  readonly confirmedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

/** Second factors belong to one person each and are reached by their id alone: no scope reaches them. */
@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly database: Database) {}

  async find(personId: string, reader: Reader = this.database): Promise<SecondFactorRow | null> {
    const [row] = await reader.query<SecondFactorRow>(
      `SELECT f.secret, f.confirmed_at AS "confirmedAt",
              (SELECT count(*)::int FROM recovery_codes r WHERE r.person_id = f.person_id AND r.used_at IS NULL)
                AS "recoveryCodesLeft"
         FROM second_factors f WHERE f.person_id = $1`,
      [personId],
    );
    return row ?? null;
  }

  /** Those of these people who have one in force. */
  async among(personIds: readonly string[], reader: Reader = this.database): Promise<ReadonlySet<string>> {
    const rows = await reader.query<{ id: string }>(
      'SELECT person_id AS id FROM second_factors WHERE confirmed_at IS NOT NULL AND person_id = ANY ($1::uuid[])',
      [personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A new secret in place of one that was never confirmed; false when one is in force. */
  async begin(tx: Transaction, personId: string, secret: string): Promise<boolean> {
    const written = await tx.execute(
      `INSERT INTO second_factors (person_id, secret, begun_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET secret = EXCLUDED.secret, begun_at = EXCLUDED.begun_at, last_step = 0
         WHERE second_factors.confirmed_at IS NULL`,
      [personId, secret, tx.at],
    );
    return written > 0;
  }

  async confirm(tx: Transaction, personId: string): Promise<boolean> {
    return (
      (await tx.execute('UPDATE second_factors SET confirmed_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL', [
        personId,
        tx.at,
      ])) > 0
    );
  }

  /** Uses a code up; false when this one or a newer one was used. */
  async useStep(tx: Transaction, personId: string, step: number): Promise<boolean> {
    return (
      (await tx.execute('UPDATE second_factors SET last_step = $2 WHERE person_id = $1 AND last_step < $2', [
        personId,
        step,
      ])) > 0
    );
  }

  async replaceRecoveryCodes(tx: Transaction, personId: string, hashes: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    await tx.execute('INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2::text[])', [
      personId,
      hashes,
    ]);
  }

  /** @returns how many are left; null when there is no such code or it was used */
  async useRecoveryCode(tx: Transaction, personId: string, hash: string): Promise<number | null> {
    const used = await tx.execute(
      'UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [personId, hash, tx.at],
    );
    return used === 0 ? null : ((await this.find(personId, tx))?.recoveryCodesLeft ?? 0);
  }

  async remove(tx: Transaction, personId: string): Promise<boolean> {
    await tx.execute('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    return (await tx.execute('DELETE FROM second_factors WHERE person_id = $1', [personId])) > 0;
  }
}
