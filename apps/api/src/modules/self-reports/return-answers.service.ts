import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportRecord, StoredReturnReason } from './self-reports.types.ts';

/** Answers in words to the reasons of a return (退回原因), by the school or by a level of review. */
@Injectable()
export class ReturnAnswersService {
  constructor(
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** All reasons of all returns, newest first. */
  async reasons(tx: Transaction, scope: Scope, reportId: string): Promise<readonly StoredReturnReason[]> {
    return this.reports.findReturnReasons(tx, scope, reportId);
  }

  /** The report must be held by this transaction. @throws self-report.return-reason-not-found */
  async answerHeld(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    wanted: { readonly reasonId: string; readonly answer: string },
    reasons: readonly StoredReturnReason[],
  ): Promise<void> {
    const { reasonId, answer } = wanted;
    const reason = reasons.find(({ id }) => id === reasonId);
    if (reason === undefined) throw selfReportErrors.returnReasonNotFound(reasonId);
    if (reason.answer === answer) return;
    const openReturns = reasons.filter(({ id, state }) => id !== reasonId && state === 'open').length;
    const totals = { ...report.totals, openReturns };
    await this.writes.answerReturnReason(tx, scope, { reportId: report.id, reasonId, answer, totals });
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: 'self-report.return-answered',
      subject: { kind: 'self-report', id: report.id },
      details: { schoolId: report.school.id, reasonId, cell: reason.cell, before: reason.answer, answer },
    });
  }
}
