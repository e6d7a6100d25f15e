import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { UploadRecord } from '../evidence.types.ts';

const columns = `u.id, u.size, u.begun_at AS "begunAt", u.evidence_id AS "evidenceId"`;
const tables = `evidence_uploads u JOIN self_reports sr ON sr.id = u.self_report_id`;

/** Uploads under way: what was announced, for which report. The bytes lie in a folder, by the upload's id. */
@Injectable()
export class EvidenceUploadsRepository {
  async insert(tx: Transaction, scope: Scope, selfReportId: string, size: number): Promise<UploadRecord | null> {
    const p = new SqlParameters();
    const rows = await tx.query<UploadRecord>(
      `INSERT INTO evidence_uploads AS u (self_report_id, size, begun_at, begun_by)
       SELECT sr.id, ${p.add(size)}::bigint, ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid
         FROM self_reports sr WHERE sr.id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}
       RETURNING ${columns}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  async find(reader: Reader, scope: Scope, selfReportId: string, uploadId: string): Promise<UploadRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<UploadRecord>(
      `SELECT ${columns} FROM ${tables}
        WHERE u.id = ${p.add(uploadId)} AND u.self_report_id = ${p.add(selfReportId)}
          AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  async finish(tx: Transaction, scope: Scope, uploadId: string, evidenceId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE evidence_uploads u SET evidence_id = ${p.add(evidenceId)} FROM self_reports sr
        WHERE u.id = ${p.add(uploadId)} AND sr.id = u.self_report_id AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }

  async remove(tx: Transaction, scope: Scope, uploadId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `DELETE FROM evidence_uploads u USING self_reports sr
        WHERE u.id = ${p.add(uploadId)} AND sr.id = u.self_report_id AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }

  /** Those begun before this instant, some at a time; their ids, to throw the bytes away. */
  async removeExpired(tx: Transaction, scope: Scope, before: Date): Promise<readonly string[]> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `DELETE FROM evidence_uploads d USING (
         SELECT u.id FROM ${tables} WHERE u.begun_at < ${p.add(before)} AND ${scope.schools('sr.school_id', p)}
          LIMIT 100 FOR UPDATE OF u SKIP LOCKED) x
        WHERE d.id = x.id RETURNING d.id`,
      p.values,
    );
    return rows.map(({ id }) => id);
  }
}
