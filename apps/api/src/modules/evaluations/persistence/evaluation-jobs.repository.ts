import { Injectable } from '@nestjs/common';
import type { EvaluationJobPart } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { breaksUnique } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import { evaluationErrors } from '../evaluations.errors.ts';
import type { EvaluationJobRecord, NewEvaluationJob } from '../evaluations.types.ts';

const columns = `j.id, jsonb_build_object('id', g.id, 'name', g.name, 'level', g.level) AS region, g.path AS "regionPath",
  j.kind, j.year, j.edition_id AS "editionId", j.data, j.state, j.asked_at AS "askedAt", j.asked_by_name AS "askedBy",
  j.started_at AS "startedAt", j.ended_at AS "endedAt", j.failure,
  (SELECT count(*)::int FROM evaluation_job_parts p WHERE p.job_id = j.id) AS counties,
  (SELECT count(*)::int FROM evaluation_job_parts p WHERE p.job_id = j.id AND p.state = 'done') AS done,
  (SELECT count(*)::int FROM evaluation_job_parts p WHERE p.job_id = j.id AND p.state = 'refused') AS refused`;

/** Evaluations of many counties, as people ask for them and look at them. Working them off is `EvaluationJobQueue`. */
@Injectable()
export class EvaluationJobsRepository {
  /** Newest first. */
  async findOf(reader: Reader, scope: Scope, regionId: string): Promise<readonly EvaluationJobRecord[]> {
    const p = new SqlParameters();
    return reader.query<EvaluationJobRecord>(
      `SELECT ${columns} FROM evaluation_jobs j JOIN regions g ON g.id = j.region_id
        WHERE j.region_id = ${p.add(regionId)} AND ${scope.regions('j.region_id', p)}
        ORDER BY j.asked_at DESC, j.id LIMIT 20`,
      p.values,
    );
  }

  async findById(reader: Reader, scope: Scope, jobId: string): Promise<EvaluationJobRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<EvaluationJobRecord>(
      `SELECT ${columns} FROM evaluation_jobs j JOIN regions g ON g.id = j.region_id
        WHERE j.id = ${p.add(jobId)} AND ${scope.regions('j.region_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  async findParts(reader: Reader, scope: Scope, jobId: string): Promise<readonly EvaluationJobPart[]> {
    const p = new SqlParameters();
    return reader.query<EvaluationJobPart>(
      `SELECT a.round_id AS "roundId", a.county_id AS "countyId", g.name AS "countyName", a.state, a.refusal,
              a.evaluation_id AS "evaluationId", e.summary ->> 'resourceAllocation' AS "resourceAllocation",
              e.result_hash AS "resultHash"
         FROM evaluation_job_parts a JOIN regions g ON g.id = a.county_id
         LEFT JOIN evaluation_runs e ON e.id = a.evaluation_id
        WHERE a.job_id = ${p.add(jobId)} AND ${scope.regions('a.county_id', p)} ORDER BY g.code, a.round_id`,
      p.values,
    );
  }

  /**
   * The job with a part for each round of that kind and year under the region.
   * @throws evaluation-job.under-way
   * @returns null where the region is out of scope
   */
  async insert(
    tx: Transaction,
    scope: Scope,
    job: NewEvaluationJob,
  ): Promise<{ readonly id: string; readonly parts: number } | null> {
    const p = new SqlParameters();
    const kind = `${p.add(job.kind)}::text`;
    const year = `${p.add(job.year)}::int`;
    try {
      const rows = await tx.query<{ id: string; parts: number }>(
        `WITH job AS (
           INSERT INTO evaluation_jobs (region_id, kind, year, edition_id, data, actor, asked_at, asked_by, asked_by_name)
           SELECT g.id, ${kind}, ${year}, ${p.add(job.editionId)}::text, ${p.add(job.data)}::text,
                  ${p.add(JSON.stringify(tx.actor))}::jsonb, ${p.add(tx.at)}::timestamptz,
                  ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
             FROM regions g WHERE g.id = ${p.add(job.regionId)} AND ${scope.regions('g.id', p)}
           RETURNING id, region_id
         ), parts AS (
           INSERT INTO evaluation_job_parts (job_id, round_id, county_id)
           SELECT job.id, r.id, r.region_id
             FROM job JOIN regions top ON top.id = job.region_id
             JOIN regions g ON starts_with(g.path, top.path)
             JOIN rounds r ON r.region_id = g.id AND r.kind = ${kind} AND r.year = ${year}
           RETURNING round_id
         )
         SELECT job.id, (SELECT count(*)::int FROM parts) AS parts FROM job`,
        p.values,
      );
      return rows[0] ?? null;
    } catch (error) {
      if (breaksUnique(error, 'evaluation_jobs_under_way_key')) throw evaluationErrors.jobUnderWay(job.regionId);
      throw error;
    }
  }

  /** @returns false where it had ended already */
  async cancel(tx: Transaction, scope: Scope, jobId: string): Promise<boolean> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `UPDATE evaluation_jobs j SET state = 'cancelled', ended_at = ${p.add(tx.at)}::timestamptz, owner = NULL
        WHERE j.id = ${p.add(jobId)} AND j.state IN ('waiting', 'running') AND ${scope.regions('j.region_id', p)}
        RETURNING j.id`,
      p.values,
    );
    return rows.length > 0;
  }
}
