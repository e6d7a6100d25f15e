import { Injectable } from '@nestjs/common';
import type {
  approveManyRequestSchema,
  approvedManySchema,
  returnSelfReportRequestSchema,
} from '@junheng/api-contract';
import { cellDefinition } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { actorPersonId, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { valueOf } from '../self-reports/save-cells.rules.ts';
import { ReportMovesService } from '../self-reports/report-moves.service.ts';
import { RoundOpeningService } from '../self-reports/round-opening.service.ts';
import { selfReportErrors } from '../self-reports/self-reports.errors.ts';
import type { ReportRecord } from '../self-reports/self-reports.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReviewsRepository } from './persistence/reviews.repository.ts';
import { reviewErrors } from './reviews.errors.ts';
import { correctionDeadline, refusalOfBulkApproval } from './reviews.rules.ts';

type ReturnRequest = z.infer<typeof returnSelfReportRequestSchema>;
type ApproveManyRequest = z.infer<typeof approveManyRequestSchema>;
type ApprovedMany = z.infer<typeof approvedManySchema>;

/** Review (审核) of submitted reports: return with reasons (退回) or approve (通过). Every round of it is kept. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: ReportMovesService,
    private readonly opening: RoundOpeningService,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly repository: ReviewsRepository,
  ) {}

  /** @throws self-report.not-found, .wrong-status, .stale */
  async begin(scope: Scope, actor: Actor, reportId: string, revision: number): Promise<void> {
    await this.moves.beginReview(scope, actor, reportId, revision);
  }

  /**
   * Sends a report back, each reason at a cell or about the whole. An approved report is reopened the same way: what was
   * frozen from it stays, the next data set will differ.
   * @throws self-report.not-found, .wrong-status, .stale, review.reason-required, review.cell-unknown
   */
  async return(scope: Scope, actor: Actor, reportId: string, request: ReturnRequest): Promise<void> {
    if (request.reasons.length === 0) throw reviewErrors.reasonRequired();
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      this.moves.refuseUnlessPossible(report, 'return', request.revision);
      this.refuseUnknownCells(report, request);
      const reasons = request.reasons.map(({ cell, reason }) => ({
        cell,
        reason,
        valueAtReturn: cell === null ? null : valueOf(report.cells, cell),
      }));
      await this.repository.insertDecision(tx, scope, {
        reportId,
        decision: 'returned',
        revision: report.revision,
        cells: report.cells,
        note: null,
        reasons,
      });
      await this.moves.apply(
        tx,
        scope,
        report,
        'return',
        { revision: request.revision },
        {
          progress: {
            underReturn: true,
            reviewBegunAt: null,
            handedOverAt: null,
            handedOverBy: null,
            approvedAt: null,
            approvedBy: null,
          },
          totals: { ...report.totals, openReturns: await this.moves.countOpenReturns(tx, scope, reportId) },
          details: { reasons: request.reasons },
        },
      );
      await this.leaveTimeToCorrect(tx, scope, report, request.correctBy);
    });
  }

  /** @throws self-report.not-found, .wrong-status, .stale, .blocked (a hard check fails) */
  async approve(
    scope: Scope,
    actor: Actor,
    reportId: string,
    request: { readonly revision: number; readonly note?: string | undefined },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      this.moves.refuseUnlessPossible(report, 'approve', request.revision);
      if (report.totals.hardFindings > 0) throw reviewErrors.blocked(this.moves.hardFindings(report));
      await this.approveHeld(tx, scope, report, request.note);
    });
  }

  /** Each report on its own merits: one that cannot be approved stops no other. @throws round.not-found */
  async approveMany(scope: Scope, actor: Actor, roundId: string, request: ApproveManyRequest): Promise<ApprovedMany> {
    return this.transactions.run(actor, async (tx) => {
      await this.rounds.ofCounty(tx, scope, roundId);
      const wanted = new Map(request.reports.map((each) => [each.selfReportId, each]));
      const held = await this.moves.holdForDecision(tx, scope, [...wanted.keys()]);
      const approved: string[] = [];
      const refused: ApprovedMany['refused'] = [];
      for (const [selfReportId, listed] of wanted) {
        const found = held.get(selfReportId);
        const report = found?.round.id === roundId ? found : undefined;
        const code = refusalOfBulkApproval(report, listed, request.warningsConfirmed);
        if (report === undefined || code !== null) {
          refused.push({ selfReportId, code: code ?? 'self-report.not-found' });
          continue;
        }
        await this.approveHeld(tx, scope, report, undefined);
        approved.push(selfReportId);
      }
      return { approved, refused };
    });
  }

  private async held(tx: Transaction, scope: Scope, reportId: string): Promise<ReportRecord> {
    const report = (await this.moves.holdForDecision(tx, scope, [reportId])).get(reportId);
    if (report === undefined) throw selfReportErrors.notFound(reportId);
    return report;
  }

  private async approveHeld(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    note: string | undefined,
  ): Promise<void> {
    await this.repository.insertDecision(tx, scope, {
      reportId: report.id,
      decision: 'approved',
      revision: report.revision,
      cells: report.cells,
      note: note?.trim() || null,
      reasons: [],
    });
    await this.moves.apply(
      tx,
      scope,
      report,
      'approve',
      { revision: report.revision, note },
      {
        progress: { underReturn: false, approvedAt: tx.at, approvedBy: actorPersonId(tx.actor) },
        totals: { ...report.totals, openReturns: 0 },
      },
    );
  }

  private refuseUnknownCells(report: ReportRecord, request: ReturnRequest): void {
    const { edition } = this.standards.inForce(report.round.editionId);
    const unknown = request.reasons.flatMap(({ cell }, index) =>
      cell === null || cellDefinition(edition, cell) !== undefined
        ? []
        : [{ at: `/reasons/${index}/cell`, code: 'review.cell-unknown', facts: { cell } }],
    );
    if (unknown.length > 0) throw reviewErrors.cellUnknown(unknown);
  }

  /** A report that comes back late could otherwise not be corrected at all. */
  private async leaveTimeToCorrect(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    wanted: string | undefined,
  ): Promise<void> {
    const today = dateIn(report.round.timeZone, tx.at);
    const deadline = correctionDeadline(report.deadline, today, wanted);
    if (deadline === null) return;
    await this.opening.extendHeld(tx, scope, report, { deadline, reason: 'returned' });
  }
}
