import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { MemberChanges } from '../groupings.rules.ts';
import { isArea } from '../groupings.rules.ts';
import type { GroupingKind, GroupingRecord, MemberRecord } from '../groupings.types.ts';
import type { ReferredBy } from '../organisations.errors.ts';
import { groupedByKind } from './units.repository.ts';

/** Both tables as one, and their members as one: a grouping is read without knowing which of the two it is. */
const GROUPINGS = `(SELECT id, region_id, kind, name, leader_name, starts_on, ends_on FROM areas
  UNION ALL SELECT id, region_id, kind, name, leader_name, starts_on, ends_on FROM school_groups)`;
const MEMBERS = `(SELECT area_id AS grouping_id, school_id, 'member' AS part, starts_on, ends_on FROM area_schools
  UNION ALL SELECT school_group_id, school_id, part, starts_on, ends_on FROM school_group_schools)`;

export interface NewGrouping {
  readonly regionId: string;
  readonly kind: GroupingKind;
  readonly name: string;
  readonly leaderName: string | null;
  readonly startsOn: string;
}

@Injectable()
export class GroupingsRepository {
  constructor(private readonly database: Database) {}

  /** Those of regions within scope and those with a school within scope; of their schools only those within scope. */
  async find(
    scope: Scope,
    filter: { readonly regionId?: string | undefined; readonly groupingId?: string; readonly schoolId?: string },
    today: string,
    reader: Reader = this.database,
  ): Promise<readonly GroupingRecord[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    const seen = scope.schools('m.school_id', p);
    const conditions = [
      `(${scope.regions('g.region_id', p)} OR EXISTS (SELECT FROM ${MEMBERS} m WHERE m.grouping_id = g.id AND ${seen}))`,
    ];
    if (filter.groupingId !== undefined) conditions.push(`g.id = ${p.add(filter.groupingId)}`);
    if (filter.regionId !== undefined) {
      conditions.push(`starts_with(r.path, (SELECT path FROM regions WHERE id = ${p.add(filter.regionId)}))`);
    }
    if (filter.schoolId !== undefined) {
      conditions.push(
        `EXISTS (SELECT FROM ${MEMBERS} m WHERE m.grouping_id = g.id AND m.school_id = ${p.add(filter.schoolId)})`,
      );
    }
    return reader.query<GroupingRecord>(
      `SELECT g.id, g.region_id AS "regionId", g.kind, g.name, g.leader_name AS "leaderName", g.starts_on AS "startsOn",
              g.ends_on AS "endsOn",
              ARRAY(SELECT m.school_id FROM ${MEMBERS} m
                     WHERE m.grouping_id = g.id AND m.starts_on <= least(${day}, g.ends_on)
                       AND (m.ends_on IS NULL OR m.ends_on >= least(${day}, g.ends_on)) AND ${seen}
                     ORDER BY m.school_id) AS "schoolIds"
         FROM ${GROUPINGS} g JOIN regions r ON r.id = g.region_id
        WHERE ${conditions.join(' AND ')}
        ORDER BY g.ends_on IS NOT NULL, r.path, g.kind, g.name, g.id LIMIT 5000`,
      p.values,
    );
  }

  /** Everybody who was ever a member, those within scope, newest first. */
  async findMembers(
    scope: Scope,
    groupingId: string,
    reader: Reader = this.database,
  ): Promise<readonly MemberRecord[]> {
    const p = new SqlParameters();
    return reader.query<MemberRecord>(
      `SELECT m.school_id AS "schoolId", s.name AS "schoolName", m.part, m.starts_on AS "startsOn", m.ends_on AS "endsOn"
         FROM ${MEMBERS} m JOIN current_schools s ON s.id = m.school_id
        WHERE m.grouping_id = ${p.add(groupingId)} AND ${scope.schools('m.school_id', p)}
        ORDER BY m.starts_on DESC, m.part, s.code`,
      p.values,
    );
  }

  /** One change of groupings in a county at a time: a school must not slip into two areas of a kind at once. */
  async holdCounty(tx: Transaction, countyId: string): Promise<void> {
    await tx.query('SELECT id FROM regions WHERE id = $1 FOR NO KEY UPDATE', [countyId]);
  }

  async add(tx: Transaction, wanted: NewGrouping): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO ${isArea(wanted.kind) ? 'areas' : 'school_groups'} (region_id, kind, name, leader_name, starts_on)
       VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [wanted.regionId, wanted.kind, wanted.name, wanted.leaderName, wanted.startsOn],
    );
    return row?.id ?? '';
  }

  async rename(
    tx: Transaction,
    { id, kind }: Pick<GroupingRecord, 'id' | 'kind'>,
    to: { readonly name: string; readonly leaderName: string | null },
  ): Promise<void> {
    await tx.execute(
      `UPDATE ${isArea(kind) ? 'areas' : 'school_groups'} SET name = $2, leader_name = $3 WHERE id = $1`,
      [id, to.name, to.leaderName],
    );
  }

  /** With its members, whose last day it is, too. */
  async end(tx: Transaction, { id, kind }: Pick<GroupingRecord, 'id' | 'kind'>, endsOn: string): Promise<void> {
    await tx.execute(`UPDATE ${isArea(kind) ? 'areas' : 'school_groups'} SET ends_on = $2 WHERE id = $1`, [id, endsOn]);
    const { table, key } = memberTable(kind);
    await tx.execute(
      `UPDATE ${table} SET ends_on = greatest($2::date, starts_on) WHERE ${key} = $1 AND ends_on IS NULL`,
      [id, endsOn],
    );
  }

  async applyMembers(
    tx: Transaction,
    { id, kind }: Pick<GroupingRecord, 'id' | 'kind'>,
    from: string,
    changes: MemberChanges,
  ): Promise<void> {
    const { table, key } = memberTable(kind);
    await tx.execute(
      `UPDATE ${table} m SET ends_on = x.ends_on
         FROM jsonb_to_recordset($2::jsonb) AS x (school_id uuid, starts_on date, ends_on date)
        WHERE m.${key} = $1 AND m.school_id = x.school_id AND m.starts_on = x.starts_on`,
      [id, asRows(changes.ending)],
    );
    await tx.execute(
      `DELETE FROM ${table} m USING jsonb_to_recordset($2::jsonb) AS x (school_id uuid, starts_on date)
        WHERE m.${key} = $1 AND m.school_id = x.school_id AND m.starts_on = x.starts_on`,
      [id, asRows(changes.undone)],
    );
    const part = isArea(kind) ? { column: '', value: '' } : { column: ', part', value: ', x.part' };
    await tx.execute(
      `INSERT INTO ${table} (${key}, school_id, starts_on${part.column})
       SELECT $1::uuid, x.school_id, $2::date${part.value} FROM jsonb_to_recordset($3::jsonb) AS x (school_id uuid, part text)`,
      [id, from, JSON.stringify(changes.joining.map(({ schoolId, part: of }) => ({ school_id: schoolId, part: of })))],
    );
  }

  /** The first of these schools that another running area of the kind holds on or after a day. */
  async findElsewhere(
    tx: Transaction,
    { id, kind }: Pick<GroupingRecord, 'id' | 'kind'>,
    schoolIds: readonly string[],
    from: string,
  ): Promise<{ readonly school: string; readonly grouping: string } | null> {
    const [row] = await tx.query<{ school: string; grouping: string }>(
      `SELECT s.name AS school, a.name AS grouping
         FROM area_schools m JOIN areas a ON a.id = m.area_id JOIN current_schools s ON s.id = m.school_id
        WHERE a.kind = $2 AND a.id <> $1 AND m.school_id = ANY ($3::uuid[]) AND (m.ends_on IS NULL OR m.ends_on >= $4::date)
        ORDER BY s.code LIMIT 1`,
      [id, kind, schoolIds, from],
    );
    return row ?? null;
  }

  /** How many of these are schools of the county, within scope and not closed before the day. */
  async countEligible(
    tx: Transaction,
    scope: Scope,
    countyId: string,
    schoolIds: readonly string[],
    from: string,
  ): Promise<number> {
    const p = new SqlParameters();
    const [row] = await tx.query<{ found: number }>(
      `SELECT count(*) AS found FROM schools s
        WHERE s.id = ANY (${p.add(schoolIds)}::uuid[]) AND s.county_id = ${p.add(countyId)}
          AND (s.closed_on IS NULL OR s.closed_on > ${p.add(from)}::date) AND ${scope.schools('s.id', p)}`,
      p.values,
    );
    return row?.found ?? 0;
  }

  /** People whose role at the area outlasts the day. */
  async findReferrers(tx: Transaction, groupingId: string, day: string): Promise<readonly ReferredBy[]> {
    return groupedByKind(
      await tx.query<{ kind: string; name: string }>(
        `SELECT DISTINCT 'people' AS kind, p.display_name AS name FROM grants g JOIN people p ON p.id = g.person_id
          WHERE g.area_id = $1 AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > $2::date) ORDER BY 2`,
        [groupingId, day],
      ),
    );
  }
}

function memberTable(kind: GroupingKind): { readonly table: string; readonly key: string } {
  return isArea(kind)
    ? { table: 'area_schools', key: 'area_id' }
    : { table: 'school_group_schools', key: 'school_group_id' };
}

function asRows(
  rows: readonly { readonly schoolId: string; readonly startsOn: string; readonly endsOn?: string }[],
): string {
  return JSON.stringify(
    rows.map(({ schoolId, startsOn, endsOn }) => ({
      school_id: schoolId,
      starts_on: startsOn,
      ends_on: endsOn ?? null,
    })),
  );
}
