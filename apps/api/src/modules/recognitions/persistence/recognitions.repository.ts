import { Injectable } from '@nestjs/common';
import type { RecordRecognitionRequest } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { RecognitionStepRecord, RecordingLevel } from '../recognitions.types.ts';

const STEP = `s.id, s.county_id AS "countyId", s.edition_id AS "editionId",
  CASE WHEN x.region_id IS NULL THEN NULL ELSE x.content -> 'texts' -> ('edition.' || x.id) END AS "editionName",
  s.number, s.step, s.happened_on AS "on", s.document, s.issuer, s.evaluation_id AS "evaluationId",
  e.round_id AS "roundId", r.year, s.note, s.recorded_at AS "recordedAt", s.recorded_by_name AS "recordedBy",
  s.recorded_as AS "recordedAs", s.withdrawn_at AS "withdrawnAt", s.withdrawn_by_name AS "withdrawnBy", s.withdrawal_reason AS "withdrawalReason"
  FROM recognition_steps s JOIN regions g ON g.id = s.county_id JOIN editions x ON x.id = s.edition_id
  LEFT JOIN evaluation_runs e ON e.id = s.evaluation_id LEFT JOIN rounds r ON r.id = e.round_id`;

/** Steps of recognition (认定) by county; scope as for everything that belongs to a whole county. */
@Injectable()
export class RecognitionsRepository {
  /** By county, standard and number. */
  async findUnder(reader: Reader, scope: Scope, regionPath: string): Promise<readonly RecognitionStepRecord[]> {
    const p = new SqlParameters();
    return reader.query<RecognitionStepRecord>(
      `SELECT ${STEP} WHERE starts_with(g.path, ${p.add(regionPath)}) AND ${scope.regions('s.county_id', p)}
        ORDER BY g.code, s.edition_id, s.number`,
      p.values,
    );
  }

  async findOf(
    reader: Reader,
    scope: Scope,
    countyId: string,
    editionId: string,
  ): Promise<readonly RecognitionStepRecord[]> {
    const p = new SqlParameters();
    return reader.query<RecognitionStepRecord>(
      `SELECT ${STEP} WHERE s.county_id = ${p.add(countyId)} AND s.edition_id = ${p.add(editionId)}
          AND ${scope.regions('s.county_id', p)} ORDER BY s.number`,
      p.values,
    );
  }

  async findStep(reader: Reader, scope: Scope, stepId: string): Promise<RecognitionStepRecord | null> {
    const p = new SqlParameters();
    const [row] = await reader.query<RecognitionStepRecord>(
      `SELECT ${STEP} WHERE s.id = ${p.add(stepId)} AND ${scope.regions('s.county_id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  /** One recording in a county at a time. @returns its path, null where it is no county within the scope */
  async holdCounty(tx: Transaction, scope: Scope, countyId: string): Promise<string | null> {
    const p = new SqlParameters();
    const [row] = await tx.query<{ path: string }>(
      `SELECT g.path FROM regions g WHERE g.id = ${p.add(countyId)} AND g.level = 'county' AND ${scope.regions('g.id', p)}
          FOR NO KEY UPDATE`,
      p.values,
    );
    return row?.path ?? null;
  }

  /** An evaluation of the county's approved data by the standard? */
  async holdsRun(tx: Transaction, of: { countyId: string; editionId: string; evaluationId: string }): Promise<boolean> {
    const rows = await tx.query(
      `SELECT e.id FROM evaluation_runs e JOIN data_sets d ON d.id = e.data_set_id AND d.kind = 'approved'
        WHERE e.id = $1 AND e.county_id = $2 AND e.edition_id = $3`,
      [of.evaluationId, of.countyId, of.editionId],
    );
    return rows.length === 1;
  }

  async add(
    tx: Transaction,
    { countyId, number, level }: { countyId: string; number: number; level: RecordingLevel },
    step: RecordRecognitionRequest,
  ): Promise<string> {
    const p = new SqlParameters();
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO recognition_steps (county_id, edition_id, number, step, happened_on, document, issuer, evaluation_id, note,
                                      recorded_as, recorded_at, recorded_by, recorded_by_name)
       VALUES (${p.add(countyId)}, ${p.add(step.editionId)}, ${p.add(number)}, ${p.add(step.step)}, ${p.add(step.on)},
               ${p.add(step.document)}, ${p.add(step.issuer)}, ${p.add(step.evaluationId)}::uuid, ${p.add(step.note)},
               ${p.add(level)}, ${p.add(tx.at)}, ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}) RETURNING id`,
      p.values,
    );
    return row?.id ?? '';
  }

  async withdraw(tx: Transaction, stepId: string, reason: string): Promise<void> {
    await tx.execute(
      'UPDATE recognition_steps SET withdrawn_at = $2, withdrawn_by_name = $3, withdrawal_reason = $4 WHERE id = $1',
      [stepId, tx.at, actorName(tx.actor), reason],
    );
  }
}
