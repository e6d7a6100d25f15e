import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type {
  EligibleSchool,
  InspectionRecord,
  NewInspection,
  TeamCandidateRecord,
  VisitRecord,
} from '../inspections.types.ts';

const INSPECTION = `i.id, i.name, i.kind, i.edition_id AS "editionId", i.starts_on AS "startsOn", i.ends_on AS "endsOn",
  i.selection, i.school_types AS "schoolTypes", i.verified_items AS "verifiedItems",
  i.judged_requirements AS "judgedRequirements", i.created_at AS "createdAt", i.created_by_name AS "createdByName",
  i.confirmed_at AS "confirmedAt", i.confirmed_by_name AS "confirmedByName", i.teams,
  (SELECT jsonb_agg(jsonb_build_object('countyId', c.county_id, 'code', r.code, 'name', r.name, 'path', r.path,
            'sampleSize', c.sample_size, 'sizeReason', c.size_reason) ORDER BY r.code)
     FROM inspection_counties c JOIN regions r ON r.id = c.county_id WHERE c.inspection_id = i.id) AS counties,
  (SELECT jsonb_agg(jsonb_build_object('personId', t.person_id, 'name', p.display_name, 'part', t.part)
            ORDER BY t.part, p.display_name, p.id)
     FROM inspection_team t JOIN people p ON p.id = t.person_id WHERE t.inspection_id = i.id) AS team,
  ARRAY(SELECT c.school_id FROM inspection_choices c WHERE c.inspection_id = i.id ORDER BY 1) AS "chosenSchoolIds",
  (SELECT count(*) FROM inspection_draws d WHERE d.inspection_id = i.id) AS draws,
  (SELECT CASE WHEN d.drawn_at IS NOT NULL THEN 'drawn' WHEN d.abandoned_at IS NOT NULL THEN 'abandoned'
               WHEN d.frozen_at IS NOT NULL THEN 'frozen' ELSE 'committed' END
     FROM inspection_draws d WHERE d.inspection_id = i.id ORDER BY d.number DESC LIMIT 1) AS "drawStatus",
  (SELECT count(*) FROM inspection_schools s WHERE s.inspection_id = i.id AND s.draw_id IS NOT DISTINCT FROM (
     SELECT d.id FROM inspection_draws d WHERE d.inspection_id = i.id AND d.drawn_at IS NOT NULL
      ORDER BY d.number DESC LIMIT 1)) AS "visitCount"`;
const VISIT = `s.school_id AS "schoolId", s.draw_id AS "drawId", s.county_code AS "countyCode", s.code, s.name, s.type, s.locale`;

/** Whoever reaches one of its counties sees a project, and everybody on its team. */
function visible(scope: Scope, p: SqlParameters): string {
  return `(EXISTS (SELECT FROM inspection_counties c WHERE c.inspection_id = i.id AND ${scope.regions('c.county_id', p)})
    OR ${onTeam(scope, p, ['lead', 'member'])})`;
}

/** Whoever reaches all of its counties steers it, and whoever leads its team. */
function steered(scope: Scope, p: SqlParameters): string {
  return `(NOT EXISTS (SELECT FROM inspection_counties c
      WHERE c.inspection_id = i.id AND NOT ${scope.regions('c.county_id', p)}) OR ${onTeam(scope, p, ['lead'])})`;
}

/** A grant must be held for it: the scope of somebody without any reaches nothing. */
function onTeam(scope: Scope, p: SqlParameters, parts: readonly string[]): string {
  if (scope.personId === null || scope.isEmpty) return 'FALSE';
  return `EXISTS (SELECT FROM inspection_team t WHERE t.inspection_id = i.id AND t.person_id = ${p.add(scope.personId)}
    AND t.part = ANY (${p.add(parts)}::text[]))`;
}

@Injectable()
export class InspectionsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async findVisible(scope: Scope): Promise<readonly InspectionRecord[]> {
    const p = new SqlParameters();
    return this.database.query<InspectionRecord>(
      `SELECT ${INSPECTION} FROM inspections i WHERE ${visible(scope, p)} ORDER BY i.created_at DESC, i.id LIMIT 1000`,
      p.values,
    );
  }

  async find(scope: Scope, inspectionId: string, reader: Reader = this.database): Promise<InspectionRecord | null> {
    const p = new SqlParameters();
    const [row] = await reader.query<InspectionRecord>(
      `SELECT ${INSPECTION} FROM inspections i WHERE i.id = ${p.add(inspectionId)} AND ${visible(scope, p)}`,
      p.values,
    );
    return row ?? null;
  }

  async steers(scope: Scope, inspectionId: string): Promise<boolean> {
    const p = new SqlParameters();
    const rows = await this.database.query(
      `SELECT i.id FROM inspections i WHERE i.id = ${p.add(inspectionId)} AND ${steered(scope, p)}`,
      p.values,
    );
    return rows.length === 1;
  }

  /** For a change, which waits for others of the same project. Null where the caller does not steer it. */
  async hold(tx: Transaction, scope: Scope, inspectionId: string): Promise<InspectionRecord | null> {
    const p = new SqlParameters();
    const held = await tx.query(
      `SELECT i.id FROM inspections i WHERE i.id = ${p.add(inspectionId)} AND ${steered(scope, p)} FOR UPDATE OF i`,
      p.values,
    );
    return held.length === 0 ? null : this.find(scope, inspectionId, tx);
  }

  /** Of these the ids of counties within scope. */
  async findCounties(
    tx: Transaction,
    scope: Scope,
    countyIds: readonly string[],
  ): Promise<readonly { readonly id: string; readonly name: string; readonly timeZone: string }[]> {
    const p = new SqlParameters();
    return tx.query(
      `SELECT r.id, r.name, r.time_zone AS "timeZone" FROM regions r
        WHERE r.id = ANY (${p.add(countyIds)}::uuid[]) AND r.level = 'county' AND ${scope.regions('r.id', p)}`,
      p.values,
    );
  }

  /**
   * Schools that may be visited: open, counted as schools of their own, of these types; by code. That the caller may steer a project
   * with these counties is known already: a leader from elsewhere has no other grant at them.
   */
  async findEligible(
    reader: Reader,
    countyIds: readonly string[],
    types: readonly string[],
  ): Promise<readonly EligibleSchool[]> {
    return reader.query<EligibleSchool>(
      `SELECT s.id AS "schoolId", s.county_id AS "countyId", s.code, s.name, r.code AS "countyCode", s.type, s.locale
         FROM current_schools s JOIN regions r ON r.id = s.county_id
        WHERE s.county_id = ANY ($1::uuid[]) AND s.type = ANY ($2::text[]) AND s.closed_on IS NULL AND s.counted_as_school
        ORDER BY s.code COLLATE "C"`,
      [countyIds, types],
    );
  }

  async findIds(
    tx: Transaction,
    codes: readonly string[],
  ): Promise<readonly { readonly id: string; readonly code: string }[]> {
    return tx.query('SELECT id, code FROM schools WHERE code = ANY ($1::text[])', [codes]);
  }

  /** Inspectors in office whose place lies at, above or below a place of the caller's; an area lies where its schools are. */
  async findCandidates(
    scope: Scope,
    today: string,
    reader: Reader = this.database,
  ): Promise<readonly TeamCandidateRecord[]> {
    if (scope.isEmpty) return [];
    const p = new SqlParameters();
    const paths = scope.grants.map(({ place }) => place.path);
    const within = scope.isSystem
      ? 'TRUE'
      : `EXISTS (SELECT FROM unnest(${p.add(paths)}::text[]) AS own (path)
           WHERE starts_with(r.path, own.path) OR starts_with(own.path, r.path))`;
    const day = `${p.add(today)}::date`;
    return reader.query<TeamCandidateRecord>(
      `SELECT p.id AS "personId", p.display_name AS name, array_agg(DISTINCT COALESCE(a.name, r.name)) AS places
         FROM grants g
         JOIN people p ON p.id = g.person_id
         LEFT JOIN areas a ON a.id = g.area_id
         JOIN regions r ON r.id = COALESCE(g.region_id, a.region_id)
        WHERE g.role = 'inspector' AND g.revoked_at IS NULL AND g.valid_from <= ${day}
          AND (g.valid_to IS NULL OR g.valid_to >= ${day}) AND p.locked_at IS NULL AND ${within}
        GROUP BY p.id, p.display_name ORDER BY p.display_name, p.id`,
      p.values,
    );
  }

  async add(tx: Transaction, wanted: NewInspection): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO inspections (name, kind, edition_id, edition_hash, starts_on, ends_on, selection, school_types,
         verified_items, judged_requirements, teams, created_at, created_by, created_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, $14) RETURNING id`,
      [...columnsOf(wanted), tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
    const id = row?.id ?? '';
    await this.writeParts(tx, id, wanted);
    return id;
  }

  async replace(tx: Transaction, inspectionId: string, wanted: NewInspection): Promise<void> {
    await tx.execute(
      `UPDATE inspections SET name = $1, kind = $2, edition_id = $3, edition_hash = $4, starts_on = $5, ends_on = $6,
         selection = $7, school_types = $8, verified_items = $9, judged_requirements = $10, teams = $11::jsonb WHERE id = $12`,
      [...columnsOf(wanted), inspectionId],
    );
    for (const table of ['inspection_counties', 'inspection_team', 'inspection_choices']) {
      await tx.execute(`DELETE FROM ${table} WHERE inspection_id = $1`, [inspectionId]);
    }
    await this.writeParts(tx, inspectionId, wanted);
  }

  async confirm(tx: Transaction, inspectionId: string): Promise<void> {
    await tx.execute(
      'UPDATE inspections SET confirmed_at = $2, confirmed_by = $3, confirmed_by_name = $4 WHERE id = $1',
      [inspectionId, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  /** In the order given: the places of the visits. */
  async addVisits(
    tx: Transaction,
    to: { readonly inspectionId: string; readonly drawId: string | null },
    schools: readonly EligibleSchool[],
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_schools (inspection_id, draw_id, school_id, place, county_code, code, name, type, locale)
       SELECT $1::uuid, $2::uuid, x."schoolId", x.place, x."countyCode", x.code, x.name, x.type, x.locale
         FROM jsonb_to_recordset($3::jsonb)
           AS x ("schoolId" uuid, place integer, "countyCode" text, code text, name text, type text, locale text)`,
      [to.inspectionId, to.drawId, JSON.stringify(schools.map((school, place) => ({ ...school, place })))],
    );
  }

  /** Of every draw, and as confirmed; in their order. Asked only for projects that were found within scope. */
  async findVisits(inspectionId: string, reader: Reader = this.database): Promise<readonly VisitRecord[]> {
    return reader.query<VisitRecord>(
      `SELECT ${VISIT} FROM inspection_schools s WHERE s.inspection_id = $1 ORDER BY s.draw_id, s.place`,
      [inspectionId],
    );
  }

  private async writeParts(tx: Transaction, inspectionId: string, wanted: NewInspection): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_counties (inspection_id, county_id, sample_size, size_reason)
       SELECT $1::uuid, x."countyId", x."sampleSize", x."sizeReason"
         FROM jsonb_to_recordset($2::jsonb) AS x ("countyId" uuid, "sampleSize" integer, "sizeReason" text)`,
      [inspectionId, JSON.stringify(wanted.counties)],
    );
    await tx.execute(
      `INSERT INTO inspection_team (inspection_id, person_id, part)
       SELECT $1::uuid, x."personId", x.part FROM jsonb_to_recordset($2::jsonb) AS x ("personId" uuid, part text)`,
      [inspectionId, JSON.stringify(wanted.team)],
    );
    await tx.execute('INSERT INTO inspection_choices (inspection_id, school_id) SELECT $1::uuid, unnest($2::uuid[])', [
      inspectionId,
      wanted.chosenSchoolIds,
    ]);
  }
}

function columnsOf(wanted: NewInspection): readonly unknown[] {
  const { name, kind, editionId, editionHash, startsOn, endsOn, selection } = wanted;
  return [
    name,
    kind,
    editionId,
    editionHash,
    startsOn,
    endsOn,
    selection,
    wanted.schoolTypes,
    wanted.verifiedItems,
    wanted.judgedRequirements,
    JSON.stringify(wanted.teams),
  ];
}
