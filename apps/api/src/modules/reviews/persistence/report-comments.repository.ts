import { Injectable } from '@nestjs/common';
import type { ReportComments } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';

type Comment = ReportComments['comments'][number];
export type StoredComment = Omit<Comment, 'at'> & { readonly at: Date };

/** Words at cells. Never changed. */
@Injectable()
export class ReportCommentsRepository {
  /** @param ofSchool without what the reviewers say among themselves */
  async find(reader: Reader, scope: Scope, reportId: string, ofSchool: boolean): Promise<readonly StoredComment[]> {
    const p = new SqlParameters();
    return reader.query<StoredComment>(
      `SELECT c.id, c.cell, c.audience, c.text, c.of_school AS "ofSchool", c.by_name AS by, c.at
         FROM report_comments c JOIN self_reports sr ON sr.id = c.self_report_id
        WHERE c.self_report_id = ${p.add(reportId)} AND ${scope.schools('sr.school_id', p)}
          ${ofSchool ? "AND c.audience = 'school'" : ''}
        ORDER BY c.at, c.id LIMIT 2000`,
      p.values,
    );
  }

  async insert(
    tx: Transaction,
    scope: Scope,
    comment: Pick<Comment, 'cell' | 'audience' | 'text' | 'ofSchool'> & { readonly reportId: string },
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `INSERT INTO report_comments (self_report_id, cell, audience, text, of_school, at, by_person_id, by_name)
       SELECT sr.id, ${p.add(comment.cell)}::text, ${p.add(comment.audience)}::text, ${p.add(comment.text)}::text,
              ${p.add(comment.ofSchool)}::boolean, ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid,
              ${p.add(actorName(tx.actor))}::text
         FROM self_reports sr WHERE sr.id = ${p.add(comment.reportId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }
}
