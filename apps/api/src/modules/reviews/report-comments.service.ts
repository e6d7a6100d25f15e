import { Injectable } from '@nestjs/common';
import type { ReportComments, WriteCommentRequest } from '@junheng/api-contract';
import { cellDefinition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import type { ReportRecord } from '../self-reports/self-reports.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReportCommentsRepository } from './persistence/report-comments.repository.ts';
import { reviewErrors } from './reviews.errors.ts';

/**
 * Words at a cell (批注), which return nothing and lock nothing: between the school and its reviewers, or among the reviewers. Whoever
 * reads a report may write; what a school writes is for both.
 */
@Injectable()
export class ReportCommentsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsService,
    private readonly standards: StandardsService,
    private readonly repository: ReportCommentsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws self-report.not-found */
  async list(scope: Scope, rights: Scope, reportId: string): Promise<ReportComments> {
    const { report } = await this.reports.record(scope, rights, reportId);
    const ofSchool = isOfSchool(scope, report);
    const comments = await this.repository.find(this.database, scope, reportId, ofSchool);
    return {
      comments: comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })),
      mayWriteTo: ofSchool ? ['school'] : ['school', 'reviewers'],
    };
  }

  /** @throws self-report.not-found, review.cell-unknown */
  async write(scope: Scope, rights: Scope, actor: Actor, reportId: string, wanted: WriteCommentRequest): Promise<void> {
    const { report } = await this.reports.record(scope, rights, reportId);
    const { cell, text } = wanted;
    const { edition } = this.standards.inForce(report.round.editionId);
    if (cellDefinition(edition, cell) === undefined) {
      throw reviewErrors.cellUnknown([{ at: '/cell', code: 'review.cell-unknown', facts: { cell } }]);
    }
    const ofSchool = isOfSchool(scope, report);
    const audience = ofSchool ? 'school' : wanted.audience;
    await this.transactions.run(actor, async (tx) => {
      await this.repository.insert(tx, scope, { reportId, cell, text, audience, ofSchool });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.commented',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, cell, audience, text },
      });
    });
  }
}

/** A grant at the school itself; what else the person holds elsewhere does not make them a reviewer of their own school. */
function isOfSchool(scope: Scope, report: ReportRecord): boolean {
  return scope.grants.some(({ place }) => place.kind === 'school' && place.schoolId === report.school.id);
}
