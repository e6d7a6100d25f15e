import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { AttachedFile } from '../../evidence/attached-files.service.ts';
import type { CountyEvidenceRecord, Topic } from '../county-reports.types.ts';
import { evidenceAnchor } from '../county-topics.rules.ts';

const columns = `e.id, e.topic, e.name, f.size, e.media_type AS "mediaType", e.sha256, e.added_at AS "addedAt",
  e.added_by_name AS "addedBy", e.removed_at AS "removedAt", e.removed_by_name AS "removedBy",
  (SELECT xr.year FROM county_report_files x JOIN county_reports xc ON xc.id = x.county_report_id JOIN rounds xr ON xr.id = xc.round_id
    WHERE x.id = e.reused_from) AS "reusedFromYear"`;
const tables = `county_report_files e JOIN files f ON f.sha256 = e.sha256
  JOIN county_reports cr ON cr.id = e.county_report_id`;

/** Return reasons about the evidence at a topic are worked off by what changes there. */
const settling = (anchor: string) => `settled AS (
  UPDATE county_return_reasons rr SET settled_in_revision = report.revision
    FROM report WHERE rr.county_report_id = report.id AND rr.entry = ${anchor} AND rr.settled_in_revision IS NULL
)`;

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

  /** The newest report of the same county from before this one that has evidence; the round's own predecessor first. */
  async findEarlierReport(
    reader: Reader,
    scope: Scope,
    reportId: string,
  ): Promise<{ readonly reportId: string; readonly year: number } | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ reportId: string; year: number }>(
      `SELECT cr.id AS "reportId", r.year
         FROM county_reports own JOIN rounds this ON this.id = own.round_id
         JOIN county_reports cr ON cr.county_id = own.county_id AND cr.id <> own.id
         JOIN rounds r ON r.id = cr.round_id
        WHERE own.id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)}
          AND (r.id = this.previous_round_id OR r.opens_on < this.opens_on)
          AND EXISTS (SELECT FROM county_report_files f WHERE f.county_report_id = cr.id AND f.removed_at IS NULL)
        ORDER BY (r.id = this.previous_round_id) IS TRUE DESC, r.opens_on DESC, cr.id LIMIT 1`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** The report is held. @returns its new revision; null where the scope does not reach it */
  async add(
    tx: Transaction,
    scope: Scope,
    wanted: {
      readonly reportId: string;
      readonly topic: Topic;
      readonly file: AttachedFile;
      readonly reusedFrom: string | null;
    },
  ): Promise<number | null> {
    const p = new SqlParameters();
    const { reportId, topic, file, reusedFrom } = wanted;
    const at = `${p.add(tx.at)}::timestamptz`;
    const rows = await tx.query<{ revision: number }>(
      `WITH report AS (
         UPDATE county_reports cr SET revision = cr.revision + 1, updated_at = ${at}
          WHERE cr.id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)} RETURNING cr.id, cr.revision
       ), ${settling(`${p.add(evidenceAnchor(topic))}::text`)}
       INSERT INTO county_report_files (county_report_id, topic, sha256, name, media_type, added_in, added_at, added_by, added_by_name,
                                        reused_from)
       SELECT report.id, ${p.add(topic)}::text, ${p.add(file.sha256)}::text, ${p.add(file.name)}::text,
              ${p.add(file.mediaType)}::text, report.revision, ${at}, ${p.add(actorPersonId(tx.actor))}::uuid,
              ${p.add(actorName(tx.actor))}::text, ${p.add(reusedFrom)}::uuid
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
    wanted: { readonly reportId: string; readonly evidenceId: string; readonly topic: Topic },
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
       ), ${settling(`${p.add(evidenceAnchor(wanted.topic))}::text`)}
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
