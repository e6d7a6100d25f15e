import { Injectable } from '@nestjs/common';
import type { SelfReportStatus } from '@junheng/api-contract';
import type { CellKey, Cells } from '@junheng/evaluation-core';
import { forOnePlan } from '../../../platform/database/prepared-statements.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { schoolsWithinFacts, type Scope } from '../../access/access.scope.ts';
import { laterDeadline } from '../../rounds/round-calendar.rules.ts';
import type { ReportInSaving } from '../self-reports.types.ts';
import { cellStateOf, type StoredCellState } from './self-report.rows.ts';

/** What somebody wants to save into, and under which key. */
export interface WantedSave {
  /** Narrowed to filling. */
  readonly scope: Scope;
  readonly reportId: string;
  readonly key: string;
  readonly content: { readonly changes: readonly { readonly cell: CellKey }[] };
}

export interface ReportToSave {
  readonly report: ReportInSaving;
  /** Another one as soon as anybody has written the row. */
  readonly version: string;
  /** What the save with this key was answered; null when it has not been done. */
  readonly receipt: { readonly requestHash: string; readonly answer: unknown } | null;
}

const IN_SCOPE = schoolsWithinFacts('held.school_id', 'w.scope');

/*
 * Each look-up is a step of its own (LATERAL with a lock or a limit is not merged): by its index for the few rows of the group,
 * however large the tables have grown since the statement was planned.
 */
const readOrTake = (locking: '' | 'FOR UPDATE SKIP LOCKED') => `
  SELECT sr.id, sr.version, sr.school_id, sr.county_id, sr.revision, sr.status, sr.under_return, sr.cells, sr.last_year_cells,
         sr.peers -> 'statistics' AS peers, sr.check_reasons, sr.sections_held,
         (SELECT jsonb_object_agg(cell, sr.cell_state -> cell) FROM jsonb_array_elements_text(w.cells) AS asked (cell)
           WHERE jsonb_exists(sr.cell_state, cell)) AS cell_states,
         r.edition_id, r.opens_on, r.deadline, r.closed_at IS NOT NULL AS closed, g.time_zone, rs.extended_to,
         s.request_hash, s.answer
    FROM unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::jsonb[]) AS w (id, key, scope, cells)
   CROSS JOIN LATERAL (
     SELECT held.*, held.xmin::text AS version FROM self_reports held
      WHERE held.id = w.id AND ${IN_SCOPE} ${locking === '' ? 'OFFSET 0' : locking}) AS sr
    JOIN rounds r ON r.id = sr.round_id
    JOIN regions g ON g.id = r.region_id
    JOIN round_schools rs ON rs.round_id = sr.round_id AND rs.school_id = sr.school_id
    LEFT JOIN LATERAL (
      SELECT request_hash, answer FROM saves WHERE self_report_id = w.id AND key = w.key LIMIT 1) AS s ON TRUE`;
const READ = readOrTake('');
const TAKE = readOrTake('FOR UPDATE SKIP LOCKED');

/** Reading and holding the reports that several people save into, each within their own scope. */
@Injectable()
export class ReportsToSaveRepository {
  /** Waits until nobody else holds these reports, and holds those in scope until the transaction ends. */
  async hold(tx: Transaction, wanted: readonly WantedSave[]): Promise<void> {
    await tx.query(
      `SELECT held.id FROM unnest($1::uuid[], $2::jsonb[]) AS w (id, scope) JOIN self_reports held ON held.id = w.id
        WHERE ${IN_SCOPE} ORDER BY held.id FOR UPDATE OF held`,
      [wanted.map(({ reportId }) => reportId), wanted.map(({ scope }) => JSON.stringify(scope.facts))],
    );
  }

  /** Reads the reports as they are, holding nothing: whoever writes names the `version` that was read. */
  async read(reader: Reader, wanted: readonly WantedSave[]): Promise<ReadonlyMap<string, ReportToSave>> {
    return this.find(reader, READ, wanted);
  }

  /**
   * Reads and holds, until the transaction ends, those of the reports that nobody else holds: each as it is, with the receipt of this
   * very save where it has been done before. A receipt that is committed while this runs is not seen, and writing it twice fails:
   * whoever must be sure holds the report first.
   */
  async take(tx: Transaction, wanted: readonly WantedSave[]): Promise<ReadonlyMap<string, ReportToSave>> {
    return this.find(tx, TAKE, wanted);
  }

  private async find(
    reader: Reader,
    sql: string,
    wanted: readonly WantedSave[],
  ): Promise<ReadonlyMap<string, ReportToSave>> {
    const rows = await reader.query<TakenRow>(sql, [
      forOnePlan<string | null>(
        wanted.map(({ reportId }) => reportId),
        null,
      ),
      wanted.map(({ key }) => key),
      wanted.map(({ scope }) => JSON.stringify(scope.facts)),
      wanted.map(({ content }) => JSON.stringify(content.changes.map(({ cell }) => cell))),
    ]);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          report: reportOf(row),
          version: row.version,
          receipt: row.request_hash === null ? null : { requestHash: row.request_hash, answer: row.answer },
        },
      ]),
    );
  }
}

interface TakenRow {
  readonly id: string;
  readonly version: string;
  readonly school_id: string;
  readonly county_id: string;
  readonly revision: number;
  readonly status: SelfReportStatus;
  readonly under_return: boolean;
  readonly cells: Cells;
  readonly last_year_cells: Cells | null;
  readonly peers: ReportInSaving['peers'];
  readonly check_reasons: Readonly<Record<string, string>>;
  readonly sections_held: boolean;
  readonly cell_states: Readonly<Record<CellKey, StoredCellState>> | null;
  readonly edition_id: string;
  readonly opens_on: string;
  readonly deadline: string;
  readonly closed: boolean;
  readonly time_zone: string;
  readonly extended_to: string | null;
  readonly request_hash: string | null;
  readonly answer: unknown;
}

function reportOf(row: TakenRow): ReportInSaving {
  return {
    id: row.id,
    school: { id: row.school_id },
    countyId: row.county_id,
    revision: row.revision,
    cells: row.cells,
    cellStates: Object.fromEntries(
      Object.entries(row.cell_states ?? {}).map(([cell, state]) => [cell, cellStateOf(state)]),
    ),
    lastYear: row.last_year_cells,
    peers: row.peers,
    checkReasons: row.check_reasons,
    sectionsHeld: row.sections_held,
    progress: { status: row.status, underReturn: row.under_return },
    round: { editionId: row.edition_id, opensOn: row.opens_on, timeZone: row.time_zone, closed: row.closed },
    deadline: laterDeadline(row.deadline, row.extended_to),
    // Found within the scope of whoever may fill it.
    rights: { fill: true },
  };
}
