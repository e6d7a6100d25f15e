import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { MessagesService } from '../messages/messages.service.ts';
import { ReportCorrectionsService, type WantedCorrection } from '../self-reports/report-corrections.service.ts';
import { ReportMovesService } from '../self-reports/report-moves.service.ts';
import { levelOf, refusalOfCorrection, reviewRulesOf } from '../self-reports/review-levels.rules.ts';
import { selfReportErrors } from '../self-reports/self-reports.errors.ts';
import { ReviewsRepository } from './persistence/reviews.repository.ts';
import { reviewErrors } from './reviews.errors.ts';

/** Corrections (更正) of approved reports by the level that approved last. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly moves: ReportMovesService,
    private readonly corrections: ReportCorrectionsService,
    private readonly repository: ReviewsRepository,
    private readonly messages: MessagesService,
  ) {}

  /**
   * Within the transaction of whoever freezes what comes of it.
   * @throws self-report.not-found, .wrong-status, .stale, .cell-invalid, .cell-not-applicable, .blocked, review.other-level,
   * .correct-by-return, .nothing-corrected
   */
  async correctIn(tx: Transaction, scope: Scope, reportId: string, wanted: WantedCorrection): Promise<void> {
    const report = (await this.moves.holdForDecision(tx, scope, [reportId])).get(reportId);
    if (report === undefined) throw selfReportErrors.notFound(reportId);
    const rules = reviewRulesOf(report.round);
    const level = levelOf(report.progress, rules);
    const refusal = refusalOfCorrection(report.progress, rules, { decidesFor: report.rights.decide });
    if (refusal === 'two-persons') throw reviewErrors.correctByReturn();
    if (refusal === 'other-level') throw selfReportErrors.otherLevel(level ?? 'county');
    if (refusal === 'wrong-status' || level === null) {
      throw selfReportErrors.wrongStatus({ status: report.progress.status, move: 'correct' });
    }
    const { changes, cells, revision } = await this.corrections.correctHeld(tx, scope, report, level, wanted);
    if (changes.length === 0) throw reviewErrors.nothingCorrected();
    // What this level answers for is from now on the corrected state.
    await this.repository.insertDecision(tx, scope, {
      reportId,
      decision: 'approved',
      level,
      revision,
      cells,
      note: wanted.reason,
      reasons: [],
    });
    await this.messages.send(tx, scope, {
      countyId: report.countyId,
      roundId: report.round.id,
      kind: 'correction',
      text: wanted.reason,
      schoolIds: [report.school.id],
    });
  }
}
