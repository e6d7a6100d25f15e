import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { schoolsWithinFacts, type Scope } from '../../access/access.scope.ts';
import type { ReportRecord } from '../self-reports.types.ts';
import { filledReportColumns, reportOf, reportTables, type ReportRow } from './self-report.rows.ts';

/** What somebody wants to save into, and under which key. */
export interface WantedSave {
  /** Narrowed to filling. */
  readonly scope: Scope;
  readonly reportId: string;
  readonly key: string;
}

export interface ReportToSave {
  readonly report: ReportRecord;
  /** What the save with this key was answered; null when it has not been done. */
  readonly receipt: { readonly requestHash: string; readonly answer: unknown } | null;
}

const WANTED = 'jsonb_to_recordset($1::jsonb) AS w (id uuid, key uuid, scope jsonb)';
const IN_SCOPE = schoolsWithinFacts('sr.school_id', 'w.scope');

/** Reading and holding the reports that several people save into, each within their own scope. */
@Injectable()
export class ReportsToSaveRepository {
  /**
   * Holds the reports until the transaction ends. What is read afterwards in the same transaction is the state as it is.
   * @param options.wait until nobody else holds them; otherwise those held by others are left out
   * @returns the ids of those held; not those out of scope
   */
  async hold(
    tx: Transaction,
    wanted: readonly WantedSave[],
    options: { readonly wait: boolean },
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT sr.id FROM ${WANTED} JOIN self_reports sr ON sr.id = w.id WHERE ${IN_SCOPE}
        ORDER BY sr.id FOR UPDATE OF sr${options.wait ? '' : ' SKIP LOCKED'}`,
      [JSON.stringify(wanted.map(rowOf))],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The reports by id, each with the receipt of this very save where it has been done before. */
  async find(tx: Transaction, wanted: readonly WantedSave[]): Promise<ReadonlyMap<string, ReportToSave>> {
    const rows = await tx.query<ReportRow & ReceiptRow>(
      `SELECT ${filledReportColumns}, s.request_hash, s.answer
         FROM ${WANTED} JOIN (${reportTables}) ON sr.id = w.id
         LEFT JOIN saves s ON s.self_report_id = sr.id AND s.key = w.key
        WHERE ${IN_SCOPE}`,
      [JSON.stringify(wanted.map(rowOf))],
    );
    return new Map(
      rows.map((row) => [
        row.report_id,
        {
          report: reportOf(row),
          receipt: row.request_hash === null ? null : { requestHash: row.request_hash, answer: row.answer },
        },
      ]),
    );
  }
}

interface ReceiptRow {
  readonly request_hash: string | null;
  readonly answer: unknown;
}

function rowOf({ reportId, key, scope }: WantedSave): Readonly<Record<string, unknown>> {
  return { id: reportId, key, scope: scope.facts };
}
