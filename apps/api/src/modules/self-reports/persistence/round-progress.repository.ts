import { Injectable } from '@nestjs/common';
import type { Cells } from '@junheng/evaluation-core';
import type { Reader } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { DayChange } from '../round-progress.rules.ts';

/** What the progress of a round is counted from. */
@Injectable()
export class RoundProgressRepository {
  async findCells(reader: Reader, scope: Scope, roundId: string): Promise<readonly Cells[]> {
    const p = new SqlParameters();
    const rows = await reader.query<{ cells: Cells }>(
      `SELECT sr.cells FROM self_reports sr
        WHERE sr.round_id = ${p.add(roundId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows.map(({ cells }) => cells);
  }

  /**
   * What was handed in and approved on each day, less what came back. A report that was reopened was handed in and approved before.
   * @param timeZone in which a day begins
   */
  async findDays(reader: Reader, scope: Scope, roundId: string, timeZone: string): Promise<readonly DayChange[]> {
    const p = new SqlParameters();
    return reader.query<DayChange>(
      `SELECT to_char(e.at AT TIME ZONE ${p.add(timeZone)}, 'YYYY-MM-DD') AS day,
              (count(*) FILTER (WHERE e.kind IN ('submitted', 'imported'))
                - count(*) FILTER (WHERE e.kind IN ('withdrawn', 'returned')))::int AS "handedIn",
              (count(*) FILTER (WHERE e.kind = 'approved')
                - count(*) FILTER (WHERE jsonb_exists(e.details, 'reopened')))::int AS approved
         FROM report_events e JOIN self_reports sr ON sr.id = e.self_report_id
        WHERE sr.round_id = ${p.add(roundId)} AND ${scope.schools('sr.school_id', p)}
          AND e.kind IN ('submitted', 'imported', 'withdrawn', 'returned', 'sent-back', 'approved')
        GROUP BY 1 ORDER BY 1`,
      p.values,
    );
  }

  /** Those of these schools that have no report in the round, or are not in scope. */
  async findStrangers(
    reader: Reader,
    scope: Scope,
    roundId: string,
    schoolIds: readonly string[],
  ): Promise<readonly string[]> {
    const p = new SqlParameters();
    const rows = await reader.query<{ id: string }>(
      `SELECT wanted.id FROM unnest(${p.add(schoolIds)}::uuid[]) AS wanted (id)
        WHERE NOT EXISTS (SELECT FROM self_reports sr WHERE sr.school_id = wanted.id AND sr.round_id = ${p.add(roundId)}
                            AND ${scope.schools('sr.school_id', p)})`,
      p.values,
    );
    return rows.map(({ id }) => id);
  }
}
