import { Injectable } from '@nestjs/common';
import type { ReportReview } from '@junheng/api-contract';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { cellsToReview } from '../self-reports/re-review.rules.ts';
import { levelOf, reviewRulesOf } from '../self-reports/review-levels.rules.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { ReviewsRepository } from './persistence/reviews.repository.ts';

/** Where a report lies with the reviewers and what they have to read again. */
@Injectable()
export class ReportReviewService {
  constructor(
    private readonly database: Database,
    private readonly reports: SelfReportsService,
    private readonly repository: ReviewsRepository,
  ) {}

  /** @param rights the caller's scope with all grants @throws self-report.not-found */
  async read(scope: Scope, rights: Scope, reportId: string): Promise<ReportReview> {
    const { report, timeline, returnReasons } = await this.reports.record(scope, rights, reportId);
    const rules = reviewRulesOf(report.round);
    const level = levelOf(report.progress, rules);
    const reader = level ?? rules.levels[0] ?? 'county';
    const last = await this.repository.findLastDecision(this.database, scope, reportId, reader);
    const openReasons = returnReasons.filter(({ state }) => state === 'open').length;
    const first =
      report.progress.firstApprovalBy === null ? null : timeline.findLast(({ kind }) => kind === 'first-approved');
    const submitted = report.progress.status === 'submitted';
    return {
      status: report.progress.status,
      level,
      levels: [...rules.levels],
      returnsTo: rules.returnsTo,
      twoPersonReview: rules.twoPersons,
      firstApproval: first
        ? { by: first.by, at: first.at.toISOString(), own: first.byPersonId === rights.personId }
        : null,
      since:
        last === null
          ? null
          : { decision: last.decision, at: last.at.toISOString(), by: last.by, revision: last.revision },
      toReview:
        last === null
          ? []
          : [
              ...cellsToReview(
                {
                  cells: last.cells,
                  reasonCells: returnReasons.flatMap(({ cell, at }) => (cell !== null && at >= last.at ? [cell] : [])),
                },
                report.cells,
              ),
            ],
      openReasons,
      mayReply: submitted && level !== null && report.rights.decide.includes(level) && openReasons > 0,
    };
  }
}
