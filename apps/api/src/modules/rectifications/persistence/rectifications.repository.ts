import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type {
  FileRecord,
  FollowedBase,
  LedgerRow,
  MeasureRecord,
  RecordedEvent,
  RowState,
} from '../rectifications.types.ts';
import { ledgerRows, MEASURE, ROW, STATE } from './rectification.sql.ts';

const BASE = `b.county_id AS "countyId", b.edition_id AS "editionId", b.evaluation_id AS "evaluationId",
  b.round_id AS "roundId", b.data_set_id AS "dataSetId", f.frozen_at AS "frozenAt", o.year, o.opens_on AS "opensOn"`;
const BASES = `rectification_bases b JOIN rounds o ON o.id = b.round_id JOIN data_sets f ON f.id = b.data_set_id`;

/** Reading the ledger (整改台账). */
@Injectable()
export class RectificationsRepository {
  constructor(private readonly database: Database) {}

  /** Open rows first, those due first before the others. */
  async findVisible(
    scope: Scope,
    filter: { readonly countyId?: string | undefined; readonly limit: number },
  ): Promise<readonly LedgerRow[]> {
    const p = new SqlParameters();
    const county = filter.countyId === undefined ? '' : `AND r.county_id = ${p.add(filter.countyId)}`;
    return this.database.query<LedgerRow>(
      `SELECT ${ROW} FROM rectifications r JOIN regions g ON g.id = r.county_id
        WHERE ${ledgerRows(scope, p)} ${county}
        ORDER BY array_position(ARRAY['open', 'excepted', 'to-verify', 'closed'], r.status), r.deadline NULLS LAST, g.path, r.number
        LIMIT ${p.add(filter.limit)}`,
      p.values,
    );
  }

  async find(scope: Scope, rectificationId: string, reader: Reader = this.database): Promise<LedgerRow | null> {
    const p = new SqlParameters();
    const rows = await reader.query<LedgerRow>(
      `SELECT ${ROW} FROM rectifications r JOIN regions g ON g.id = r.county_id
        WHERE r.id = ${p.add(rectificationId)} AND ${ledgerRows(scope, p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** Locked until the transaction ends, in the order of their numbers. */
  async hold(tx: Transaction, scope: Scope, ids: readonly string[]): Promise<readonly RowState[]> {
    const p = new SqlParameters();
    return tx.query<RowState>(
      `SELECT ${STATE} FROM rectifications r WHERE r.id = ANY (${p.add(ids)}::uuid[]) AND ${ledgerRows(scope, p)}
        ORDER BY r.county_id, r.number FOR UPDATE OF r`,
      p.values,
    );
  }

  /** Every row of a county that the numbers of an edition speak of, locked. For following an evaluation. */
  async holdPlaced(tx: Transaction, countyId: string, editionId: string): Promise<readonly RowState[]> {
    return tx.query<RowState>(
      `SELECT ${STATE} FROM rectifications r WHERE r.county_id = $1 AND r.edition_id = $2 ORDER BY r.number FOR UPDATE OF r`,
      [countyId, editionId],
    );
  }

  /** Asked only of a row that was found within scope. Oldest first. */
  async findEvents(rectificationId: string, reader: Reader = this.database): Promise<readonly RecordedEvent[]> {
    return reader.query<RecordedEvent>(
      `SELECT e.kind, e.details, e.at, e.by_name AS by FROM rectification_events e WHERE e.rectification_id = $1 ORDER BY e.id`,
      [rectificationId],
    );
  }

  async findFiles(rectificationId: string, reader: Reader = this.database): Promise<readonly FileRecord[]> {
    return reader.query<FileRecord>(
      `SELECT f.id, f.sha256, f.size, f.media_type AS "mediaType", f.name, f.added_at AS "addedAt", f.added_by_name AS "addedByName"
         FROM rectification_files f WHERE f.rectification_id = $1 AND f.removed_at IS NULL ORDER BY f.added_at, f.id`,
      [rectificationId],
    );
  }

  async findMeasuresOf(rectificationId: string, reader: Reader = this.database): Promise<readonly MeasureRecord[]> {
    return reader.query<MeasureRecord>(
      `SELECT ${MEASURE} FROM rectification_measures m
         JOIN rectification_measure_rows own ON own.measure_id = m.id AND own.rectification_id = $1
        WHERE m.removed_at IS NULL ORDER BY m.ordinal`,
      [rectificationId],
    );
  }

  /** Of rows that are not closed, those carried out among them. */
  async findMeasuresInCounty(scope: Scope, countyId: string): Promise<readonly MeasureRecord[]> {
    const p = new SqlParameters();
    return this.database.query<MeasureRecord>(
      `SELECT ${MEASURE} FROM rectification_measures m
        WHERE m.county_id = ${p.add(countyId)} AND m.removed_at IS NULL AND ${scope.regions('m.county_id', p)}
          AND EXISTS (SELECT FROM rectification_measure_rows x JOIN rectifications r ON r.id = x.rectification_id
                       WHERE x.measure_id = m.id AND r.status <> 'closed')
        ORDER BY m.ordinal`,
      p.values,
    );
  }

  /** Rows of findings, by reference. Asked only for findings that the caller reads. */
  async findByReferences(
    reader: Reader,
    references: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly number: number }>> {
    const rows = await reader.query<{ readonly reference: string; readonly id: string; readonly number: number }>(
      `SELECT s.reference, r.id, r.number FROM rectification_sources s JOIN rectifications r ON r.id = s.rectification_id
        WHERE s.kind = 'finding' AND s.reference = ANY ($1::text[])`,
      [references],
    );
    return new Map(rows.map(({ reference, id, number }) => [reference, { id, number }]));
  }

  async findBase(reader: Reader, countyId: string, editionId: string): Promise<FollowedBase | null> {
    const rows = await reader.query<FollowedBase>(
      `SELECT ${BASE} FROM ${BASES} WHERE b.county_id = $1 AND b.edition_id = $2`,
      [countyId, editionId],
    );
    return rows[0] ?? null;
  }

  async findBases(scope: Scope, countyId: string, reader: Reader = this.database): Promise<readonly FollowedBase[]> {
    const p = new SqlParameters();
    return reader.query<FollowedBase>(
      `SELECT ${BASE} FROM ${BASES}
        WHERE b.county_id = ${p.add(countyId)} AND ${scope.regions('b.county_id', p)} ORDER BY o.year DESC, o.opens_on DESC`,
      p.values,
    );
  }

  /** Has the round of the followed evaluation a newer data set, which nobody has evaluated? */
  async hasNewerData(reader: Reader, base: Pick<FollowedBase, 'dataSetId'>): Promise<boolean> {
    const rows = await reader.query(
      `SELECT 1 FROM data_sets d JOIN data_sets own ON own.id = $1
        WHERE d.round_id = own.round_id AND d.kind = 'approved' AND d.version > own.version LIMIT 1`,
      [base.dataSetId],
    );
    return rows.length > 0;
  }

  /** The county within scope (of a region's or a section's grant); null when it is none. */
  async findCounty(
    reader: Reader,
    scope: Scope,
    countyId: string,
  ): Promise<{ readonly id: string; readonly name: string; readonly timeZone: string } | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ id: string; name: string; timeZone: string }>(
      `SELECT g.id, g.name, g.time_zone AS "timeZone" FROM regions g
        WHERE g.id = ${p.add(countyId)} AND g.level = 'county' AND ${scope.regions('g.id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }
}
