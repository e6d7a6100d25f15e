import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { NewTarget, TargetRecord } from '../targets/targets.types.ts';
import { schoolNamed, wholeLedgers } from './rectification.sql.ts';

const TARGET = `a.id, a.county_id AS "countyId", g.name AS "countyName", a.year, a.edition_id AS "editionId", a.place,
  ${schoolNamed("(a.place ->> 'schoolId')::uuid")} AS school,
  a.comparator, trim_scale(a.value)::text AS value, a.due_on AS "dueOn", a.document, a.baseline, a.baseline_year AS "baselineYear",
  a.added_at AS "addedAt", a.added_by_name AS "addedByName", a.withdrawn_at AS "withdrawnAt",
  a.withdrawn_by_name AS "withdrawnByName", a.withdrawal_reason AS "withdrawalReason"`;
const FROM = 'annual_targets a JOIN regions g ON g.id = a.county_id';

@Injectable()
export class TargetsRepository {
  constructor(private readonly database: Database) {}

  async findVisible(scope: Scope, countyId: string, year: number | undefined): Promise<readonly TargetRecord[]> {
    const p = new SqlParameters();
    const ofYear = year === undefined ? '' : `AND a.year = ${p.add(year)}`;
    return this.database.query<TargetRecord>(
      `SELECT ${TARGET} FROM ${FROM} WHERE a.county_id = ${p.add(countyId)} ${ofYear} AND ${wholeLedgers(scope, p, 'a.county_id')}
        ORDER BY a.withdrawn_at IS NOT NULL, a.year DESC, a.due_on, a.added_at, a.id`,
      p.values,
    );
  }

  async find(reader: Reader, scope: Scope, targetId: string): Promise<TargetRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<TargetRecord>(
      `SELECT ${TARGET} FROM ${FROM} WHERE a.id = ${p.add(targetId)} AND ${wholeLedgers(scope, p, 'a.county_id')}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** @returns null where the number has a target for that year already */
  async add(tx: Transaction, target: NewTarget): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO annual_targets (county_id, year, edition_id, problem_key, place, comparator, value, due_on, document, baseline,
         baseline_year, added_at, added_by, added_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       ON CONFLICT (county_id, year, edition_id, problem_key) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`,
      [
        target.countyId,
        target.year,
        target.editionId,
        target.key,
        JSON.stringify(target.place),
        target.comparator,
        target.value,
        target.dueOn,
        target.document,
        JSON.stringify(target.baseline),
        target.baselineYear,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** @returns whether it was still in force */
  async withdraw(tx: Transaction, targetId: string, reason: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE annual_targets SET withdrawn_at = $2, withdrawn_by_name = $3, withdrawal_reason = $4
        WHERE id = $1 AND withdrawn_at IS NULL RETURNING id`,
      [targetId, tx.at, actorName(tx.actor), reason],
    );
    return rows.length > 0;
  }
}
