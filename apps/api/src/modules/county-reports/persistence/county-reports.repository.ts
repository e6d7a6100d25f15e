import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type {
  CountyReportEvent,
  CountyReportRecord,
  CountyReturnReason,
  EntryKey,
  EntrySource,
  Unit,
} from '../county-reports.types.ts';
import { reportColumns, reportOf, reportTables, type CountyReportRow } from './county-report.rows.ts';

export interface EntryHistory {
  readonly entry: EntryKey;
  readonly revision: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly source: EntrySource;
  readonly sourceDetail: Record<string, unknown> | null;
  readonly by: string;
  readonly at: Date;
}

/** Reading county reports. Which parts of one a person sees is decided above: see `county-viewer.rules.ts`. */
@Injectable()
export class CountyReportsRepository {
  async findOfRound(reader: Reader, scope: Scope, roundId: string): Promise<CountyReportRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<CountyReportRow>(
      `SELECT ${reportColumns} FROM ${reportTables}
        WHERE cr.round_id = ${p.add(roundId)} AND ${scope.regions('cr.county_id', p)}`,
      p.values,
    );
    return rows[0] === undefined ? null : reportOf(rows[0]);
  }

  async findById(reader: Reader, scope: Scope, reportId: string): Promise<CountyReportRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<CountyReportRow>(
      `SELECT ${reportColumns} FROM ${reportTables}
        WHERE cr.id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)}`,
      p.values,
    );
    return rows[0] === undefined ? null : reportOf(rows[0]);
  }

  /** Holds a report until the transaction ends; what is read afterwards is the state as it is. */
  async hold(tx: Transaction, scope: Scope, reportId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT cr.id FROM county_reports cr
        WHERE cr.id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)} FOR UPDATE`,
      p.values,
    );
  }

  /** The same by round, against changes only. */
  async holdOfRound(tx: Transaction, scope: Scope, roundId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT cr.id FROM county_reports cr
        WHERE cr.round_id = ${p.add(roundId)} AND ${scope.regions('cr.county_id', p)} FOR SHARE`,
      p.values,
    );
  }

  /** Newest return first. */
  async findReasons(reader: Reader, scope: Scope, reportId: string): Promise<readonly CountyReturnReason[]> {
    const p = new SqlParameters();
    return reader.query<CountyReturnReason>(
      `SELECT rr.id, rr.part_id AS "partId", rr.entry, rr.reason, rr.by_name AS by, rr.at,
              rr.settled_in_revision IS NOT NULL AS settled
         FROM county_return_reasons rr JOIN county_reports cr ON cr.id = rr.county_report_id
        WHERE rr.county_report_id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)}
        ORDER BY rr.at DESC, rr.entry NULLS LAST, rr.id`,
      p.values,
    );
  }

  /** The way of the report, oldest first. */
  async findEvents(reader: Reader, scope: Scope, reportId: string): Promise<readonly CountyReportEvent[]> {
    const p = new SqlParameters();
    return reader.query<CountyReportEvent>(
      `SELECT e.kind, u.name AS "unitName", e.part_id AS "partId", e.at, e.by_name AS by, e.note
         FROM county_report_events e JOIN county_reports cr ON cr.id = e.county_report_id
         LEFT JOIN county_report_parts p ON p.id = e.part_id
         LEFT JOIN units u ON u.id = p.unit_id
        WHERE e.county_report_id = ${p.add(reportId)} AND ${scope.regions('cr.county_id', p)} ORDER BY e.id`,
      p.values,
    );
  }

  /** Sections, departments, towns and offices of the county that are open. */
  async findUnits(reader: Reader, scope: Scope, countyId: string): Promise<readonly Unit[]> {
    const p = new SqlParameters();
    return reader.query<Unit>(
      `SELECT u.id, u.name, u.kind FROM units u JOIN regions g ON g.id = u.region_id
         JOIN regions c ON c.id = ${p.add(countyId)}
        WHERE starts_with(g.path, c.path) AND u.closed_on IS NULL AND u.kind <> 'bureau'
          AND ${scope.regions('u.region_id', p)}
        ORDER BY u.kind <> 'section', u.name, u.id`,
      p.values,
    );
  }

  /** @param entry null: of all entries. Newest first. */
  async findHistory(
    reader: Reader,
    scope: Scope,
    reportId: string,
    entry: EntryKey | null,
  ): Promise<readonly EntryHistory[]> {
    const p = new SqlParameters();
    const one = entry === null ? '' : `AND h.entry = ${p.add(entry)}`;
    return reader.query<EntryHistory>(
      `SELECT h.entry, h.revision, h.before, h.after, h.source, h.source_detail AS "sourceDetail", h.by_name AS by, h.at
         FROM county_entry_revisions h JOIN county_reports cr ON cr.id = h.county_report_id
        WHERE h.county_report_id = ${p.add(reportId)} ${one} AND ${scope.regions('cr.county_id', p)}
        ORDER BY h.id DESC LIMIT 2000`,
      p.values,
    );
  }

  /** The last change of each entry up to a revision. */
  async findEntered(
    reader: Reader,
    scope: Scope,
    wanted: { readonly reportId: string; readonly revision: number; readonly entries: readonly EntryKey[] },
  ): Promise<readonly Omit<EntryHistory, 'before' | 'after'>[]> {
    const p = new SqlParameters();
    return reader.query(
      `SELECT DISTINCT ON (h.entry) h.entry, h.revision, h.source, h.source_detail AS "sourceDetail", h.by_name AS by, h.at
         FROM county_entry_revisions h JOIN county_reports cr ON cr.id = h.county_report_id
        WHERE h.county_report_id = ${p.add(wanted.reportId)} AND h.entry = ANY (${p.add(wanted.entries)}::text[])
          AND h.revision <= ${p.add(wanted.revision)} AND ${scope.regions('cr.county_id', p)}
        ORDER BY h.entry, h.revision DESC`,
      p.values,
    );
  }

  async findReceipt(
    reader: Reader,
    scope: Scope,
    reportId: string,
    key: string,
  ): Promise<{ readonly requestHash: string; readonly answer: unknown } | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ requestHash: string; answer: unknown }>(
      `SELECT s.request_hash AS "requestHash", s.answer
         FROM county_report_saves s JOIN county_reports cr ON cr.id = s.county_report_id
        WHERE s.county_report_id = ${p.add(reportId)} AND s.key = ${p.add(key)} AND ${scope.regions('cr.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }
}
