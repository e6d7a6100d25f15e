import { Injectable } from '@nestjs/common';
import type { SaveCellsRequest } from '@junheng/api-contract';
import { cellDefinition, splitCellKey, type Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { CellSavingService } from './cell-saving.service.ts';
import type { SavedCells } from './decide-saving.rules.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { checkSelfReport } from './report-checks.rules.ts';
import { roundStateFor } from './self-report.presenter.ts';
import { refuseIfLocked, selfReportErrors } from './self-reports.errors.ts';
import { ReturnAnswersService } from './return-answers.service.ts';
import { totalsOf } from './report-totals.rules.ts';
import type { ReportRecord, StoredReturnReason } from './self-reports.types.ts';

/** Everything a school writes into its report while it is open: cells, reasons for soft checks, answers to a return. */
@Injectable()
export class SavingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
    private readonly cells: CellSavingService,
    private readonly answers: ReturnAnswersService,
  ) {}

  /** See `CellSavingService.save`. */
  async saveCells(scope: Scope, actor: Actor, reportId: string, request: SaveCellsRequest): Promise<SavedCells> {
    return this.cells.save(scope, actor, reportId, request);
  }

  /**
   * Sets or removes (empty text) the reason for a soft check, by `ruleId` or `ruleId@cell`.
   * @throws self-report.not-found, .check-unknown, .locked, round.closed, round.not-open-yet
   */
  async setCheckReason(scope: Scope, actor: Actor, reportId: string, ruleKey: string, reason: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      refuseIfLocked(report, roundStateFor(report, tx.at));
      const { edition } = this.standards.inForce(report.round.editionId);
      if (!isSoftCheck(edition, ruleKey)) throw selfReportErrors.checkUnknown(ruleKey);
      const before = Object.hasOwn(report.checkReasons, ruleKey) ? (report.checkReasons[ruleKey] ?? null) : null;
      const text = reason.trim();
      const after = text === '' ? null : text;
      if (before === after) return;
      const others = Object.entries(report.checkReasons).filter(([key]) => key !== ruleKey);
      const reasons = Object.fromEntries(after === null ? others : [...others, [ruleKey, after]]);
      const checks = checkSelfReport(edition, report.cells, report, reasons);
      await this.writes.setCheckReasons(tx, scope, reportId, reasons, totalsOf(checks, report.totals.openReturns));
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.check-reason-set',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, ruleKey, before, after },
      });
    });
  }

  /** Answers one reason of a return in words. @throws self-report.return-reason-not-found and those of a save */
  async answerReturnReason(
    scope: Scope,
    actor: Actor,
    reportId: string,
    reasonId: string,
    answer: string,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const reasons = await this.openReasons(tx, scope, report);
      if (reasons.every(({ id }) => id !== reasonId)) throw selfReportErrors.returnReasonNotFound(reasonId);
      refuseIfLocked(report, roundStateFor(report, tx.at));
      await this.answers.answerHeld(tx, scope, report, { reasonId, answer }, reasons);
    });
  }

  private async held(tx: Transaction, scope: Scope, reportId: string): Promise<ReportRecord> {
    await this.reports.lock(tx, scope, [reportId]);
    const report = await this.reports.findById(tx, scope, scope, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    return report;
  }

  /** The reasons that are being worked off; none unless the report came back. */
  private async openReasons(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
  ): Promise<readonly StoredReturnReason[]> {
    return report.progress.underReturn ? this.reports.findReturnReasons(tx, scope, report.id) : [];
  }
}

function isSoftCheck(edition: Edition, ruleKey: string): boolean {
  const [ruleId, cell, ...rest] = ruleKey.split('@');
  const rule = edition.checks.find(({ id }) => id === ruleId);
  if (rule === undefined || rule.severity !== 'soft' || rest.length > 0) return false;
  return cell === undefined || (splitCellKey(cell).itemId !== '' && cellDefinition(edition, cell) !== undefined);
}
