import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type {
  AreaRecord,
  AreaSchoolRecord,
  RegularVisitRecord,
  Rule,
  RuleOfCounty,
  VisitFinding,
} from '../supervision.types.ts';

/** Of a row that is an area: which county it lies in, also where it is one of a town. */
const COUNTY_OF_AREA = `(SELECT c.id FROM regions c WHERE c.level = 'county' AND starts_with(r.path, c.path))`;

@Injectable()
export class SupervisionRepository {
  constructor(private readonly database: Database) {}

  /** Responsibility areas in force with a school within scope, with the inspectors in office there. */
  async findAreas(scope: Scope, today: string): Promise<readonly AreaRecord[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    return this.database.query<AreaRecord>(
      `SELECT a.id AS "areaId", a.name, ${COUNTY_OF_AREA} AS "countyId",
              COALESCE((SELECT jsonb_agg(DISTINCT jsonb_build_object('personId', i.id, 'name', i.display_name))
                 FROM grants g JOIN people i ON i.id = g.person_id
                WHERE g.area_id = a.id AND g.role = 'inspector' AND g.revoked_at IS NULL AND g.valid_from <= ${day}
                  AND (g.valid_to IS NULL OR g.valid_to >= ${day}) AND i.locked_at IS NULL), '[]') AS inspectors
         FROM areas a JOIN regions r ON r.id = a.region_id
        WHERE a.kind = 'inspection-area' AND a.starts_on <= ${day} AND (a.ends_on IS NULL OR a.ends_on >= ${day})
          AND EXISTS (SELECT FROM area_schools m WHERE m.area_id = a.id AND m.ends_on IS NULL
                         AND ${scope.schools('m.school_id', p)})
        ORDER BY r.path, a.name, a.id LIMIT 2000`,
      p.values,
    );
  }

  /** @param since visits before it are not counted */
  async findSchools(scope: Scope, today: string, since: string): Promise<readonly AreaSchoolRecord[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    const from = `${p.add(since)}::date`;
    return this.database.query<AreaSchoolRecord>(
      `SELECT m.area_id AS "areaId", m.school_id AS "schoolId", s.code, s.name, m.starts_on AS "startsOn",
              COALESCE(v.days, '[]') AS "visitDays", v.last AS "lastVisitedOn", COALESCE(v.findings, 0)::int AS findings
         FROM area_schools m
         JOIN areas a ON a.id = m.area_id AND a.kind = 'inspection-area'
         JOIN current_schools s ON s.id = m.school_id AND s.closed_on IS NULL
         LEFT JOIN LATERAL (
           SELECT jsonb_agg(r.visited_on) FILTER (WHERE r.visited_on >= ${from}) AS days, max(r.visited_on) AS last,
                  sum(jsonb_array_length(r.findings)) FILTER (WHERE r.visited_on >= ${from}) AS findings
             FROM regular_visits r WHERE r.school_id = m.school_id) v ON true
        WHERE m.starts_on <= ${day} AND m.ends_on IS NULL AND ${scope.schools('m.school_id', p)}
        ORDER BY s.code COLLATE "C" LIMIT 20000`,
      p.values,
    );
  }

  /** Of these counties; whether they lie within scope was asked with their areas. */
  async findRules(countyIds: readonly string[]): Promise<readonly RuleOfCounty[]> {
    return this.database.query<RuleOfCounty>(
      `SELECT r.id AS "countyId", r.name AS county, r.path, r.time_zone AS "timeZone", v.period, v.visits, v.since
         FROM regions r LEFT JOIN visit_rules v ON v.county_id = r.id
        WHERE r.id = ANY ($1::uuid[]) ORDER BY r.code`,
      [countyIds],
    );
  }

  /** The county within scope; null where it is not. */
  async holdCounty(tx: Transaction, scope: Scope, countyId: string): Promise<{ readonly id: string } | null> {
    const p = new SqlParameters();
    const [row] = await tx.query<{ id: string }>(
      `SELECT r.id FROM regions r
        WHERE r.id = ${p.add(countyId)} AND r.level = 'county' AND ${scope.regions('r.id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  async setRule(tx: Transaction, countyId: string, rule: Rule): Promise<void> {
    await tx.execute(
      `INSERT INTO visit_rules (county_id, period, visits, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (county_id) DO UPDATE SET period = $2, visits = $3, since = $4`,
      [countyId, rule.period, rule.visits, rule.since],
    );
  }

  /** A school within scope with the responsibility area it is in now, if any; null where it is out of scope. */
  async findSchool(
    scope: Scope,
    schoolId: string,
  ): Promise<{
    readonly id: string;
    readonly name: string;
    readonly countyId: string;
    readonly areaId: string | null;
  } | null> {
    const p = new SqlParameters();
    const [row] = await this.database.query<{ id: string; name: string; countyId: string; areaId: string | null }>(
      `SELECT s.id, s.name, s.county_id AS "countyId",
              (SELECT m.area_id FROM area_schools m JOIN areas a ON a.id = m.area_id
                WHERE m.school_id = s.id AND m.ends_on IS NULL AND a.kind = 'inspection-area' LIMIT 1) AS "areaId"
         FROM current_schools s WHERE s.id = ${p.add(schoolId)} AND ${scope.schools('s.id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  /** Newest first, of a school that was found within scope. */
  async findVisits(schoolId: string): Promise<readonly RegularVisitRecord[]> {
    return this.database.query<RegularVisitRecord>(
      `SELECT v.id, v.visited_on AS "visitedOn", v.recorded_by_name AS by, v.topic, v.note, v.findings,
              v.recorded_at AS "recordedAt"
         FROM regular_visits v WHERE v.school_id = $1 ORDER BY v.visited_on DESC, v.recorded_at DESC LIMIT 500`,
      [schoolId],
    );
  }

  /** Null where the person has recorded a visit to the school on that day already. */
  async add(
    tx: Transaction,
    visit: {
      readonly schoolId: string;
      readonly areaId: string;
      readonly visitedOn: string;
      readonly topic: string;
      readonly note: string;
      readonly findings: readonly VisitFinding[];
    },
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO regular_visits (school_id, area_id, visited_on, topic, note, findings, recorded_at, recorded_by,
         recorded_by_name)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        visit.schoolId,
        visit.areaId,
        visit.visitedOn,
        visit.topic,
        visit.note,
        JSON.stringify(visit.findings),
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    return row?.id ?? null;
  }
}
