import { Injectable } from '@nestjs/common';
import type { CellKey } from '@junheng/evaluation-core';
import type { Reader } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { CellHistoryEntry, CellSource, EnteredCell, Signatures } from '../self-reports.types.ts';

/** Who entered, submitted and approved what: read from tables whose rows are never changed. */
@Injectable()
export class ReportHistoryRepository {
  /** Who entered what, newest first; of one cell, or of all. */
  async findHistory(
    reader: Reader,
    scope: Scope,
    reportId: string,
    cell: CellKey | null,
  ): Promise<readonly CellHistoryEntry[]> {
    const parameters = new SqlParameters();
    const ofCell = cell === null ? 'TRUE' : `h.cell = ${parameters.add(cell)}`;
    const rows = await reader.query<HistoryRow>(
      `SELECT h.cell, h.revision, h.before, h.after, h.source, h.source_detail, h.by_name, h.at
         FROM cell_revisions h JOIN self_reports sr ON sr.id = h.self_report_id
        WHERE h.self_report_id = ${parameters.add(reportId)} AND ${ofCell}
          AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY h.revision DESC, h.cell LIMIT 2000`,
      parameters.values,
    );
    return rows.map((row) => ({
      cell: row.cell,
      revision: row.revision,
      before: row.before,
      after: row.after,
      source: row.source,
      sourceDetail: row.source_detail,
      by: row.by_name,
      at: row.at,
    }));
  }

  /** Who entered the values that stand in the report now: person ids, of values typed into the form or the school's workbook. */
  async findTypists(reader: Reader, scope: Scope, reportId: string): Promise<readonly string[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<{ by_person_id: string }>(
      `SELECT DISTINCT last.by_person_id
         FROM (SELECT DISTINCT ON (h.cell) h.cell, h.after, h.source, h.by_person_id
                 FROM cell_revisions h JOIN self_reports sr ON sr.id = h.self_report_id
                WHERE h.self_report_id = ${parameters.add(reportId)} AND ${scope.schools('sr.school_id', parameters)}
                ORDER BY h.cell, h.revision DESC) last
        WHERE last.after IS NOT NULL AND last.source IN ('typed', 'corrected', 'workbook') AND last.by_person_id IS NOT NULL`,
      parameters.values,
    );
    return rows.map((row) => row.by_person_id);
  }

  /** The last submission (or import) and the last approval of each report. */
  async findSignatures(
    reader: Reader,
    scope: Scope,
    reportIds: readonly string[],
  ): Promise<ReadonlyMap<string, Signatures>> {
    const parameters = new SqlParameters();
    const rows = await reader.query<SignatureRow>(
      `SELECT DISTINCT ON (e.self_report_id, e.kind = 'approved') e.self_report_id, e.kind, e.by_name, e.at
         FROM report_events e JOIN self_reports sr ON sr.id = e.self_report_id
        WHERE e.self_report_id = ANY (${parameters.add(reportIds)}::uuid[])
          AND e.kind IN ('submitted', 'imported', 'approved') AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY e.self_report_id, e.kind = 'approved', e.id DESC`,
      parameters.values,
    );
    const signatures = new Map<string, Signatures>();
    for (const row of rows) {
      const before = signatures.get(row.self_report_id) ?? unsigned;
      const at = row.at.toISOString();
      signatures.set(
        row.self_report_id,
        row.kind === 'approved'
          ? { ...before, approvedBy: row.by_name, approvedAt: at }
          : { ...before, submittedBy: row.by_name, submittedAt: at },
      );
    }
    return signatures;
  }

  /** Who entered these cells, each as its report was at a revision. */
  async findEntries(
    reader: Reader,
    scope: Scope,
    wanted: readonly { readonly selfReportId: string; readonly cell: CellKey; readonly revision: number }[],
  ): Promise<readonly EnteredCell[]> {
    const parameters = new SqlParameters();
    const rows = wanted.map((each) => ({
      self_report_id: each.selfReportId,
      cell: each.cell,
      revision: each.revision,
    }));
    return reader.query<EnteredCell>(
      `SELECT DISTINCT ON (h.self_report_id, h.cell) h.self_report_id AS "selfReportId", h.cell, h.by_name AS by, h.at,
              h.source, h.source_detail AS "sourceDetail"
         FROM jsonb_to_recordset(${parameters.add(JSON.stringify(rows))}::jsonb)
              AS w (self_report_id uuid, cell text, revision integer)
         JOIN cell_revisions h ON h.self_report_id = w.self_report_id AND h.cell = w.cell AND h.revision <= w.revision
         JOIN self_reports sr ON sr.id = h.self_report_id
        WHERE ${scope.schools('sr.school_id', parameters)}
        ORDER BY h.self_report_id, h.cell, h.revision DESC`,
      parameters.values,
    );
  }
}

const unsigned: Signatures = { submittedBy: null, submittedAt: null, approvedBy: null, approvedAt: null };

interface SignatureRow {
  readonly self_report_id: string;
  readonly kind: string;
  readonly by_name: string;
  readonly at: Date;
}

interface HistoryRow {
  readonly cell: string;
  readonly revision: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly source: CellSource;
  readonly source_detail: Record<string, unknown> | null;
  readonly by_name: string;
  readonly at: Date;
}
