import { Injectable } from '@nestjs/common';
import type { ReviewLevel } from '@junheng/api-contract';
import type { CellKey, Cells } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { blockersOf, checkSelfReport } from './report-checks.rules.ts';
import { totalsOf } from './report-totals.rules.ts';
import { decideSave, type CellChange } from './save-cells.rules.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportRecord } from './self-reports.types.ts';

export interface WantedCorrection {
  readonly revision: number;
  readonly reason: string;
  readonly changes: readonly { readonly cell: CellKey; readonly value: string | null }[];
}

/** Writing a correction (更正) into an approved report; who may is the affair of the reviews. */
@Injectable()
export class ReportCorrectionsService {
  constructor(
    private readonly writes: ReportWritesRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The report must be held by this transaction. It stays approved; each cell keeps who corrected it and why.
   * @returns the cells after it and what changed; nothing was written where that is empty
   * @throws self-report.stale, .cell-invalid, .cell-not-applicable, .blocked (a value asked for is missing, a hard check fails)
   */
  async correctHeld(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    level: ReviewLevel,
    wanted: WantedCorrection,
  ): Promise<{ readonly cells: Cells; readonly revision: number; readonly changes: readonly CellChange[] }> {
    if (wanted.revision !== report.revision) {
      throw selfReportErrors.stale({ revision: report.revision, named: wanted.revision });
    }
    const { edition } = this.standards.inForce(report.round.editionId);
    const decided = decideSave(
      edition,
      { cells: report.cells, cellRevisions: {}, revision: report.revision },
      wanted.changes.map((change) => ({ ...change, baseRevision: report.revision })),
    );
    if (decided.kind === 'refused') throw selfReportErrors.refused(decided.code, decided.problems);
    if (decided.kind === 'conflict' || decided.changes.length === 0) {
      return { cells: report.cells, revision: report.revision, changes: [] };
    }
    const checks = checkSelfReport(edition, decided.cells, report, report.checkReasons);
    // That a warning has no reason of the school does not count here: the correction has one.
    const blockers = blockersOf(checks, report.checkReasons, []).filter(({ code }) => code !== 'reason-missing');
    if (blockers.length > 0) throw selfReportErrors.blocked(blockers);
    const revision = report.revision + 1;
    const { risk } = report.totals;
    const written = await this.writes.save(tx, scope, {
      reportId: report.id,
      baseRevision: report.revision,
      revision,
      status: report.progress.status,
      totals: { ...totalsOf(checks, report.totals.openReturns), ...(risk === undefined ? {} : { risk }) },
      changes: decided.changes,
      reasonChanges: [],
      source: 'corrected',
      sourceDetails: Object.fromEntries(decided.changes.map(({ cell }) => [cell, { reason: wanted.reason }])),
      receipt: null,
    });
    if (!written) throw selfReportErrors.stale({ revision: report.revision, named: wanted.revision });
    await this.writes.addEvent(tx, scope, report.id, revision, {
      kind: 'corrected',
      level,
      note: wanted.reason,
      details: { changes: decided.changes },
    });
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: 'self-report.corrected',
      subject: { kind: 'self-report', id: report.id },
      details: { schoolId: report.school.id, revision, level, reason: wanted.reason, changes: decided.changes },
    });
    return { cells: decided.cells, revision, changes: decided.changes };
  }
}
