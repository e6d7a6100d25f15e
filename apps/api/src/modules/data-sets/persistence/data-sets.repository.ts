import { Injectable } from '@nestjs/common';
import type { Cells, DataSet } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { CountyProvenance } from '../../county-reports/county-reports.types.ts';
import type {
  ChangedSchool,
  DataSetContent,
  DataSetOfEdition,
  FrozenDataSet,
  NewDataSet,
  Provenance,
  VerifiedChange,
} from '../data-sets.types.ts';

const columns = `d.id, d.round_id AS "roundId", d.county_id AS "countyId", d.kind, d.version, d.hash,
  d.school_records - jsonb_array_length(d.missing_schools) AS "schoolCount", d.county_cells AS "countyCells",
  d.missing_schools AS "missingSchools", d.reason, d.frozen_at AS "frozenAt", d.frozen_by_name AS "frozenBy"`;

/** Frozen data sets: written once, never changed (a trigger holds that too). */
@Injectable()
export class DataSetsRepository {
  /** Approved ones; what inspections made of them is found by its id. */
  async findInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly FrozenDataSet[]> {
    const p = new SqlParameters();
    return reader.query<FrozenDataSet>(
      `SELECT ${columns} FROM data_sets d
        WHERE d.round_id = ${p.add(roundId)} AND d.kind = 'approved' AND ${scope.regions('d.county_id', p)}
        ORDER BY d.version DESC`,
      p.values,
    );
  }

  /** Approved data of counties by an edition, the newest of each county first; ten of a county at most. */
  async findByEdition(
    reader: Reader,
    scope: Scope,
    countyIds: readonly string[],
    editionId: string,
  ): Promise<readonly DataSetOfEdition[]> {
    const p = new SqlParameters();
    return reader.query<DataSetOfEdition>(
      `WITH newest AS MATERIALIZED (
         SELECT d.id, r.year, row_number() OVER (PARTITION BY d.county_id
                  ORDER BY r.year DESC, r.opens_on DESC, d.version DESC, d.id) AS place
           FROM data_sets d JOIN rounds r ON r.id = d.round_id
          WHERE d.county_id = ANY (${p.add(countyIds)}::uuid[]) AND r.edition_id = ${p.add(editionId)} AND d.kind = 'approved'
            AND ${scope.regions('d.county_id', p)}
       )
       SELECT ${columns}, newest.year FROM newest JOIN data_sets d ON d.id = newest.id
        WHERE newest.place <= 10 ORDER BY d.county_id, newest.place`,
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
      changes: readonly VerifiedChange[] | null;
    }>(
      `SELECT d.content, d.provenance, d.county_provenance AS "countyProvenance", d.changes FROM data_sets d
        WHERE d.id = ${p.add(dataSetId)} AND ${scope.regions('d.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** What of a verified data set is not as reported; empty for approved data. */
  async findChanges(reader: Reader, scope: Scope, dataSetId: string): Promise<readonly VerifiedChange[] | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ changes: readonly VerifiedChange[] | null }>(
      `SELECT d.changes FROM data_sets d WHERE d.id = ${p.add(dataSetId)} AND ${scope.regions('d.county_id', p)}`,
      p.values,
    );
    const [row] = rows;
    return row === undefined ? null : (row.changes ?? []);
  }

  /** The content as JSON, not parsed: for who hands it on. */
  async findContentText(reader: Reader, scope: Scope, dataSetId: string): Promise<string | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ content: string }>(
      `SELECT d.content::text AS content FROM data_sets d
        WHERE d.id = ${p.add(dataSetId)} AND ${scope.regions('d.county_id', p)}`,
      p.values,
    );
    return rows[0]?.content ?? null;
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
              NULL::jsonb AS "countyProvenance", NULL::jsonb AS changes
         FROM data_sets d JOIN schools s ON s.id = ${p.add(unit.schoolId)}::uuid AND s.county_id = d.county_id
        WHERE d.id = ${p.add(dataSetId)} AND ${scope.schools('s.id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /**
   * Of each data set of a round, or of one, the schools whose approved report is not the one that was frozen; the last changes
   * of each data set first, no more than `most`.
   */
  async findChangedSchools(
    reader: Reader,
    scope: Scope,
    wanted: { readonly roundId: string; readonly dataSetId: string | null; readonly most: number },
  ): Promise<readonly ChangedSchool[]> {
    const p = new SqlParameters();
    const roundId = `${p.add(wanted.roundId)}::uuid`;
    const one = wanted.dataSetId === null ? '' : `AND d.id = ${p.add(wanted.dataSetId)}`;
    return reader.query<ChangedSchool>(
      `WITH sets AS MATERIALIZED (
         SELECT d.id, d.provenance FROM data_sets d
          WHERE d.round_id = ${roundId} AND d.kind = 'approved' ${one} AND ${scope.regions('d.county_id', p)}
       ), frozen AS MATERIALIZED (
         SELECT sets.id, x.key::uuid AS school_id, (x.value ->> 'revision')::integer AS revision
           FROM sets, jsonb_each(sets.provenance) x
       ), differing AS (
         SELECT sets.id AS data_set_id, sr.id, sr.school_id, sr.status = 'approved' AS approved
           FROM sets CROSS JOIN self_reports sr
           LEFT JOIN frozen ON frozen.id = sets.id AND frozen.school_id = sr.school_id
          WHERE sr.round_id = ${roundId} AND ${scope.schools('sr.school_id', p)}
            AND ((sr.status = 'approved') <> (frozen.revision IS NOT NULL)
                 OR sr.status = 'approved' AND frozen.revision <> sr.revision)
       ), told AS (
         SELECT differing.*, e.kind, e.by_name, e.at, e.note,
                count(*) OVER (PARTITION BY data_set_id)::int AS count,
                row_number() OVER (PARTITION BY data_set_id ORDER BY e.at DESC NULLS LAST, differing.id) AS place
           FROM differing LEFT JOIN LATERAL (
             SELECT e.kind, e.by_name, e.at, e.note FROM report_events e
              WHERE e.self_report_id = differing.id
                AND e.kind = ANY (CASE WHEN approved THEN ARRAY['approved', 'corrected'] ELSE ARRAY['returned', 'sent-back'] END)
              ORDER BY e.id DESC LIMIT 1) e ON TRUE
       )
       SELECT t.data_set_id AS "dataSetId", t.id AS "selfReportId", t.school_id AS "schoolId", s.name AS "schoolName",
              CASE WHEN NOT t.approved THEN 'reopened' WHEN t.kind = 'corrected' THEN 'corrected' ELSE 'approved' END AS change,
              t.by_name AS by, t.at, t.note AS reason, t.count
         FROM told t JOIN current_schools s ON s.id = t.school_id
        WHERE t.place <= ${p.add(wanted.most)}::integer
        ORDER BY t.data_set_id, t.place`,
      p.values,
    );
  }

  /** The data sets of a round whose county cells are other than these. */
  async findOtherCountyCells(
    reader: Reader,
    scope: Scope,
    roundId: string,
    cells: Cells,
  ): Promise<ReadonlySet<string>> {
    const p = new SqlParameters();
    const rows = await reader.query<{ id: string }>(
      `SELECT d.id FROM data_sets d
        WHERE d.round_id = ${p.add(roundId)} AND ${scope.regions('d.county_id', p)}
          AND COALESCE(d.content #> '{county,cells}', '{}') <> ${p.add(JSON.stringify(cells))}::jsonb`,
      p.values,
    );
    return new Set(rows.map(({ id }) => id));
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

  /** The rounds of these data sets: their versions are counted by one at a time. Always in the same order, so that nobody waits in a ring. */
  async holdRoundsOf(tx: Transaction, scope: Scope, dataSetIds: readonly string[]): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT r.id FROM rounds r JOIN data_sets d ON d.round_id = r.id
        WHERE d.id = ANY (${p.add(dataSetIds)}::uuid[]) AND ${scope.regions('d.county_id', p)}
        ORDER BY d.county_id, r.id FOR NO KEY UPDATE OF r`,
      p.values,
    );
  }

  async insert(tx: Transaction, scope: Scope, dataSet: NewDataSet): Promise<FrozenDataSet | null> {
    const p = new SqlParameters();
    const roundId = `${p.add(dataSet.roundId)}::uuid`;
    const { verified } = dataSet;
    const kind = `${p.add(verified === undefined ? 'approved' : 'verified')}::text`;
    const rows = await tx.query<FrozenDataSet>(
      `INSERT INTO data_sets AS d (county_id, round_id, kind, base_id, changes, version, hash, content, provenance, county_provenance, missing_schools, reason, frozen_at,
                                   frozen_by, frozen_by_name)
       SELECT g.id, ${roundId}, ${kind}, ${p.add(verified?.baseId ?? null)}::uuid,
              ${p.add(verified === undefined ? null : JSON.stringify(verified.changes))}::jsonb,
              (SELECT COALESCE(max(version), 0) + 1 FROM data_sets WHERE round_id = ${roundId} AND kind = ${kind}),
              ${p.add(dataSet.hash)}::text, ${p.add(JSON.stringify(dataSet.content))}::jsonb,
              ${p.add(JSON.stringify(dataSet.provenance))}::jsonb,
              ${p.add(dataSet.countyProvenance === null ? null : JSON.stringify(dataSet.countyProvenance))}::jsonb,
              ${p.add(JSON.stringify(dataSet.missingSchools))}::jsonb,
              ${p.add(dataSet.reason)}::text, ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
         FROM regions g WHERE g.id = ${p.add(dataSet.countyId)} AND ${scope.regions('g.id', p)}
       RETURNING ${columns}`,
      p.values,
    );
    return rows[0] ?? null;
  }
}
