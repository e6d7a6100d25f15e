import { Injectable } from '@nestjs/common';
import { savedCellsSchema, type SaveCellsRequest } from '@junheng/api-contract';
import { cellDefinition, splitCellKey, type Edition } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { checkSelfReport } from './report-checks.rules.ts';
import { hashOf } from './report-hash.rules.ts';
import { reasonsAfterChanges } from './return-reason.rules.ts';
import { decideSave, type ConflictingCell } from './save-cells.rules.ts';
import { roundStateFor } from './self-report.presenter.ts';
import { afterSave } from './self-report-status.rules.ts';
import { refuseIfLocked, selfReportErrors } from './self-reports.errors.ts';
import { openReturnsAfter, statesAfter, totalsOf } from './report-totals.rules.ts';
import type { ReportRecord, StoredReturnReason } from './self-reports.types.ts';

type SavedCells = z.infer<typeof savedCellsSchema>;

/** Everything a school writes into its report while it is open: cells, reasons for soft checks, answers to a return. */
@Injectable()
export class SavingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Saves a batch of cells, whole or not at all. Sending the same key again gives the same answer and changes nothing, even
   * when the report was locked or changed by others in between.
   * @throws self-report.not-found, .idempotency-key-reused, .locked, .cell-invalid, .cell-not-applicable, .conflict,
   * round.closed, round.not-open-yet
   */
  async saveCells(scope: Scope, actor: Actor, reportId: string, request: SaveCellsRequest): Promise<SavedCells> {
    const requestHash = hashOf(request.changes);
    return this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const kept = await this.writes.findReceipt(tx, scope, reportId, request.key);
      if (kept !== null) {
        if (kept.requestHash !== requestHash) throw selfReportErrors.keyReused(request.key);
        return savedCellsSchema.parse(kept.answer);
      }
      refuseIfLocked(report, roundStateFor(report, tx.at));

      const { edition } = this.standards.inForce(report.round.editionId);
      const cellRevisions = Object.fromEntries(
        Object.entries(report.cellStates).map(([cell, state]) => [cell, state.revision]),
      );
      const decision = decideSave(
        edition,
        { cells: report.cells, cellRevisions, revision: report.revision },
        request.changes,
      );
      switch (decision.kind) {
        case 'refused':
          throw selfReportErrors.refused(decision.code, decision.problems);
        case 'conflict':
          throw await this.conflict(tx, scope, report, decision.cells);
        case 'accepted':
          break;
        default: {
          const exhaustive: never = decision;
          return exhaustive;
        }
      }

      const changed = decision.changes.length > 0;
      const revision = changed ? report.revision + 1 : report.revision;
      const status = changed ? afterSave(report.progress.status) : report.progress.status;
      const reasons = changed ? await this.openReasons(tx, scope, report) : [];
      const reasonChanges = reasonsAfterChanges(reasons, decision.changes);
      const answer: SavedCells = {
        revision,
        status,
        saved: decision.saved,
        settledReturnReasons: reasonChanges.filter(({ state }) => state === 'changed').map(({ id }) => id),
        savedAt: tx.at.toISOString(),
      };
      const receipt = { key: request.key, requestHash, answer };
      if (!changed) {
        await this.writes.keepReceipt(tx, reportId, revision, receipt);
        return answer;
      }
      const checks = checkSelfReport(edition, decision.cells, report.lastYear, report.checkReasons);
      const saved = await this.writes.save(tx, scope, {
        reportId,
        baseRevision: report.revision,
        revision,
        status,
        cells: decision.cells,
        cellStates: statesAfter(report.cellStates, decision.changes, { revision, source: 'typed' }),
        totals: totalsOf(checks, openReturnsAfter(report, reasons, reasonChanges)),
        changes: decision.changes,
        reasonChanges,
        source: 'typed',
        sourceDetails: {},
        receipt,
      });
      if (!saved) throw selfReportErrors.stale({ revision: report.revision, named: report.revision });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.cells-saved',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, revision, key: request.key, changes: decision.changes },
      });
      return answer;
    });
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
      const checks = checkSelfReport(edition, report.cells, report.lastYear, reasons);
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
      const reason = reasons.find(({ id }) => id === reasonId);
      if (reason === undefined) throw selfReportErrors.returnReasonNotFound(reasonId);
      refuseIfLocked(report, roundStateFor(report, tx.at));
      if (reason.answer === answer) return;
      const openReturns = openReturnsAfter(report, reasons, [{ id: reasonId, state: 'answered' }]);
      const totals = { ...report.totals, openReturns };
      await this.writes.answerReturnReason(tx, scope, { reportId, reasonId, answer, totals });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.return-answered',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, reasonId, cell: reason.cell, before: reason.answer, answer },
      });
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

  private async conflict(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    cells: readonly ConflictingCell[],
  ): Promise<Error> {
    const last = await this.writes.findLastChanges(
      tx,
      scope,
      report.id,
      cells.map(({ cell }) => cell),
    );
    return selfReportErrors.conflict(
      report.revision,
      cells.map(({ cell, mine, theirs, revision }) => {
        const change = last.get(cell);
        const facts = { mine, theirs, revision, by: change?.by ?? null, at: change?.at.toISOString() ?? null };
        return { at: cell, code: 'self-report.conflict', facts };
      }),
    );
  }
}

function isSoftCheck(edition: Edition, ruleKey: string): boolean {
  const [ruleId, cell, ...rest] = ruleKey.split('@');
  const rule = edition.checks.find(({ id }) => id === ruleId);
  if (rule === undefined || rule.severity !== 'soft' || rest.length > 0) return false;
  return cell === undefined || (splitCellKey(cell).itemId !== '' && cellDefinition(edition, cell) !== undefined);
}
