import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { actorPersonId, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReportHistoryRepository } from './persistence/report-history.repository.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { blockersOf, checkSelfReport, riskOf } from './report-checks.rules.ts';
import { valuesHash } from './report-hash.rules.ts';
import { levelOf, reviewRulesOf, type DecisionOutcome } from './review-levels.rules.ts';
import { roundStateFor } from './self-report.presenter.ts';
import { afterMove, doneByOnePerson, type Move } from './self-report-status.rules.ts';
import { lockedError, selfReportErrors } from './self-reports.errors.ts';
import type {
  NewReportEvent,
  ReportEvent,
  ReportEventKind,
  ReportProgress,
  ReportRecord,
  ReportTotals,
} from './self-reports.types.ts';

export interface WantedMove {
  /** The revision the person looked at: what they did not see is never moved. */
  readonly revision: number;
  readonly note?: string | undefined;
}

const eventOf: Readonly<Record<Exclude<Move, 'import'>, ReportEventKind>> = {
  'hand-over': 'handed-over',
  'take-back': 'taken-back',
  submit: 'submitted',
  withdraw: 'withdrawn',
  return: 'returned',
  approve: 'approved',
};

/** The moves of a report as a whole: hand over (移交), take back, submit (提交), withdraw (撤回); and what reviews build on. */
@Injectable()
export class ReportMovesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly history: ReportHistoryRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws self-report.not-found, .wrong-status, .stale, round.closed, round.not-open-yet */
  async handOver(scope: Scope, actor: Actor, reportId: string, wanted: WantedMove): Promise<void> {
    await this.ofSchool(scope, actor, reportId, 'hand-over', wanted, async (tx) => ({
      progress: { handedOverAt: tx.at, handedOverBy: actorPersonId(tx.actor) },
    }));
  }

  /** @throws as handOver */
  async takeBack(scope: Scope, actor: Actor, reportId: string, wanted: WantedMove): Promise<void> {
    await this.ofSchool(scope, actor, reportId, 'take-back', wanted, async () => ({
      progress: { handedOverAt: null, handedOverBy: null },
    }));
  }

  /**
   * The principal confirms; from now on the form is locked.
   * @throws as handOver, and self-report.blocked with everything that stands in the way, .needs-second-person
   */
  async submit(scope: Scope, actor: Actor, reportId: string, wanted: WantedMove): Promise<void> {
    await this.ofSchool(scope, actor, reportId, 'submit', wanted, async (tx, report) => {
      const { edition } = this.standards.inForce(report.round.editionId);
      const checks = checkSelfReport(edition, report.cells, report, report.checkReasons);
      const reasons = report.progress.underReturn ? await this.reports.findReturnReasons(tx, scope, reportId) : [];
      const blockers = blockersOf(
        checks,
        report.checkReasons,
        reasons.filter(({ state }) => state === 'open'),
      );
      if (blockers.length > 0) throw selfReportErrors.blocked(blockers);
      const submitter = actorPersonId(tx.actor);
      const onePerson =
        submitter !== null &&
        doneByOnePerson(submitter, {
          typedBy: await this.history.findTypists(tx, scope, reportId),
          handedOverBy: report.progress.status === 'handed-over' ? report.progress.handedOverBy : null,
        });
      if (onePerson && !report.round.onePersonMaySubmit) throw selfReportErrors.needsSecondPerson();
      const hash = valuesHash(report.cells);
      return {
        progress: submission(tx, report.revision, hash, onePerson),
        totals: { ...report.totals, risk: riskOf(edition, report.cells, report, report.checkReasons) },
        details: { hash, onePerson },
      };
    });
  }

  /** @throws as handOver, and self-report.review-begun */
  async withdraw(scope: Scope, actor: Actor, reportId: string, wanted: WantedMove): Promise<void> {
    await this.ofSchool(scope, actor, reportId, 'withdraw', wanted, async (_tx, report) => {
      if (report.progress.reviewBegunAt !== null) throw selfReportErrors.reviewBegun();
      return { progress: nothingSubmitted };
    });
  }

  /**
   * Reports for a decision, held until the transaction ends; those out of scope are not among them. For the reviews, which
   * own what a decision is.
   */
  async holdForDecision(
    tx: Transaction,
    scope: Scope,
    reportIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReportRecord>> {
    await this.reports.lock(tx, scope, reportIds);
    const reports = await this.reports.findByIds(tx, scope, scope, reportIds);
    return new Map(reports.map((report) => [report.id, report]));
  }

  /** What happened to the report last, for telling a second person who was faster. */
  async lastEvent(tx: Transaction, scope: Scope, reportId: string): Promise<ReportEvent | null> {
    return (await this.reports.findTimeline(tx, scope, reportId)).at(-1) ?? null;
  }

  /** Open reasons as written so far in this transaction. */
  async countOpenReturns(tx: Transaction, scope: Scope, reportId: string): Promise<number> {
    const reasons = await this.reports.findReturnReasons(tx, scope, reportId);
    return reasons.filter(({ state }) => state === 'open').length;
  }

  /** The hard checks that fail, each at its cell. */
  hardFindings(report: ReportRecord): readonly LocatedProblem[] {
    const { edition } = this.standards.inForce(report.round.editionId);
    const checks = checkSelfReport(edition, report.cells, report, report.checkReasons);
    return blockersOf({ ...checks, missing: [] }, report.checkReasons, []).filter(
      ({ code }) => code === 'hard-finding',
    );
  }

  /** @throws self-report.wrong-status, .stale */
  refuseUnlessPossible(report: ReportRecord, move: Move, revision: number): ReportProgress['status'] {
    const next = afterMove(move, report.progress.status, report.progress.underReturn);
    if (next === null) throw selfReportErrors.wrongStatus({ status: report.progress.status, move });
    this.refuseIfStale(report, revision);
    return next;
  }

  /** @throws self-report.stale */
  refuseIfStale(report: ReportRecord, revision: number): void {
    if (revision !== report.revision) throw selfReportErrors.stale({ revision: report.revision, named: revision });
  }

  /** Writes one move with its event and its audit entry. The report must be held by this transaction. */
  async apply(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    move: Exclude<Move, 'import'>,
    wanted: WantedMove,
    changes: {
      readonly progress?: Partial<Omit<ReportProgress, 'status'>>;
      readonly totals?: ReportTotals;
      readonly details?: Readonly<Record<string, unknown>>;
      /** Of a decision of a level of review, which `reviews` has taken. */
      readonly outcome?: DecisionOutcome;
    },
  ): Promise<void> {
    const status = changes.outcome?.status ?? this.refuseUnlessPossible(report, move, wanted.revision);
    const event: NewReportEvent = {
      kind: changes.outcome?.kind ?? eventOf[move],
      ...(changes.outcome === undefined ? {} : { level: changes.outcome.level }),
      note: wanted.note?.trim() || null,
      details: changes.details ?? {},
    };
    const moved = await this.writes.move(tx, scope, {
      reportId: report.id,
      revision: report.revision,
      progress: { ...report.progress, ...changes.progress, status },
      totals: changes.totals ?? report.totals,
      event,
    });
    if (!moved) throw selfReportErrors.notFound(report.id);
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: `self-report.${event.kind}`,
      subject: { kind: 'self-report', id: report.id },
      details: {
        schoolId: report.school.id,
        revision: report.revision,
        before: report.progress.status,
        status,
        ...(event.level === undefined ? {} : { level: event.level }),
        note: event.note,
        ...event.details,
      },
    });
  }

  /** A reviewer begins: no new status, but the school can no longer withdraw. Beginning again changes nothing. */
  async beginReview(scope: Scope, actor: Actor, reportId: string, revision: number): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = (await this.holdForDecision(tx, scope, [reportId])).get(reportId);
      if (report === undefined) throw selfReportErrors.notFound(reportId);
      this.refuseUnlessPossible(report, 'approve', revision);
      const level = levelOf(report.progress, reviewRulesOf(report.round));
      if (level !== null && !report.rights.decide.includes(level)) throw selfReportErrors.otherLevel(level);
      if (report.progress.reviewBegunAt !== null) return;
      await this.writes.move(tx, scope, {
        reportId,
        revision: report.revision,
        progress: { ...report.progress, reviewBegunAt: tx.at },
        totals: report.totals,
        event: null,
      });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.review-begun',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, revision: report.revision },
      });
    });
  }

  /** A move of the school's own: only while its round is open. */
  private async ofSchool(
    scope: Scope,
    actor: Actor,
    reportId: string,
    move: Exclude<Move, 'import'>,
    wanted: WantedMove,
    decide: (
      tx: Transaction,
      report: ReportRecord,
    ) => Promise<{
      readonly progress?: Partial<Omit<ReportProgress, 'status'>>;
      readonly totals?: ReportTotals;
      readonly details?: Readonly<Record<string, unknown>>;
    }>,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = (await this.holdForDecision(tx, scope, [reportId])).get(reportId);
      if (report === undefined) throw selfReportErrors.notFound(reportId);
      this.refuseUnlessPossible(report, move, wanted.revision);
      const state = roundStateFor(report, tx.at);
      if (state !== 'open') {
        throw lockedError(state === 'planned' ? 'not-open-yet' : 'closed', {
          status: report.progress.status,
          deadline: report.deadline,
          opensOn: report.round.opensOn,
        });
      }
      await this.apply(tx, scope, report, move, wanted, await decide(tx, report));
    });
  }
}

/** What a submission writes, of the school itself or of an import. */
export function submission(
  tx: Transaction,
  revision: number,
  hash: string,
  onePerson: boolean,
): Partial<Omit<ReportProgress, 'status'>> {
  return {
    submittedAt: tx.at,
    submittedBy: actorPersonId(tx.actor),
    submittedRevision: revision,
    submittedHash: hash,
    submittedByOnePerson: onePerson,
    reviewBegunAt: null,
    reviewLevel: null,
    firstApprovalBy: null,
  };
}

const nothingSubmitted: Partial<Omit<ReportProgress, 'status'>> = {
  submittedAt: null,
  submittedBy: null,
  submittedRevision: null,
  submittedHash: null,
  submittedByOnePerson: false,
  reviewLevel: null,
  firstApprovalBy: null,
  handedOverAt: null,
  handedOverBy: null,
};
