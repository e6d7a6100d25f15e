import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { AttachedFile } from '../../evidence/attached-files.service.ts';
import type { CountyEvidenceRecord, Topic } from '../county-reports.types.ts';

const columns = `e.id, e.topic, e.name, f.size, e.media_type AS "mediaType", e.sha256, e.added_at AS "addedAt",
  e.added_by_name AS "addedBy", e.removed_at AS "removedAt", e.removed_by_name AS "removedBy"`;
const tables = `county_report_files e JOIN files f ON f.sha256 = e.sha256
  JOIN county_reports cr ON cr.id = e.county_report_id`;

/** Evidence of county reports: what is taken out stays as a row. Each change makes a revision of the report. */
@Injectable()
export class CountyEvidenceRepository {
  /** Newest first, with what was taken out again. */
  async findOfReport(reader: Reader, scope: Scope, reportId: string): Promise<readonly CountyEvidenceRecord[]> {
    const p = new SqlParameters();
    return reader.query<CountyEvidenceRecord>(
      `SELECT ${columns} FROM ${tables}
        WHERE e.county_report_id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)}
        ORDER BY e.added_in DESC`,
      p.values,
    );
  }

  /** The report is held. @returns its new revision; null where the scope does not reach it */
  async add(
    tx: Transaction,
    scope: Scope,
    wanted: { readonly reportId: string; readonly topic: Topic; readonly file: AttachedFile },
  ): Promise<number | null> {
    const p = new SqlParameters();
    const { reportId, topic, file } = wanted;
    const at = `${p.add(tx.at)}::timestamptz`;
    const rows = await tx.query<{ revision: number }>(
      `WITH report AS (
         UPDATE county_reports cr SET revision = cr.revision + 1, updated_at = ${at}
          WHERE cr.id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)} RETURNING cr.id, cr.revision
       )
       INSERT INTO county_report_files (county_report_id, topic, sha256, name, media_type, added_in, added_at, added_by, added_by_name)
       SELECT report.id, ${p.add(topic)}::text, ${p.add(file.sha256)}::text, ${p.add(file.name)}::text,
              ${p.add(file.mediaType)}::text, report.revision, ${at}, ${p.add(actorPersonId(tx.actor))}::uuid,
              ${p.add(actorName(tx.actor))}::text
         FROM report
       RETURNING added_in AS revision`,
      p.values,
    );
    return rows[0]?.revision ?? null;
  }

  /** The report is held. @returns its new revision; null where there is no such file */
  async remove(
    tx: Transaction,
    scope: Scope,
    wanted: { readonly reportId: string; readonly evidenceId: string },
  ): Promise<number | null> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const rows = await tx.query<{ revision: number }>(
      `WITH report AS (
         UPDATE county_reports cr SET revision = cr.revision + 1, updated_at = ${at}
          WHERE cr.id = ${p.add(wanted.reportId)} AND ${scope.regions('cr.county_id', p)}
            AND EXISTS (SELECT 1 FROM county_report_files x
                         WHERE x.id = ${p.add(wanted.evidenceId)} AND x.county_report_id = cr.id AND x.removed_at IS NULL)
         RETURNING cr.id, cr.revision
       )
       UPDATE county_report_files e
          SET removed_in = report.revision, removed_at = ${at}, removed_by = ${p.add(actorPersonId(tx.actor))}::uuid,
              removed_by_name = ${p.add(actorName(tx.actor))}::text
         FROM report WHERE e.id = ${p.add(wanted.evidenceId)} AND e.county_report_id = report.id
       RETURNING e.removed_in AS revision`,
      p.values,
    );
    return rows[0]?.revision ?? null;
  }
}
