import { Injectable } from '@nestjs/common';
import type { Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { stateAt } from '../rounds/round-calendar.rules.ts';
import { roundClosed } from '../rounds/rounds.errors.ts';
import type { ImportedSchool, ImportPreview } from './import/import-preview.types.ts';
import type { ImportToTake } from './imported-reports.service.ts';
import { placeOfCell } from './imports.presenter.ts';
import type { ConfirmedImport } from './imports.types.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { checkSelfReport } from './report-checks.rules.ts';
import { totalsOf } from './report-totals.rules.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportRecord } from './self-reports.types.ts';
import { planStatisticsPrefill, type StatisticsPrefill } from './statistics-prefill.rules.ts';

/** Prefilling self-reports from a confirmed import of statistics (统计数据预填): the reports stay with their schools. */
@Injectable()
export class PrefilledReportsService {
  constructor(
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** A report that was handed over or in meanwhile is left out and says so. @throws round.closed */
  async take(tx: Transaction, scope: Scope, wanted: ImportToTake): Promise<ConfirmedImport> {
    const { edition, preview, importId, round } = wanted;
    if (stateAt(round, tx.at) === 'closed') throw roundClosed(round.id);
    const inRound = await this.reports.findInRound(tx, scope, scope, round.id);
    await this.reports.lock(
      tx,
      scope,
      inRound.map(({ id }) => id),
    );
    const held = await this.reports.findInRound(tx, scope, scope, round.id);
    const bySchool = new Map(held.map((report) => [report.school.id, report]));
    const schools = new Map(preview.schools.map((school) => [school.key, school]));
    const prefilled: ConfirmedImport['prefilled'] = [];
    const leftOut: ConfirmedImport['leftOut'] = [];
    for (const { key, schoolId } of wanted.mapped) {
      const school = schools.get(key);
      if (school === undefined) continue;
      if (schoolId === null) {
        leftOut.push({ key, reason: 'left-out' });
        continue;
      }
      const report = bySchool.get(schoolId) ?? null;
      const plan = planStatisticsPrefill(edition, report, school.record.cells);
      if (report === null || plan.blockedBy !== null) {
        leftOut.push({ key, reason: plan.blockedBy ?? 'not-in-round' });
        continue;
      }
      if (plan.changes.length > 0) await this.write(tx, scope, { edition, preview, importId, school, report, plan });
      const { id, school: registered } = report;
      prefilled.push({
        selfReportId: id,
        schoolName: registered.name,
        cells: plan.changes.length,
        kept: plan.keeps.length,
      });
    }
    return { importId, submitted: [], prefilled, leftOut };
  }

  private async write(
    tx: Transaction,
    scope: Scope,
    taking: {
      readonly edition: Edition;
      readonly preview: ImportPreview;
      readonly importId: string;
      readonly school: ImportedSchool;
      readonly report: ReportRecord;
      readonly plan: StatisticsPrefill;
    },
  ): Promise<void> {
    const { edition, preview, importId, school, report, plan } = taking;
    const revision = report.revision + 1;
    const saved = await this.writes.save(tx, scope, {
      reportId: report.id,
      baseRevision: report.revision,
      revision,
      // Nobody has begun because of it: who has not begun is still reminded.
      status: report.progress.status,
      totals: totalsOf(checkSelfReport(edition, plan.cells, report, report.checkReasons), 0),
      changes: plan.changes,
      reasonChanges: [],
      source: 'prefilled',
      prefilledFrom: 'statistics',
      sourceDetails: Object.fromEntries(
        plan.changes.map(({ cell }) => [cell, { from: 'statistics', importId, ...placeOfCell(preview, school, cell) }]),
      ),
      receipt: null,
    });
    if (!saved) throw selfReportErrors.stale({ revision: report.revision, named: report.revision });
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: 'self-report.prefilled',
      subject: { kind: 'self-report', id: report.id },
      details: { schoolId: report.school.id, importId, revision, rows: school.rows, changes: plan.changes },
    });
  }
}
