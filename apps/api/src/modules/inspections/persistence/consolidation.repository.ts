import { Injectable } from '@nestjs/common';
import type { DifferenceLimit } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type {
  ConsolidatedCountyRecord,
  ConsolidationRecord,
  LimitRecord,
  ResolutionRecord,
} from '../consolidation/consolidation.types.ts';

const dataSet = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'roundId', ${alias}.round_id,
  'version', ${alias}.version, 'hash', ${alias}.hash, 'frozenAt', to_json(${alias}.frozen_at AT TIME ZONE 'UTC') #>> '{}')`;

/** Consolidations of projects that were found within the caller's scope before. */
@Injectable()
export class ConsolidationRepository {
  constructor(private readonly database: Database) {}

  /** The newest of each entry. */
  async findResolutions(inspectionId: string, reader: Reader = this.database): Promise<readonly ResolutionRecord[]> {
    return reader.query<ResolutionRecord>(
      `SELECT DISTINCT ON (r.school_id, r.entry) r.id, r.school_id AS "schoolId", r.entry, r.about, r.value, r.reason, r.at,
              r.by_name AS by
         FROM consolidation_resolutions r WHERE r.inspection_id = $1 ORDER BY r.school_id, r.entry, r.id DESC`,
      [inspectionId],
    );
  }

  async findLimit(inspectionId: string, reader: Reader = this.database): Promise<LimitRecord | null> {
    const [row] = await reader.query<LimitRecord>(
      `SELECT l.kind, l.value, l.reason, l.at, l.by_name AS by FROM consolidation_limits l WHERE l.inspection_id = $1
        ORDER BY l.id DESC LIMIT 1`,
      [inspectionId],
    );
    return row ?? null;
  }

  /** The newest of a project. */
  async findNewest(inspectionId: string, reader: Reader = this.database): Promise<ConsolidationRecord | null> {
    const [row] = await reader.query<ConsolidationRecord>(
      `SELECT c.id, c.number, c.basis, c.hash, c.completed_at AS at, c.completed_by_name AS by FROM consolidations c
        WHERE c.inspection_id = $1 ORDER BY c.number DESC LIMIT 1`,
      [inspectionId],
    );
    return row ?? null;
  }

  async findCounties(
    consolidationId: string,
    reader: Reader = this.database,
  ): Promise<readonly ConsolidatedCountyRecord[]> {
    return reader.query<ConsolidatedCountyRecord>(
      `SELECT c.county_id AS "countyId", g.name, ${dataSet('b')} AS base, ${dataSet('d')} AS verified, d.changes, c.absent,
              CASE WHEN r.consolidation_id IS NOT NULL THEN jsonb_build_object('reportedId', r.reported_id,
                'verifiedId', r.verified_id, 'at', to_json(r.at AT TIME ZONE 'UTC') #>> '{}', 'by', r.by_name) END AS runs,
              (SELECT max(n.version) FROM data_sets n WHERE n.round_id = d.round_id AND n.kind = 'approved') AS "newestVersion"
         FROM consolidation_data_sets c
         JOIN regions g ON g.id = c.county_id
         JOIN data_sets d ON d.id = c.data_set_id
         JOIN data_sets b ON b.id = d.base_id
         LEFT JOIN consolidation_runs r ON r.consolidation_id = c.consolidation_id AND r.county_id = c.county_id
        WHERE c.consolidation_id = $1 ORDER BY g.code`,
      [consolidationId],
    );
  }

  async setLimit(tx: Transaction, inspectionId: string, limit: DifferenceLimit, reason: string): Promise<void> {
    await tx.execute(
      `INSERT INTO consolidation_limits (inspection_id, kind, value, reason, at, by_person_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [inspectionId, limit.kind, limit.value, reason, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  async addResolution(
    tx: Transaction,
    inspectionId: string,
    resolution: Pick<ResolutionRecord, 'schoolId' | 'entry' | 'about' | 'value' | 'reason'>,
  ): Promise<void> {
    const { schoolId, entry, about, value, reason } = resolution;
    await tx.execute(
      `INSERT INTO consolidation_resolutions (inspection_id, school_id, entry, about, value, reason, at, by_person_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [inspectionId, schoolId, entry, about, value, reason, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  /** @returns its id */
  async add(
    tx: Transaction,
    inspectionId: string,
    made: { readonly number: number; readonly basis: string; readonly content: string; readonly hash: string },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO consolidations (inspection_id, number, basis, content, hash, completed_at, completed_by, completed_by_name)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8) RETURNING id`,
      [
        inspectionId,
        made.number,
        made.basis,
        made.content,
        made.hash,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    return row?.id ?? '';
  }

  async addDataSet(
    tx: Transaction,
    consolidationId: string,
    made: { readonly countyId: string; readonly dataSetId: string; readonly absent: readonly unknown[] },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO consolidation_data_sets (consolidation_id, county_id, data_set_id, absent) VALUES ($1, $2, $3, $4::jsonb)',
      [consolidationId, made.countyId, made.dataSetId, JSON.stringify(made.absent)],
    );
  }

  /** @returns false where the county's were there already */
  async addRuns(
    tx: Transaction,
    consolidationId: string,
    runs: { readonly countyId: string; readonly reportedId: string; readonly verifiedId: string },
  ): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO consolidation_runs (consolidation_id, county_id, reported_id, verified_id, at, by_person_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING county_id`,
      [
        consolidationId,
        runs.countyId,
        runs.reportedId,
        runs.verifiedId,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    return added.length === 1;
  }
}
