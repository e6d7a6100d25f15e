import { Injectable } from '@nestjs/common';
import type { CountyEvaluation } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { EvaluationRun, NewEvaluationRun, RunUntil } from '../evaluations.types.ts';

const columns = `e.id, e.round_id AS "roundId", e.county_id AS "countyId", e.data_set_id AS "dataSetId",
  e.edition_id AS "editionId", e.edition_hash AS "editionHash", e.options, e.rules_version AS "rulesVersion",
  e.result_hash AS "resultHash", e.summary, e.ran_at AS "ranAt", e.ran_by_name AS "ranBy",
  (SELECT jsonb_build_object('countyVerdict', l.county_verdict, 'releasedAt', l.released_at, 'releasedBy', l.released_by_name)
     FROM result_releases l WHERE l.evaluation_id = e.id AND l.withdrawn_at IS NULL) AS release`;

/** Evaluation runs: written once, never changed (a trigger holds that too). */
@Injectable()
export class EvaluationsRepository {
  /** Newest first, without their results. */
  async findInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly EvaluationRun[]> {
    const p = new SqlParameters();
    return reader.query<EvaluationRun>(
      `SELECT ${columns} FROM evaluation_runs e
        WHERE e.round_id = ${p.add(roundId)} AND ${scope.regions('e.county_id', p)} ORDER BY e.ran_at DESC, e.id LIMIT 200`,
      p.values,
    );
  }

  async findById(reader: Reader, scope: Scope, evaluationId: string): Promise<EvaluationRun | null> {
    const p = new SqlParameters();
    const rows = await reader.query<EvaluationRun>(
      `SELECT ${columns} FROM evaluation_runs e
        WHERE e.id = ${p.add(evaluationId)} AND ${scope.regions('e.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  async findResult(reader: Reader, scope: Scope, evaluationId: string): Promise<CountyEvaluation | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ result: CountyEvaluation }>(
      `SELECT e.result FROM evaluation_runs e
        WHERE e.id = ${p.add(evaluationId)} AND ${scope.regions('e.county_id', p)}`,
      p.values,
    );
    return rows[0]?.result ?? null;
  }

  /**
   * The newest run for each edition and year asked for: of the newest round up to that year, on its newest approved data. Trials (another
   * edition than the round's, another way of splitting than `split`, another day than that of the run), special rounds (专项) and rounds
   * of a part of the schools count for nothing.
   */
  async findNewestUntil(
    reader: Reader,
    scope: Scope,
    countyId: string,
    asked: readonly { readonly editionId: string; readonly year: number; readonly split: string }[],
  ): Promise<readonly RunUntil[]> {
    const p = new SqlParameters();
    return reader.query<RunUntil>(
      `SELECT DISTINCT ON (w."editionId", w.year) w."editionId", w.year AS "untilYear", e.id AS "evaluationId",
              e.round_id AS "roundId", r.year
         FROM jsonb_to_recordset(${p.add(JSON.stringify(asked))}::jsonb) AS w ("editionId" text, year integer, split text)
         JOIN evaluation_runs e ON e.edition_id = w."editionId" AND e.options ->> 'split' = w.split
         JOIN rounds r ON r.id = e.round_id AND r.edition_id = e.edition_id AND r.kind <> 'special' AND r.year <= w.year
         JOIN data_sets d ON d.id = e.data_set_id AND d.kind = 'approved'
         JOIN regions g ON g.id = e.county_id
        WHERE e.county_id = ${p.add(countyId)} AND ${scope.regions('e.county_id', p)}
          AND NOT EXISTS (SELECT FROM current_schools c
                           WHERE c.id = ANY (r.left_out_school_ids) AND c.county_id = r.region_id AND c.closed_on IS NULL)
          AND e.options ->> 'evaluationDate' = to_char(e.ran_at AT TIME ZONE g.time_zone, 'YYYY-MM-DD')
        ORDER BY w."editionId", w.year, r.year DESC, r.opens_on DESC, d.version DESC, e.ran_at DESC, e.id`,
      p.values,
    );
  }

  async insert(tx: Transaction, scope: Scope, run: NewEvaluationRun): Promise<string | null> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO evaluation_runs (county_id, round_id, data_set_id, edition_id, edition_hash, options, rules_version,
                                    result, result_hash, summary, coefficients, school_stages, ran_at, ran_by,
                                    ran_by_name)
       SELECT g.id, ${p.add(run.roundId)}::uuid, ${p.add(run.dataSetId)}::uuid, ${p.add(run.editionId)}::text,
              ${p.add(run.editionHash)}::text, ${p.add(JSON.stringify(run.options))}::jsonb,
              ${p.add(run.rulesVersion)}::text, ${p.add(run.resultText)}::json,
              ${p.add(run.resultHash)}::text, ${p.add(JSON.stringify(run.summary))}::jsonb,
              ${p.add(JSON.stringify(run.coefficients))}::jsonb, ${p.add(JSON.stringify(run.schoolStages))}::jsonb,
              ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
         FROM regions g WHERE g.id = ${p.add(run.countyId)} AND ${scope.regions('g.id', p)}
       RETURNING id`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }
}
