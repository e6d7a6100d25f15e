import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { ClaimedJob } from '../evaluations.types.ts';

/** A process that has said nothing for so long is taken to be gone. */
const SILENT = `interval '30 seconds'`;
/** The database's clock, so that processes on several machines agree on who is silent. */
const NOW = 'clock_timestamp()';

/**
 * Who works on which job: the server's own affair, so without a scope. A job belongs to one process at a time; a process that lost its
 * job, or whose job was cancelled, can store nothing more of it.
 */
@Injectable()
export class EvaluationJobQueue {
  /** The oldest job that nobody works on, with what is left of it; null = none. */
  async claim(tx: Transaction, owner: string): Promise<ClaimedJob | null> {
    const rows = await tx.query<ClaimedJob>(
      `WITH mine AS (
         UPDATE evaluation_jobs SET state = 'running', owner = $1, heartbeat_at = ${NOW},
                started_at = COALESCE(started_at, $2)
          WHERE id = (SELECT id FROM evaluation_jobs
                       WHERE state = 'waiting' OR (state = 'running' AND (owner IS NULL OR heartbeat_at < ${NOW} - ${SILENT}))
                       ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, region_id, edition_id, data, actor
       )
       SELECT mine.id, mine.edition_id AS "editionId", mine.data, mine.actor, g.path AS "regionPath",
              (SELECT COALESCE(jsonb_agg(jsonb_build_object('roundId', p.round_id, 'countyId', p.county_id)
                                         ORDER BY c.code, p.round_id), '[]')
                 FROM evaluation_job_parts p JOIN regions c ON c.id = p.county_id
                WHERE p.job_id = mine.id AND p.state = 'waiting') AS parts
         FROM mine JOIN regions g ON g.id = mine.region_id`,
      [owner, tx.at],
    );
    return rows[0] ?? null;
  }

  /** "Still at it." @returns false where the job is not this process's any more */
  async beat(tx: Transaction, owner: string, jobId: string): Promise<boolean> {
    const held = await tx.execute(
      `UPDATE evaluation_jobs SET heartbeat_at = ${NOW} WHERE id = $1 AND owner = $2 AND state = 'running'`,
      [jobId, owner],
    );
    return held === 1;
  }

  /** Written with the run itself: with both or neither. @returns false where the job is not this process's any more */
  async settlePart(
    tx: Transaction,
    owner: string,
    jobId: string,
    part: { readonly roundId: string; readonly evaluationId: string | null; readonly refusal: string | null },
  ): Promise<boolean> {
    const settled = await tx.execute(
      `UPDATE evaluation_job_parts p
          SET state = CASE WHEN $4::uuid IS NULL THEN 'refused' ELSE 'done' END, evaluation_id = $4::uuid, refusal = $5
        WHERE p.job_id = $1 AND p.round_id = $3 AND p.state = 'waiting'
          AND EXISTS (SELECT FROM evaluation_jobs j WHERE j.id = $1 AND j.owner = $2 AND j.state = 'running' FOR SHARE)`,
      [jobId, owner, part.roundId, part.evaluationId, part.refusal],
    );
    return settled === 1;
  }

  async finish(tx: Transaction, owner: string, jobId: string, failure: string | null): Promise<void> {
    await tx.execute(
      `UPDATE evaluation_jobs SET state = CASE WHEN $3::text IS NULL THEN 'done' ELSE 'failed' END, failure = $3,
              ended_at = $4, owner = NULL
        WHERE id = $1 AND owner = $2 AND state = 'running'`,
      [jobId, owner, failure, tx.at],
    );
  }

  /** For whoever comes next: this process ends. */
  async release(tx: Transaction, owner: string): Promise<void> {
    await tx.execute(`UPDATE evaluation_jobs SET owner = NULL WHERE owner = $1 AND state = 'running'`, [owner]);
  }

  async anyWaits(reader: Reader): Promise<boolean> {
    const rows = await reader.query(
      `SELECT FROM evaluation_jobs
        WHERE state = 'waiting' OR (state = 'running' AND (owner IS NULL OR heartbeat_at < ${NOW} - ${SILENT})) LIMIT 1`,
    );
    return rows.length > 0;
  }
}
