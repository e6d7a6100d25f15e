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
import { DomainError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import {
  decideApproval,
  decideReturn,
  levelOf,
  reviewRulesOf,
  type Decided,
  type DecisionOutcome,
} from '../self-reports/review-levels.rules.ts';
import { ReturnAnswersService } from '../self-reports/return-answers.service.ts';
import { valueOf } from '../self-reports/save-cells.rules.ts';
import { ReportMovesService } from '../self-reports/report-moves.service.ts';
import { RoundOpeningService } from '../self-reports/round-opening.service.ts';
import { selfReportErrors } from '../self-reports/self-reports.errors.ts';
import type { ReportProgress, ReportRecord } from '../self-reports/self-reports.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReviewsRepository } from './persistence/reviews.repository.ts';
import { reviewErrors } from './reviews.errors.ts';
import { codeOfRefusal, correctionDeadline, refusalOfBulkApproval, takenByAnother } from './reviews.rules.ts';

type ReturnRequest = z.infer<typeof returnSelfReportRequestSchema>;
type ApproveManyRequest = z.infer<typeof approveManyRequestSchema>;
type ApprovedMany = z.infer<typeof approvedManySchema>;

/**
 * Review (审核) of submitted reports, level by level (县级 -> 市级 -> 省级): return with reasons (退回) or approve (通过). Every
 * round of it is kept.
 */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: ReportMovesService,
    private readonly opening: RoundOpeningService,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly answers: ReturnAnswersService,
    private readonly repository: ReviewsRepository,
  ) {}

  /** @throws self-report.not-found, .wrong-status, .stale, review.other-level */
  async begin(scope: Scope, actor: Actor, reportId: string, revision: number): Promise<void> {
    await this.moves.beginReview(scope, actor, reportId, revision);
  }

  /**
   * Sends a report back, each reason at a cell or about the whole: to the school, or to the level below where the round says so.
   * An approved report is reopened the same way: what was frozen from it stays, the next data set will differ.
   * @throws self-report.not-found, .wrong-status, .stale, review.reason-required, .cell-unknown, .other-level, .decided-by-another
   */
  async return(scope: Scope, actor: Actor, reportId: string, request: ReturnRequest): Promise<void> {
    if (request.reasons.length === 0) throw reviewErrors.reasonRequired();
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const rules = reviewRulesOf(report.round);
      const decided = decideReturn(report.progress, rules, { decidesFor: report.rights.decide });
      const outcome = await this.outcomeOf(tx, scope, report, decided, 'return');
      this.moves.refuseIfStale(report, request.revision);
      this.refuseUnknownCells(report, request);
      const reasons = request.reasons.map(({ cell, reason }) => ({
        cell,
        reason,
        valueAtReturn: cell === null ? null : valueOf(report.cells, cell),
      }));
      await this.repository.insertDecision(tx, scope, {
        reportId,
        decision: 'returned',
        level: outcome.level,
        revision: report.revision,
        cells: report.cells,
        note: null,
        reasons,
      });
      const reopened = report.progress.status === 'approved';
      await this.moves.apply(
        tx,
        scope,
        report,
        'return',
        { revision: request.revision },
        {
          outcome,
          progress:
            outcome.kind === 'returned'
              ? { ...positionOf(outcome), ...backWithTheSchool }
              : { ...positionOf(outcome), ...underReturnAbove, reviewBegunAt: report.progress.reviewBegunAt ?? tx.at },
          totals: { ...report.totals, openReturns: await this.moves.countOpenReturns(tx, scope, reportId) },
          details: { reasons: request.reasons, ...(reopened ? { reopened } : {}) },
        },
      );
      if (outcome.kind === 'returned') await this.leaveTimeToCorrect(tx, scope, report, request.correctBy);
    });
  }

  /**
   * @throws self-report.not-found, .wrong-status, .stale, .blocked (a hard check fails), review.other-level, .returns-open,
   * .second-person-needed, .decided-by-another
   */
  async approve(
    scope: Scope,
    actor: Actor,
    reportId: string,
    request: { readonly revision: number; readonly note?: string | undefined },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const outcome = await this.outcomeOf(tx, scope, report, await this.approvalOf(tx, scope, report), 'approve');
      this.moves.refuseIfStale(report, request.revision);
      if (report.totals.hardFindings > 0) throw reviewErrors.blocked(this.moves.hardFindings(report));
      await this.approveHeld(tx, scope, report, outcome, request.note);
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
        const decided = await this.approvalOf(tx, scope, report);
        if (!decided.ok) {
          refused.push({ selfReportId, code: codeOfRefusal(decided.refusal) });
          continue;
        }
        await this.approveHeld(tx, scope, report, decided.outcome, undefined);
        approved.push(selfReportId);
      }
      return { approved, refused };
    });
  }

  /**
   * A level answers a reason instead of handing it on to the school: what the level above asked, or what an import left open.
   * @throws self-report.not-found, .wrong-status, .return-reason-not-found, review.other-level
   */
  async reply(
    scope: Scope,
    actor: Actor,
    reportId: string,
    wanted: { readonly reasonId: string; readonly answer: string },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const level = levelOf(report.progress, reviewRulesOf(report.round));
      if (report.progress.status !== 'submitted' || level === null) {
        throw selfReportErrors.wrongStatus({ status: report.progress.status, move: 'reply' });
      }
      if (!report.rights.decide.includes(level)) throw selfReportErrors.otherLevel(level);
      const reasons = await this.answers.reasons(tx, scope, reportId);
      // What somebody has answered stays theirs.
      const open = reasons.some(({ id, state }) => id === wanted.reasonId && state === 'open');
      if (!open) throw selfReportErrors.returnReasonNotFound(wanted.reasonId);
      await this.answers.answerHeld(tx, scope, report, wanted, reasons);
    });
  }

  private async held(tx: Transaction, scope: Scope, reportId: string): Promise<ReportRecord> {
    const report = (await this.moves.holdForDecision(tx, scope, [reportId])).get(reportId);
    if (report === undefined) throw selfReportErrors.notFound(reportId);
    return report;
  }

  private async approvalOf(tx: Transaction, scope: Scope, report: ReportRecord): Promise<Decided> {
    const open = await this.moves.countOpenReturns(tx, scope, report.id);
    const person = { id: actorPersonId(tx.actor), decidesFor: report.rights.decide };
    return decideApproval(report.progress, reviewRulesOf(report.round), person, open);
  }

  private async outcomeOf(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    decided: Decided,
    move: 'return' | 'approve',
  ): Promise<DecisionOutcome> {
    if (decided.ok) return decided.outcome;
    const last = await this.moves.lastEvent(tx, scope, report.id);
    const person = { id: actorPersonId(tx.actor), decidesFor: report.rights.decide };
    const taken = takenByAnother(decided.refusal, last, person);
    if (taken !== null) throw reviewErrors.decidedByAnother(taken);
    switch (decided.refusal) {
      case 'wrong-status':
        throw selfReportErrors.wrongStatus({ status: report.progress.status, move });
      case 'other-level':
        throw selfReportErrors.otherLevel(decided.level ?? 'county');
      case 'returns-open':
        throw reviewErrors.returnsOpen(await this.moves.countOpenReturns(tx, scope, report.id));
      case 'second-person-needed':
        throw reviewErrors.secondPersonNeeded();
      default: {
        const exhaustive: never = decided.refusal;
        throw new DomainError(exhaustive);
      }
    }
  }

  private async approveHeld(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    outcome: DecisionOutcome,
    note: string | undefined,
  ): Promise<void> {
    // The first of two decides nothing: the second has to read all of it, not what changed since the first.
    if (outcome.kind !== 'first-approved') {
      await this.repository.insertDecision(tx, scope, {
        reportId: report.id,
        decision: 'approved',
        level: outcome.level,
        revision: report.revision,
        cells: report.cells,
        note: note?.trim() || null,
        reasons: [],
      });
    }
    const final = outcome.kind === 'approved';
    await this.moves.apply(
      tx,
      scope,
      report,
      'approve',
      { revision: report.revision, note },
      {
        outcome,
        progress: {
          ...positionOf(outcome),
          // Whoever decided has begun: the school cannot withdraw what lies with the next level or the second person.
          reviewBegunAt: report.progress.reviewBegunAt ?? tx.at,
          ...(final ? { underReturn: false, approvedAt: tx.at, approvedBy: actorPersonId(tx.actor) } : {}),
        },
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

type Changes = Partial<Omit<ReportProgress, 'status'>>;

const positionOf = ({ reviewLevel, firstApprovalBy }: DecisionOutcome): Changes => ({ reviewLevel, firstApprovalBy });

const backWithTheSchool: Changes = {
  underReturn: true,
  reviewBegunAt: null,
  handedOverAt: null,
  handedOverBy: null,
  approvedAt: null,
  approvedBy: null,
};
/** The school cannot withdraw what lies between two levels: the review has begun and goes on. */
const underReturnAbove: Changes = { underReturn: true, approvedAt: null, approvedBy: null };
