import { Injectable } from '@nestjs/common';
import type { ReviewLevel } from '@junheng/api-contract';
import type { Cells, CellKey } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';

export interface NewReturnReason {
  readonly cell: CellKey | null;
  readonly reason: string;
  readonly valueAtReturn: string | null;
}

/** What a level decided last on a report, and what it or others asked since. */
export interface LastDecision {
  readonly decision: 'returned' | 'approved';
  readonly at: Date;
  readonly by: string;
  readonly revision: number;
  readonly cells: Cells;
}

/** Decisions of reviews with the values they were taken on, and the reasons of returns. Neither is ever changed. */
@Injectable()
export class ReviewsRepository {
  async insertDecision(
    tx: Transaction,
    scope: Scope,
    decision: {
      readonly reportId: string;
      readonly decision: 'returned' | 'approved';
      readonly level: ReviewLevel;
      readonly revision: number;
      readonly cells: Cells;
      readonly note: string | null;
      readonly reasons: readonly NewReturnReason[];
    },
  ): Promise<void> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    const reasons = decision.reasons.map(({ cell, reason, valueAtReturn }) => ({ cell, reason, value: valueAtReturn }));
    await tx.query(
      `WITH decision AS (
         INSERT INTO review_decisions (self_report_id, level, decision, revision, cells, note, at, by_person_id, by_name)
         SELECT sr.id, ${p.add(decision.level)}::text, ${p.add(decision.decision)}::text, ${p.add(decision.revision)}::integer,
                ${p.add(JSON.stringify(decision.cells))}::jsonb, ${p.add(decision.note)}::text, ${at}, ${person}, ${name}
           FROM self_reports sr WHERE sr.id = ${p.add(decision.reportId)} AND ${scope.schools('sr.school_id', p)}
         RETURNING id, self_report_id
       ), reasons AS (
         INSERT INTO return_reasons (self_report_id, decision_id, cell, reason, value_at_return, at, by_person_id, by_name)
         SELECT decision.self_report_id, decision.id, x.cell, x.reason, x.value, ${at}, ${person}, ${name}
           FROM decision, jsonb_to_recordset(${p.add(JSON.stringify(reasons))}::jsonb)
                AS x (cell text, reason text, value text)
       )
       SELECT id FROM decision`,
      p.values,
    );
  }

  /** The last decision of a level, with the cells it was taken on. */
  async findLastDecision(
    reader: Reader,
    scope: Scope,
    reportId: string,
    level: ReviewLevel,
  ): Promise<LastDecision | null> {
    const p = new SqlParameters();
    const rows = await reader.query<LastDecision>(
      `SELECT d.decision, d.at, d.by_name AS by, d.revision, d.cells
         FROM review_decisions d JOIN self_reports sr ON sr.id = d.self_report_id
        WHERE d.self_report_id = ${p.add(reportId)} AND d.level = ${p.add(level)} AND ${scope.schools('sr.school_id', p)}
        ORDER BY d.at DESC, d.id LIMIT 1`,
      p.values,
    );
    return rows[0] ?? null;
  }
}
