import { Injectable } from '@nestjs/common';
import type { RoundSelfReport } from '@junheng/api-contract';
import type { Cells } from '@junheng/evaluation-core';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import { laterDeadline } from '../../rounds/round-calendar.rules.ts';
import type {
  ReportEvent,
  ReportEventKind,
  ReportRecord,
  ReportTotals,
  StoredReturnReason,
} from '../self-reports.types.ts';
import { reportColumns, reportOf, reportTables, type ReportRow } from './self-report.rows.ts';

/** A row of the list of a round's reports, before the clock is looked at. */
export type ListedReport = Omit<RoundSelfReport, 'late' | 'risk' | 'submittedAt' | 'updatedAt'> & {
  readonly risk: ReportTotals['risk'] | null;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date | null;
};

/** Reading self-reports. `rights` is the caller's scope with all grants, for what they may do beyond reading. */
@Injectable()
export class SelfReportsRepository {
  async findById(reader: Reader, scope: Scope, rights: Scope, reportId: string): Promise<ReportRecord | null> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReportRow>(
      `SELECT ${reportColumns(rights, parameters)} FROM ${reportTables}
        WHERE sr.id = ${parameters.add(reportId)} AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
    const [row] = rows;
    return row === undefined ? null : reportOf(row);
  }

  /**
   * Waits until nobody else is changing the report and holds it until the transaction ends. What is read afterwards in
   * the same transaction is the state as it is.
   */
  async lock(tx: Transaction, scope: Scope, reportIds: readonly string[]): Promise<void> {
    const parameters = new SqlParameters();
    await tx.query(
      `SELECT sr.id FROM self_reports sr
        WHERE sr.id = ANY (${parameters.add(reportIds)}::uuid[]) AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY sr.id FOR UPDATE OF sr`,
      parameters.values,
    );
  }

  /** Reports by id, those out of scope left out, in the order of ids. */
  async findByIds(
    reader: Reader,
    scope: Scope,
    rights: Scope,
    reportIds: readonly string[],
  ): Promise<readonly ReportRecord[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReportRow>(
      `SELECT ${reportColumns(rights, parameters)} FROM ${reportTables}
        WHERE sr.id = ANY (${parameters.add(reportIds)}::uuid[]) AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY sr.id`,
      parameters.values,
    );
    return rows.map(reportOf);
  }

  /** All reports of a round with their cells: for freezing and importing. Sorted by school code. */
  async findInRound(reader: Reader, scope: Scope, rights: Scope, roundId: string): Promise<readonly ReportRecord[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReportRow>(
      `SELECT ${reportColumns(rights, parameters)} FROM ${reportTables}
        WHERE sr.round_id = ${parameters.add(roundId)} AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY c.code, sr.id`,
      parameters.values,
    );
    return rows.map(reportOf);
  }

  /** All reports of a round, the approved ones with their cells. */
  async findToFreeze(
    reader: Reader,
    scope: Scope,
    roundId: string,
  ): Promise<
    readonly {
      readonly id: string;
      readonly schoolId: string;
      readonly revision: number;
      readonly cells: Cells | null;
    }[]
  > {
    const parameters = new SqlParameters();
    return reader.query(
      `SELECT sr.id, sr.school_id AS "schoolId", sr.revision, CASE WHEN sr.status = 'approved' THEN sr.cells END AS cells
         FROM self_reports sr
        WHERE sr.round_id = ${parameters.add(roundId)} AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY sr.id`,
      parameters.values,
    );
  }

  /** The cells of the reports that were handed in, approved or not yet, by school. */
  async findHandedIn(reader: Reader, scope: Scope, roundId: string): Promise<ReadonlyMap<string, Cells>> {
    const parameters = new SqlParameters();
    const rows = await reader.query<{ school_id: string; cells: Cells }>(
      `SELECT sr.school_id, sr.cells FROM self_reports sr
        WHERE sr.round_id = ${parameters.add(roundId)} AND sr.status IN ('submitted', 'approved')
          AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.school_id, row.cells]));
  }

  async findOfSchool(reader: Reader, scope: Scope, roundId: string, schoolId: string): Promise<ReportRecord | null> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReportRow>(
      `SELECT ${reportColumns(scope, parameters)} FROM ${reportTables}
        WHERE sr.round_id = ${parameters.add(roundId)} AND sr.school_id = ${parameters.add(schoolId)}
          AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
    const [row] = rows;
    return row === undefined ? null : reportOf(row);
  }

  /** What the schools of these grants owe: only schools granted themselves, not through a region. Newest round first. */
  async findDue(reader: Reader, scope: Scope, rights: Scope): Promise<readonly ReportRecord[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReportRow>(
      `SELECT ${reportColumns(rights, parameters)} FROM ${reportTables}
        WHERE ${scope.schools('sr.school_id', parameters)}
        ORDER BY r.year DESC, r.opens_on DESC, c.name, sr.id LIMIT 500`,
      parameters.values,
    );
    return rows.map(reportOf);
  }

  /** One statement, only the columns the list shows. */
  async listInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly ListedReport[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ListRow>(
      `SELECT sr.id, sr.school_id, c.code, c.name, c.town_name, c.type, c.ownership, c.locale, sr.status, sr.revision,
              sr.review_level, sr.first_approval_by IS NOT NULL AS first_approved, sr.totals, r.deadline, rs.extended_to, sr.submitted_at, sr.updated_at
         FROM ${reportTables}
        WHERE sr.round_id = ${parameters.add(roundId)} AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY c.code, sr.id`,
      parameters.values,
    );
    return rows.map((row) => ({
      selfReportId: row.id,
      schoolId: row.school_id,
      schoolCode: row.code,
      schoolName: row.name,
      townName: row.town_name,
      type: row.type,
      ownership: row.ownership,
      locale: row.locale,
      status: row.status,
      reviewLevel: row.review_level,
      firstApproved: row.first_approved,
      revision: row.revision,
      // By their names, here and where it is presented: hundreds of rows, and `...` takes many times as long.
      filled: row.totals.filled,
      required: row.totals.required,
      hardFindings: row.totals.hardFindings,
      softFindings: row.totals.softFindings,
      softWithoutReason: row.totals.softWithoutReason,
      openReturns: row.totals.openReturns,
      risk: row.totals.risk ?? null,
      deadline: laterDeadline(row.deadline, row.extended_to),
      submittedAt: row.submitted_at,
      updatedAt: row.updated_at,
    }));
  }

  /** The way of the report, oldest first. */
  async findTimeline(reader: Reader, scope: Scope, reportId: string): Promise<readonly ReportEvent[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<EventRow>(
      `SELECT e.kind, e.at, e.by_name, e.by_person_id, e.note, e.revision, e.level
         FROM report_events e JOIN self_reports sr ON sr.id = e.self_report_id
        WHERE e.self_report_id = ${parameters.add(reportId)} AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY e.id`,
      parameters.values,
    );
    return rows.map((row) => ({
      kind: row.kind,
      at: row.at,
      by: row.by_name,
      byPersonId: row.by_person_id,
      note: row.note,
      revision: row.revision,
      level: row.level,
    }));
  }

  /** All reasons of all returns, newest return first. */
  async findReturnReasons(reader: Reader, scope: Scope, reportId: string): Promise<readonly StoredReturnReason[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<ReasonRow>(
      `SELECT rr.id, rr.cell, rr.reason, rr.by_name, rr.at, rr.changed_in_revision, rr.answer, rr.value_at_return, d.level
         FROM return_reasons rr JOIN review_decisions d ON d.id = rr.decision_id JOIN self_reports sr ON sr.id = rr.self_report_id
        WHERE rr.self_report_id = ${parameters.add(reportId)} AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY rr.at DESC, rr.cell NULLS LAST, rr.id`,
      parameters.values,
    );
    return rows.map((row) => ({
      id: row.id,
      cell: row.cell,
      reason: row.reason,
      by: row.by_name,
      at: row.at,
      level: row.level,
      state: row.answer !== null ? 'answered' : row.changed_in_revision !== null ? 'changed' : 'open',
      answer: row.answer,
      valueAtReturn: row.value_at_return,
    }));
  }
}

interface ListRow extends Pick<RoundSelfReport, 'type' | 'ownership' | 'locale' | 'status'> {
  readonly review_level: RoundSelfReport['reviewLevel'];
  readonly first_approved: boolean;
  readonly id: string;
  readonly school_id: string;
  readonly code: string;
  readonly name: string;
  readonly town_name: string | null;
  readonly revision: number;
  readonly totals: ReportTotals;
  readonly deadline: string;
  readonly extended_to: string | null;
  readonly submitted_at: Date | null;
  readonly updated_at: Date | null;
}

interface EventRow {
  readonly kind: ReportEventKind;
  readonly at: Date;
  readonly by_name: string;
  readonly by_person_id: string | null;
  readonly note: string | null;
  readonly revision: number;
  readonly level: ReportEvent['level'];
}

interface ReasonRow {
  readonly id: string;
  readonly cell: string | null;
  readonly reason: string;
  readonly by_name: string;
  readonly at: Date;
  readonly changed_in_revision: number | null;
  readonly answer: string | null;
  readonly level: StoredReturnReason['level'];
  readonly value_at_return: string | null;
}
