import { Injectable } from '@nestjs/common';
import type { CellKey } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { TAKE_FILE } from '../../../platform/files/take-file.ts';
import { storableJson } from '../../../platform/http/storable-text.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { NewReportWorkbook, ReportWorkbookRecord } from '../workbook/report-workbooks.types.ts';

/** Uploads of a school's own workbook. Each method is one statement. */
@Injectable()
export class ReportWorkbooksRepository {
  async findById(
    reader: Reader,
    scope: Scope,
    reportId: string,
    workbookId: string,
  ): Promise<ReportWorkbookRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<ReportWorkbookRecord>(
      `SELECT w.id, w.self_report_id AS "selfReportId", w.name, w.sha256, w.base_revision AS "baseRevision", w.content,
              w.uploaded_at AS "uploadedAt", w.uploaded_by_name AS "uploadedBy", w.applied_at AS "appliedAt",
              w.applied_by_name AS "appliedBy", w.applied_revision AS "appliedRevision", w.applied_cells AS "appliedCells"
         FROM report_workbooks w JOIN self_reports sr ON sr.id = w.self_report_id
        WHERE w.id = ${p.add(workbookId)} AND w.self_report_id = ${p.add(reportId)}
          AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** @returns the id, null where the report is not in scope */
  async insert(tx: Transaction, scope: Scope, upload: NewReportWorkbook): Promise<string | null> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const sha256 = `${p.add(upload.sha256)}::text`;
    const rows = await tx.query<{ id: string }>(
      `WITH stored AS (
         INSERT INTO files (sha256, size, stored_at) VALUES (${sha256}, ${p.add(upload.size)}::bigint, ${at})
         ${TAKE_FILE})
       INSERT INTO report_workbooks
         (self_report_id, sha256, name, base_revision, content, uploaded_at, uploaded_by, uploaded_by_name)
       SELECT sr.id, ${sha256}, ${p.add(upload.name)}::text, ${p.add(upload.baseRevision)}::integer,
              ${p.add(storableJson(upload.content))}::jsonb, ${at}, ${p.add(actorPersonId(tx.actor))}::uuid,
              ${p.add(actorName(tx.actor))}::text
         FROM self_reports sr WHERE sr.id = ${p.add(upload.selfReportId)} AND ${scope.schools('sr.school_id', p)}
       RETURNING id`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  /** Lets go of uploads that nobody applied: all but this one and the newest others, `kept` together. */
  async removeSuperseded(
    tx: Transaction,
    scope: Scope,
    reportId: string,
    newestId: string,
    kept: number,
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `DELETE FROM report_workbooks WHERE id IN (
         SELECT w.id FROM report_workbooks w JOIN self_reports sr ON sr.id = w.self_report_id
          WHERE w.self_report_id = ${p.add(reportId)} AND w.applied_at IS NULL AND w.id <> ${p.add(newestId)}
            AND ${scope.schools('sr.school_id', p)}
          ORDER BY w.uploaded_at DESC, w.id OFFSET ${p.add(kept - 1)})`,
      p.values,
    );
  }

  /** Uploads from before then that nobody applied, whoever they belong to: for the server itself, never for a request. */
  async removeUnappliedBefore(tx: Transaction, before: Date): Promise<number> {
    return tx.execute(
      `DELETE FROM report_workbooks WHERE id IN (
         SELECT id FROM report_workbooks WHERE applied_at IS NULL AND uploaded_at < $1 LIMIT 2000 FOR UPDATE SKIP LOCKED)`,
      [before],
    );
  }

  /** One decision about an upload at a time. */
  async hold(tx: Transaction, scope: Scope, workbookId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT w.id FROM report_workbooks w JOIN self_reports sr ON sr.id = w.self_report_id
        WHERE w.id = ${p.add(workbookId)} AND ${scope.schools('sr.school_id', p)} FOR UPDATE OF w`,
      p.values,
    );
  }

  async setApplied(
    tx: Transaction,
    scope: Scope,
    workbookId: string,
    applied: { readonly revision: number; readonly cells: number },
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE report_workbooks w SET applied_at = ${p.add(tx.at)}, applied_by = ${p.add(actorPersonId(tx.actor))},
              applied_by_name = ${p.add(actorName(tx.actor))}, applied_revision = ${p.add(applied.revision)},
              applied_cells = ${p.add(applied.cells)}
         FROM self_reports sr
        WHERE sr.id = w.self_report_id AND w.id = ${p.add(workbookId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }

  /** The values that cells had at a revision, of all that were changed after it. */
  async findChangedSince(
    reader: Reader,
    scope: Scope,
    reportId: string,
    revision: number,
  ): Promise<ReadonlyMap<CellKey, string | null>> {
    const p = new SqlParameters();
    const rows = await reader.query<{ cell: string; before: string | null }>(
      `SELECT DISTINCT ON (h.cell) h.cell, h.before
         FROM cell_revisions h JOIN self_reports sr ON sr.id = h.self_report_id
        WHERE h.self_report_id = ${p.add(reportId)} AND h.revision > ${p.add(revision)}
          AND ${scope.schools('sr.school_id', p)}
        ORDER BY h.cell, h.revision`,
      p.values,
    );
    return new Map(rows.map(({ cell, before }) => [cell, before]));
  }
}
