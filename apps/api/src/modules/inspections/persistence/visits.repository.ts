import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { VisitRecord } from '../inspections.types.ts';
import type {
  FoundValue,
  ReportedCells,
  VisitEntry,
  VisitEntryChange,
  VisitEventRecord,
  VisitRow,
} from '../visits/visits.types.ts';

const ROW = `v.id, v.school_id AS "schoolId", v.revision, v.saved_at AS "savedAt", v.signed_at AS "signedAt",
  v.signed_by_name AS "signedByName", v.signed_revision AS "signedRevision", v.signed_hash AS "signedHash", v.reported,
  (SELECT count(*)::int FROM visit_events x WHERE x.visit_id = v.id AND x.kind = 'reopened') AS reopenings`;
const ENTRY = `e.entry, e.value, e.revision, e.person_id AS "personId", e.typed_at AS "typedAt",
  e.clock_ahead_seconds AS "clockAheadSeconds", e.at, e.by_name AS by`;

export interface StoredEntry extends Omit<VisitEntry, 'value'> {
  readonly visitId: string;
  readonly value: string | null;
}

/** Visits of projects that were found within the caller's scope before. */
@Injectable()
export class VisitsRepository {
  constructor(private readonly database: Database) {}

  /** Is the caller on the team? A grant must be held for it. */
  async isOnTeam(reader: Reader, scope: Scope, inspectionId: string): Promise<boolean> {
    if (scope.personId === null || scope.isEmpty) return false;
    const p = new SqlParameters();
    const rows = await reader.query(
      `SELECT 1 FROM inspection_team t WHERE t.inspection_id = ${p.add(inspectionId)}
          AND t.person_id = ${p.add(scope.personId)}`,
      p.values,
    );
    return rows.length === 1;
  }

  /** The schools to visit: of the newest draw that was drawn, or as confirmed; in their order. */
  async findSchools(
    inspectionId: string,
    schoolId: string | null = null,
    reader: Reader = this.database,
  ): Promise<readonly VisitRecord[]> {
    return reader.query<VisitRecord>(
      `SELECT s.school_id AS "schoolId", s.draw_id AS "drawId", s.county_code AS "countyCode", s.code, s.name, s.type, s.locale
         FROM inspection_schools s
        WHERE s.inspection_id = $1 AND ($2::uuid IS NULL OR s.school_id = $2) AND s.draw_id IS NOT DISTINCT FROM (
          SELECT d.id FROM inspection_draws d WHERE d.inspection_id = $1 AND d.drawn_at IS NOT NULL
           ORDER BY d.number DESC LIMIT 1)
        ORDER BY s.place`,
      [inspectionId, schoolId],
    );
  }

  async findRows(inspectionId: string, schoolId: string | null, reader: Reader = this.database): Promise<VisitRow[]> {
    return reader.query<VisitRow>(
      `SELECT ${ROW} FROM visits v WHERE v.inspection_id = $1 AND ($2::uuid IS NULL OR v.school_id = $2)`,
      [inspectionId, schoolId],
    );
  }

  /** With those that were cleared: their revision counts. */
  async findEntries(visitIds: readonly string[], reader: Reader = this.database): Promise<readonly StoredEntry[]> {
    return reader.query<StoredEntry>(
      `SELECT e.visit_id AS "visitId", ${ENTRY} FROM visit_entries e WHERE e.visit_id = ANY ($1::uuid[])
        ORDER BY e.visit_id, e.entry`,
      [visitIds],
    );
  }

  /** The last that each inspector recorded of each verified value since it was cleared last. */
  async findFound(visitIds: readonly string[], reader: Reader = this.database): Promise<readonly FoundValue[]> {
    return reader.query<FoundValue>(
      `SELECT DISTINCT ON (r.visit_id, r.entry, r.by_person_id) r.visit_id AS "visitId", r.entry, r.by_person_id AS "personId",
              r.by_name AS name, r.after AS value, r.at
         FROM visit_entry_revisions r WHERE r.visit_id = ANY ($1::uuid[]) AND starts_with(r.entry, 'verified:')
          AND NOT EXISTS (SELECT FROM visit_entry_revisions c
            WHERE c.visit_id = r.visit_id AND c.entry = r.entry AND c.after IS NULL AND c.revision >= r.revision)
        ORDER BY r.visit_id, r.entry, r.by_person_id, r.id DESC`,
      [visitIds],
    );
  }

  /** Newest first. */
  async findEvents(visitId: string): Promise<readonly VisitEventRecord[]> {
    return this.database.query<VisitEventRecord>(
      'SELECT kind, reason, at, by_name AS by FROM visit_events WHERE visit_id = $1 ORDER BY id DESC',
      [visitId],
    );
  }

  /**
   * What schools handed in last by an edition, by school. That the caller may see them follows from the project: its team verifies just
   * these values, also those of its members who hold no grant at the county.
   */
  async findReported(
    schoolIds: readonly string[],
    editionId: string,
    reader: Reader = this.database,
  ): Promise<ReadonlyMap<string, ReportedCells & { readonly selfReportId: string }>> {
    const rows = await reader.query<ReportedCells & { readonly schoolId: string; readonly selfReportId: string }>(
      `SELECT DISTINCT ON (sr.school_id) sr.school_id AS "schoolId", sr.id AS "selfReportId", r.year, sr.status, sr.cells
         FROM self_reports sr JOIN rounds r ON r.id = sr.round_id
        WHERE sr.school_id = ANY ($1::uuid[]) AND r.edition_id = $2 AND sr.status IN ('submitted', 'approved')
        ORDER BY sr.school_id, r.opens_on DESC, sr.status = 'approved' DESC, sr.id`,
      [schoolIds, editionId],
    );
    return new Map(rows.map(({ schoolId, ...reported }) => [schoolId, reported]));
  }

  /** The visit, made where there is none yet, and held: saves of one school wait for each other. */
  async hold(tx: Transaction, inspectionId: string, schoolId: string): Promise<VisitRow | null> {
    await tx.execute(
      `INSERT INTO visits (inspection_id, school_id, begun_at) VALUES ($1, $2, $3)
       ON CONFLICT (inspection_id, school_id) DO NOTHING`,
      [inspectionId, schoolId, tx.at],
    );
    const [row] = await tx.query<VisitRow>(
      `SELECT ${ROW} FROM visits v WHERE v.inspection_id = $1 AND v.school_id = $2 FOR UPDATE OF v`,
      [inspectionId, schoolId],
    );
    return row ?? null;
  }

  async findReceipt(
    tx: Transaction,
    visitId: string,
    key: string,
  ): Promise<{ readonly requestHash: string; readonly answer: unknown } | null> {
    const [row] = await tx.query<{ requestHash: string; answer: unknown }>(
      'SELECT request_hash AS "requestHash", answer FROM visit_saves WHERE visit_id = $1 AND key = $2',
      [visitId, key],
    );
    return row ?? null;
  }

  async keepReceipt(
    tx: Transaction,
    visitId: string,
    receipt: { readonly key: string; readonly requestHash: string; readonly answer: unknown },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO visit_saves (visit_id, key, request_hash, answer, saved_at, saved_by)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6)`,
      [visitId, receipt.key, receipt.requestHash, JSON.stringify(receipt.answer), tx.at, actorPersonId(tx.actor)],
    );
  }

  /** Values, revisions and history in one statement; the visit is held. What is found once more stays whose it was. */
  async save(
    tx: Transaction,
    write: {
      readonly visitId: string;
      readonly revision: number;
      readonly clockAheadSeconds: number;
      readonly changes: readonly VisitEntryChange[];
    },
  ): Promise<void> {
    const p = new SqlParameters();
    const revision = `${p.add(write.revision)}::integer`;
    const ahead = `${p.add(write.clockAheadSeconds)}::integer`;
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    await tx.execute(
      `WITH visit AS (
         UPDATE visits SET revision = ${revision}, saved_at = ${at} WHERE id = ${p.add(write.visitId)} RETURNING id
       ), change AS (
         SELECT visit.id, x.entry, x.before, x.after, x."personId" AS person_id, x."typedAt" AS typed_at
           FROM visit, jsonb_to_recordset(${p.add(JSON.stringify(write.changes))}::jsonb)
             AS x (entry text, before text, after text, "personId" uuid, "typedAt" timestamptz)
       ), history AS (
         INSERT INTO visit_entry_revisions (visit_id, revision, entry, before, after, typed_at, clock_ahead_seconds, at,
           by_person_id, by_name)
         SELECT id, ${revision}, entry, before, after, typed_at, ${ahead}, ${at}, ${person}, ${name} FROM change
       )
       INSERT INTO visit_entries (visit_id, entry, value, revision, person_id, typed_at, clock_ahead_seconds, at, by_person_id,
         by_name)
       SELECT id, entry, after, ${revision}, person_id, typed_at, ${ahead}, ${at}, ${person}, ${name} FROM change
        WHERE before IS DISTINCT FROM after
       ON CONFLICT (visit_id, entry) DO UPDATE SET value = EXCLUDED.value, revision = EXCLUDED.revision,
         typed_at = EXCLUDED.typed_at, clock_ahead_seconds = EXCLUDED.clock_ahead_seconds, at = EXCLUDED.at,
         by_person_id = EXCLUDED.by_person_id, by_name = EXCLUDED.by_name`,
      p.values,
    );
  }

  async sign(
    tx: Transaction,
    visitId: string,
    signed: { readonly revision: number; readonly hash: string; readonly reported: ReportedCells },
  ): Promise<void> {
    await tx.execute(
      `UPDATE visits SET signed_at = $2, signed_by = $3, signed_by_name = $4, signed_revision = $5, signed_hash = $6,
         reported = $7::jsonb WHERE id = $1`,
      [
        visitId,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
        signed.revision,
        signed.hash,
        JSON.stringify(signed.reported),
      ],
    );
    await this.addEvent(tx, visitId, { kind: 'signed', revision: signed.revision, reason: null, hash: signed.hash });
  }

  async reopen(tx: Transaction, visitId: string, revision: number, reason: string): Promise<void> {
    await tx.execute(
      `UPDATE visits SET signed_at = NULL, signed_by = NULL, signed_by_name = NULL, signed_revision = NULL,
         signed_hash = NULL, reported = NULL WHERE id = $1`,
      [visitId],
    );
    await this.addEvent(tx, visitId, { kind: 'reopened', revision, reason, hash: null });
  }

  private async addEvent(
    tx: Transaction,
    visitId: string,
    event: {
      readonly kind: 'signed' | 'reopened';
      readonly revision: number;
      readonly reason: string | null;
      readonly hash: string | null;
    },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO visit_events (visit_id, kind, revision, reason, hash, at, by_person_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        visitId,
        event.kind,
        event.revision,
        event.reason,
        event.hash,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }
}
