import { Injectable } from '@nestjs/common';
import type { RegisterRowsQuery } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { RegisterContent, RegisterRowRecord, RegisterRowVersion } from '../registers.types.ts';

/** A school by its newest name. */
const nameOf = (school: string): string =>
  `(SELECT v.name FROM school_versions v WHERE v.school_id = ${school} ORDER BY v.version DESC LIMIT 1)`;
const ROW = `w.id, w.county_id AS "countyId", w.kind, w.school_id AS "schoolId", w.starts_on AS "startsOn",
  w.ends_on AS "endsOn", w.details, w.evidence, w.revision, w.changed_at AS "changedAt",
  w.changed_by_name AS "changedByName", w.withdrawn_at AS "withdrawnAt", w.withdrawal_reason AS "withdrawalReason",
  ${nameOf('w.school_id')} AS "schoolName", ${nameOf('w.to_school_id')} AS "toSchoolName"`;

@Injectable()
export class RegistersRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async find(scope: Scope, query: RegisterRowsQuery, limit: number): Promise<readonly RegisterRowRecord[]> {
    const p = new SqlParameters();
    const conditions = [`w.kind = ${p.add(query.kind)}`, scope.regions('w.county_id', p)];
    if (query.countyId !== undefined) conditions.push(`w.county_id = ${p.add(query.countyId)}`);
    if (query.year !== undefined) conditions.push(ofYear(p, query.year));
    return this.database.query<RegisterRowRecord>(
      `SELECT ${ROW} FROM register_rows w WHERE ${conditions.join(' AND ')}
        ORDER BY w.starts_on DESC, w.id LIMIT ${p.add(limit)}`,
      p.values,
    );
  }

  /** Of one county and year, whatever the kind. */
  async findInForce(
    reader: Reader,
    scope: Scope,
    of: { readonly countyId: string; readonly year: number },
  ): Promise<readonly RegisterRowRecord[]> {
    const p = new SqlParameters();
    return reader.query<RegisterRowRecord>(
      `SELECT ${ROW} FROM register_rows w WHERE w.county_id = ${p.add(of.countyId)} AND w.withdrawn_at IS NULL
         AND ${ofYear(p, of.year)} AND ${scope.regions('w.county_id', p)}`,
      p.values,
    );
  }

  /** Locked until the transaction ends; null outside the scope. */
  async hold(tx: Transaction, scope: Scope, rowId: string): Promise<RegisterRowRecord | null> {
    const p = new SqlParameters();
    const [row] = await tx.query<RegisterRowRecord>(
      `SELECT ${ROW} FROM register_rows w WHERE w.id = ${p.add(rowId)} AND ${scope.regions('w.county_id', p)}
         FOR UPDATE OF w`,
      p.values,
    );
    return row ?? null;
  }

  /** Newest first; nothing outside the scope. */
  async findVersions(scope: Scope, rowId: string): Promise<readonly RegisterRowVersion[]> {
    const p = new SqlParameters();
    const rows = await this.database.query<{
      readonly revision: number;
      readonly at: Date;
      readonly byName: string;
      readonly content: RegisterContent & { readonly withdrawalReason: string | null };
    }>(
      `SELECT h.revision, h.at, h.by_name AS "byName", h.content
         FROM register_row_versions h JOIN register_rows w ON w.id = h.row_id
        WHERE h.row_id = ${p.add(rowId)} AND ${scope.regions('w.county_id', p)} ORDER BY h.revision DESC`,
      p.values,
    );
    return rows.map(({ content, ...version }) => ({ ...content, ...version }));
  }

  async holdsCounty(tx: Transaction, scope: Scope, countyId: string): Promise<boolean> {
    const p = new SqlParameters();
    const rows = await tx.query(
      `SELECT FROM regions r WHERE r.id = ${p.add(countyId)} AND r.level = 'county' AND ${scope.regions('r.id', p)}`,
      p.values,
    );
    return rows.length > 0;
  }

  /** How many of these schools are the county's, or were. */
  async countSchools(tx: Transaction, countyId: string, schoolIds: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(DISTINCT v.school_id) FROM school_versions v JOIN regions r ON r.id = v.region_id
        WHERE v.school_id = ANY ($2::uuid[]) AND starts_with(r.path, (SELECT c.path FROM regions c WHERE c.id = $1))`,
      [countyId, schoolIds],
    );
    return row?.count ?? 0;
  }

  async add(tx: Transaction, countyId: string, content: RegisterContent): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO register_rows (county_id, kind, school_id, to_school_id, starts_on, ends_on, details, evidence,
         revision, changed_at, changed_by, changed_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, 1, $9, $10, $11) RETURNING id`,
      [
        countyId,
        content.details.kind,
        content.schoolId,
        toSchool(content),
        content.startsOn,
        content.endsOn,
        JSON.stringify(content.details),
        content.evidence,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    const id = row?.id ?? '';
    await this.addVersion(tx, id, 1, content, null);
    return id;
  }

  async replace(tx: Transaction, before: RegisterRowRecord, content: RegisterContent): Promise<void> {
    await tx.execute(
      `UPDATE register_rows SET school_id = $2, to_school_id = $3, starts_on = $4, ends_on = $5, details = $6::jsonb,
         evidence = $7, revision = revision + 1, changed_at = $8, changed_by = $9, changed_by_name = $10 WHERE id = $1`,
      [
        before.id,
        content.schoolId,
        toSchool(content),
        content.startsOn,
        content.endsOn,
        JSON.stringify(content.details),
        content.evidence,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    await this.addVersion(tx, before.id, before.revision + 1, content, null);
  }

  async withdraw(tx: Transaction, before: RegisterRowRecord, reason: string): Promise<void> {
    await tx.execute(
      `UPDATE register_rows SET withdrawn_at = $2, withdrawal_reason = $3, revision = revision + 1, changed_at = $2,
         changed_by = $4, changed_by_name = $5 WHERE id = $1`,
      [before.id, tx.at, reason, actorPersonId(tx.actor), actorName(tx.actor)],
    );
    await this.addVersion(tx, before.id, before.revision + 1, before, reason);
  }

  private async addVersion(
    tx: Transaction,
    rowId: string,
    revision: number,
    { schoolId, startsOn, endsOn, details, evidence }: RegisterContent,
    withdrawalReason: string | null,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO register_row_versions (row_id, revision, at, by_name, content) VALUES ($1, $2, $3, $4, $5::jsonb)',
      [
        rowId,
        revision,
        tx.at,
        actorName(tx.actor),
        JSON.stringify({ schoolId, startsOn, endsOn, details, evidence, withdrawalReason }),
      ],
    );
  }
}

function ofYear(p: SqlParameters, year: number): string {
  return `w.starts_on BETWEEN ${p.add(`${year}-01-01`)}::date AND ${p.add(`${year}-12-31`)}::date`;
}

function toSchool({ details }: RegisterContent): string | null {
  return details.kind === 'staff-rotation' ? details.toSchoolId : null;
}
