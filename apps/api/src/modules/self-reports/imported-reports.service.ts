import { Injectable } from '@nestjs/common';
import type { Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import type { ImportedSchool, ImportPreview } from './import/import-preview.types.ts';
import { planImport, type ImportPlan, type MappedSchool } from './import-plan.rules.ts';
import { importErrors } from './imports.errors.ts';
import { placeOfCell } from './imports.presenter.ts';
import type { ConfirmedImport } from './imports.types.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { checkSelfReport, riskOf } from './report-checks.rules.ts';
import { valuesHash } from './report-hash.rules.ts';
import { submission } from './report-moves.service.ts';
import { openReturnsAfter, totalsOf } from './report-totals.rules.ts';
import { reasonsAfterChanges } from './return-reason.rules.ts';
import { afterMove } from './self-report-status.rules.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportRecord } from './self-reports.types.ts';

interface Taking {
  readonly school: ImportedSchool;
  readonly report: ReportRecord;
  readonly plan: ImportPlan;
}

/** The schools of an import, each with where a person or the register sent it. */
export interface ImportToTake {
  readonly importId: string;
  readonly round: RoundRecord;
  readonly edition: Edition;
  readonly preview: ImportPreview;
  readonly mapped: readonly MappedSchool[];
}

/** Turning the schools of a confirmed import into submitted self-reports. */
@Injectable()
export class ImportedReportsService {
  constructor(
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A report that was submitted or approved meanwhile is left out and says so; one that holds other values is replaced only
   * when the person has seen that.
   * @throws import.has-errors (a cell the report cannot take), import.replaces-unconfirmed
   */
  async take(
    tx: Transaction,
    scope: Scope,
    wanted: ImportToTake & { readonly replaceConfirmed: boolean },
  ): Promise<ConfirmedImport> {
    const { edition, preview, importId } = wanted;
    const inRound = await this.reports.findInRound(tx, scope, scope, wanted.round.id);
    await this.reports.lock(
      tx,
      scope,
      inRound.map(({ id }) => id),
    );
    const held = await this.reports.findInRound(tx, scope, scope, wanted.round.id);
    const bySchool = new Map(held.map((report) => [report.school.id, report]));
    const schools = new Map(preview.schools.map((school) => [school.key, school]));

    const taking: Taking[] = [];
    const leftOut: ConfirmedImport['leftOut'] = [];
    const problems: LocatedProblem[] = [];
    const replaced: LocatedProblem[] = [];
    for (const { key, schoolId } of wanted.mapped) {
      const school = schools.get(key);
      if (school === undefined) continue;
      if (schoolId === null) {
        leftOut.push({ key, reason: 'left-out' });
        continue;
      }
      const report = bySchool.get(schoolId) ?? null;
      const plan = planImport(edition, report, school.record.cells);
      if (report === null || plan.blockedBy !== null) {
        leftOut.push({ key, reason: plan.blockedBy ?? 'not-in-round' });
        continue;
      }
      for (const problem of plan.problems) problems.push({ ...problem, facts: { ...problem.facts, key } });
      for (const { cell, before, after } of plan.replaces) {
        replaced.push({ at: cell, code: 'import.replaces-unconfirmed', facts: { key, before, after } });
      }
      taking.push({ school, report, plan });
    }
    if (problems.length > 0) throw importErrors.hasErrors(problems);
    if (replaced.length > 0 && !wanted.replaceConfirmed) throw importErrors.replacesUnconfirmed(replaced);

    const submitted: ConfirmedImport['submitted'] = [];
    for (const each of taking) {
      await this.takeOne(tx, scope, edition, preview, importId, each);
      const { report, plan } = each;
      submitted.push({ selfReportId: report.id, schoolName: report.school.name, cells: plan.changes.length });
    }
    return { importId, submitted, prefilled: [], leftOut };
  }

  private async takeOne(
    tx: Transaction,
    scope: Scope,
    edition: Edition,
    preview: ImportPreview,
    importId: string,
    { school, report, plan }: Taking,
  ): Promise<void> {
    const status = afterMove('import', report.progress.status, report.progress.underReturn);
    if (status === null) throw selfReportErrors.wrongStatus({ status: report.progress.status, move: 'import' });
    const reasons = report.progress.underReturn ? await this.reports.findReturnReasons(tx, scope, report.id) : [];
    const reasonChanges = reasonsAfterChanges(reasons, plan.changes);
    const checks = checkSelfReport(edition, plan.cells, report, report.checkReasons);
    const totals = {
      ...totalsOf(checks, openReturnsAfter(report, reasons, reasonChanges)),
      risk: riskOf(edition, plan.cells, report, report.checkReasons),
    };
    const revision = plan.changes.length > 0 ? report.revision + 1 : report.revision;
    if (plan.changes.length > 0) {
      const saved = await this.writes.save(tx, scope, {
        reportId: report.id,
        baseRevision: report.revision,
        revision,
        status: report.progress.status,
        totals,
        changes: plan.changes,
        reasonChanges,
        source: 'imported',
        sourceDetails: Object.fromEntries(
          plan.changes.map(({ cell }) => [cell, { importId, ...placeOfCell(preview, school, cell) }]),
        ),
        receipt: null,
      });
      if (!saved) throw selfReportErrors.stale({ revision: report.revision, named: report.revision });
    }
    const hash = valuesHash(plan.cells);
    const files = [...new Set(school.rows.map(({ file }) => file))];
    await this.writes.move(tx, scope, {
      reportId: report.id,
      revision,
      progress: { ...report.progress, ...submission(tx, revision, hash, false), status },
      totals,
      event: { kind: 'imported', note: files.join(', '), details: { importId, rows: school.rows, hash } },
    });
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: 'self-report.imported',
      subject: { kind: 'self-report', id: report.id },
      details: {
        schoolId: report.school.id,
        importId,
        revision,
        before: report.progress.status,
        status,
        rows: school.rows,
        changes: plan.changes,
      },
    });
  }
}
