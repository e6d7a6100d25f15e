import { Injectable } from '@nestjs/common';
import type { DataSet } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { CountyProvenance } from '../../county-reports/county-reports.types.ts';
import type { DataSetContent, FrozenDataSet, NewDataSet, Provenance } from '../data-sets.types.ts';

const columns = `d.id, d.round_id AS "roundId", d.county_id AS "countyId", d.version, d.hash,
  jsonb_array_length(d.content -> 'schools') - jsonb_array_length(d.missing_schools) AS "schoolCount",
  (SELECT count(*)::int FROM jsonb_object_keys(COALESCE(d.content #> '{county,cells}', '{}'))) AS "countyCells",
  d.missing_schools AS "missingSchools", d.frozen_at AS "frozenAt", d.frozen_by_name AS "frozenBy"`;

/** Frozen data sets: written once, never changed (a trigger holds that too). */
@Injectable()
export class DataSetsRepository {
  async findInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly FrozenDataSet[]> {
    const p = new SqlParameters();
    return reader.query<FrozenDataSet>(
      `SELECT ${columns} FROM data_sets d
        WHERE d.round_id = ${p.add(roundId)} AND ${scope.regions('d.county_id', p)} ORDER BY d.version DESC`,
      p.values,
    );
  }

  async findById(reader: Reader, scope: Scope, dataSetId: string): Promise<FrozenDataSet | null> {
    const p = new SqlParameters();
    const rows = await reader.query<FrozenDataSet>(
      `SELECT ${columns} FROM data_sets d WHERE d.id = ${p.add(dataSetId)} AND ${scope.regions('d.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  async findContent(reader: Reader, scope: Scope, dataSetId: string): Promise<DataSetContent | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{
      content: DataSet;
      provenance: Provenance;
      countyProvenance: CountyProvenance | null;
    }>(
      `SELECT d.content, d.provenance, d.county_provenance AS "countyProvenance" FROM data_sets d
        WHERE d.id = ${p.add(dataSetId)} AND ${scope.regions('d.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** Only the records of one school and of the campuses counted with it; nothing of the county. */
  async findUnitContent(
    reader: Reader,
    scope: Scope,
    dataSetId: string,
    unit: { readonly schoolId: string; readonly memberIds: readonly string[] },
  ): Promise<DataSetContent | null> {
    const p = new SqlParameters();
    const members = `${p.add(unit.memberIds)}::text[]`;
    const rows = await reader.query<DataSetContent>(
      `SELECT jsonb_build_object(
                'countyCode', d.content -> 'countyCode', 'countyName', d.content -> 'countyName',
                'schools', (SELECT COALESCE(jsonb_agg(s ORDER BY place), '[]')
                              FROM jsonb_array_elements(d.content -> 'schools') WITH ORDINALITY AS x (s, place)
                             WHERE s ->> 'schoolId' = ANY (${members}))) AS content,
              (SELECT COALESCE(jsonb_object_agg(key, value), '{}')
                 FROM jsonb_each(d.provenance) WHERE key = ANY (${members})) AS provenance,
              NULL::jsonb AS "countyProvenance"
         FROM data_sets d JOIN schools s ON s.id = ${p.add(unit.schoolId)}::uuid AND s.county_id = d.county_id
        WHERE d.id = ${p.add(dataSetId)} AND ${scope.schools('s.id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** One freeze of a round at a time; nobody changes its reports meanwhile. */
  async holdRound(tx: Transaction, scope: Scope, roundId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT r.id FROM rounds r WHERE r.id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)} FOR UPDATE`,
      p.values,
    );
    const q = new SqlParameters();
    await tx.query(
      `SELECT sr.id FROM self_reports sr
        WHERE sr.round_id = ${q.add(roundId)} AND ${scope.schools('sr.school_id', q)} ORDER BY sr.id FOR SHARE OF sr`,
      q.values,
    );
  }

  async insert(tx: Transaction, scope: Scope, dataSet: NewDataSet): Promise<FrozenDataSet | null> {
    const p = new SqlParameters();
    const roundId = `${p.add(dataSet.roundId)}::uuid`;
    const rows = await tx.query<FrozenDataSet>(
      `INSERT INTO data_sets AS d (county_id, round_id, version, hash, content, provenance, county_provenance, missing_schools, frozen_at,
                                   frozen_by, frozen_by_name)
       SELECT g.id, ${roundId}, (SELECT COALESCE(max(version), 0) + 1 FROM data_sets WHERE round_id = ${roundId}),
              ${p.add(dataSet.hash)}::text, ${p.add(JSON.stringify(dataSet.content))}::jsonb,
              ${p.add(JSON.stringify(dataSet.provenance))}::jsonb,
              ${p.add(dataSet.countyProvenance === null ? null : JSON.stringify(dataSet.countyProvenance))}::jsonb,
              ${p.add(JSON.stringify(dataSet.missingSchools))}::jsonb,
              ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
         FROM regions g WHERE g.id = ${p.add(dataSet.countyId)} AND ${scope.regions('g.id', p)}
       RETURNING ${columns}`,
      p.values,
    );
    return rows[0] ?? null;
  }
}
