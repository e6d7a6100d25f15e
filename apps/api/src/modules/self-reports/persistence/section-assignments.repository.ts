import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { SectionAssignment } from '../section-work.rules.ts';

/** Assignments of sections, found by reports within scope. */
@Injectable()
export class SectionAssignmentsRepository {
  async find(reader: Reader, scope: Scope, reportIds: readonly string[]): Promise<readonly SectionAssignment[]> {
    const parameters = new SqlParameters();
    return reader.query<SectionAssignment>(
      `SELECT a.self_report_id AS "reportId", a.section, a.person_id AS "personId", p.display_name AS "displayName",
              a.internal_date AS "internalDate", a.finished_at AS "finishedAt", a.finished_revision AS "finishedRevision"
         FROM section_assignments a
         JOIN self_reports sr ON sr.id = a.self_report_id
         JOIN people p ON p.id = a.person_id
        WHERE a.self_report_id = ANY (${parameters.add(reportIds)}::uuid[])
          AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY a.section`,
      parameters.values,
    );
  }

  /** The school's newest report before this one in which anything was assigned. */
  async findEarlier(
    reader: Reader,
    scope: Scope,
    report: { readonly id: string; readonly schoolId: string; readonly opensOn: string },
  ): Promise<{ readonly reportId: string; readonly deadline: string } | null> {
    const parameters = new SqlParameters();
    const [row] = await reader.query<{ reportId: string; deadline: string }>(
      `SELECT sr.id AS "reportId", greatest(r.deadline, rs.extended_to) AS deadline
         FROM self_reports sr
         JOIN rounds r ON r.id = sr.round_id
         JOIN round_schools rs ON rs.round_id = sr.round_id AND rs.school_id = sr.school_id
        WHERE sr.school_id = ${parameters.add(report.schoolId)} AND sr.id <> ${parameters.add(report.id)}
          AND r.opens_on <= ${parameters.add(report.opensOn)}::date
          AND EXISTS (SELECT 1 FROM section_assignments a WHERE a.self_report_id = sr.id)
          AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY r.opens_on DESC, r.deadline DESC LIMIT 1`,
      parameters.values,
    );
    return row ?? null;
  }

  /** A section given to another person begins anew: what the one before said of it does not count. */
  async assign(
    tx: Transaction,
    scope: Scope,
    reportId: string,
    wanted: { readonly section: string; readonly personId: string; readonly internalDate: string | null },
  ): Promise<void> {
    const parameters = new SqlParameters();
    const [report, section, person, date] = [
      parameters.add(reportId),
      parameters.add(wanted.section),
      parameters.add(wanted.personId),
      parameters.add(wanted.internalDate),
    ];
    await tx.execute(
      `INSERT INTO section_assignments (self_report_id, section, person_id, internal_date, assigned_at, assigned_by)
       SELECT sr.id, ${section}, ${person}::uuid, ${date}::date, ${parameters.add(tx.at)}::timestamptz,
              ${parameters.add(actorPersonId(tx.actor))}::uuid
         FROM self_reports sr WHERE sr.id = ${report}::uuid AND ${scope.schools('sr.school_id', parameters)}
       ON CONFLICT (self_report_id, section) DO UPDATE SET
         person_id = EXCLUDED.person_id, internal_date = EXCLUDED.internal_date, assigned_at = EXCLUDED.assigned_at,
         assigned_by = EXCLUDED.assigned_by,
         finished_at = CASE WHEN section_assignments.person_id = EXCLUDED.person_id THEN section_assignments.finished_at END,
         finished_revision =
           CASE WHEN section_assignments.person_id = EXCLUDED.person_id THEN section_assignments.finished_revision END`,
      parameters.values,
    );
  }

  async unassign(tx: Transaction, scope: Scope, reportId: string, section: string): Promise<void> {
    const parameters = new SqlParameters();
    await tx.execute(
      `DELETE FROM section_assignments a USING self_reports sr
        WHERE sr.id = a.self_report_id AND a.self_report_id = ${parameters.add(reportId)}
          AND a.section = ${parameters.add(section)} AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
  }

  async setHeld(tx: Transaction, scope: Scope, reportId: string, held: boolean): Promise<void> {
    const parameters = new SqlParameters();
    await tx.execute(
      `UPDATE self_reports sr SET sections_held = ${parameters.add(held)}
        WHERE sr.id = ${parameters.add(reportId)} AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
  }

  /** @param revision of the report as it is now; null takes the mark back */
  async mark(tx: Transaction, scope: Scope, reportId: string, section: string, revision: number | null): Promise<void> {
    const parameters = new SqlParameters();
    await tx.execute(
      `UPDATE section_assignments a
          SET finished_at = ${parameters.add(revision === null ? null : tx.at)}::timestamptz,
              finished_revision = ${parameters.add(revision)}::integer
         FROM self_reports sr
        WHERE sr.id = a.self_report_id AND a.self_report_id = ${parameters.add(reportId)}
          AND a.section = ${parameters.add(section)} AND ${scope.schools('sr.school_id', parameters)}`,
      parameters.values,
    );
  }
}
