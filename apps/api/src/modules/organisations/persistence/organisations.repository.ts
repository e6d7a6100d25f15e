import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { RegionRecord, SchoolEntry } from '../organisations.types.ts';

const REGION = 'r.id, r.code, r.name, r.level, r.parent_id AS "parentId", r.path, r.time_zone AS "timeZone"';
const SCHOOL = `s.id, s.county_id AS "countyId", s.code, s.name, s.region_id AS "regionId", s.town_name AS "townName",
  s.type, s.ownership, s.locale, s.boarding, s.founded_year AS "foundedYear", s.flags,
  s.parent_school_id AS "parentSchoolId", s.counted_as_school AS "countedAsSchool",
  s.opened_on AS "openedOn", s.closed_on AS "closedOn", s.initials`;

/** Which schools a list is narrowed to. */
export interface SchoolsFilter {
  readonly regionId?: string | undefined;
  readonly openOnly?: boolean;
  /** An area or school group: its members of `today`. */
  readonly groupingId?: string | undefined;
  readonly today?: string;
  /** Part of a name, the beginning of a code or of the initials. */
  readonly q?: string | undefined;
}

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly database: Database) {}

  /** Regions within scope and those on the way down to them, parents first. */
  async findRegions(scope: Scope, reader: Reader = this.database): Promise<readonly RegionRecord[]> {
    const parameters = new SqlParameters();
    return reader.query<RegionRecord>(
      `SELECT ${REGION} FROM regions r WHERE ${scope.regionsOnTheWay('r.path', parameters)} ORDER BY r.path`,
      parameters.values,
    );
  }

  async findRegion(scope: Scope, regionId: string, reader: Reader = this.database): Promise<RegionRecord | null> {
    const parameters = new SqlParameters();
    const id = parameters.add(regionId);
    const [row] = await reader.query<RegionRecord>(
      `SELECT ${REGION} FROM regions r WHERE r.id = ${id} AND ${scope.regionsOnTheWay('r.path', parameters)}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Schools within scope, by code; those of one region and below it when given. Closed ones are left out on request. */
  async findSchools(
    scope: Scope,
    filter: SchoolsFilter = {},
    reader: Reader = this.database,
  ): Promise<readonly SchoolEntry[]> {
    const parameters = new SqlParameters();
    const conditions = [scope.schools('s.id', parameters)];
    if (filter.regionId !== undefined) {
      conditions.push(
        `starts_with(s.region_path, (SELECT path FROM regions WHERE id = ${parameters.add(filter.regionId)}))`,
      );
    }
    if (filter.openOnly === true) conditions.push('s.closed_on IS NULL');
    if (filter.groupingId !== undefined) {
      const id = parameters.add(filter.groupingId);
      const day = `${parameters.add(filter.today ?? null)}::date`;
      const held = `m.starts_on <= ${day} AND (m.ends_on IS NULL OR m.ends_on >= ${day})`;
      conditions.push(
        `s.id IN (SELECT m.school_id FROM area_schools m WHERE m.area_id = ${id} AND ${held}
          UNION ALL SELECT m.school_id FROM school_group_schools m WHERE m.school_group_id = ${id} AND ${held})`,
      );
    }
    if (filter.q !== undefined && filter.q !== '') {
      const text = filter.q.toLowerCase().replaceAll(/[\\%_]/g, '');
      const part = parameters.add(`%${text}%`);
      const beginning = parameters.add(`${text}%`);
      conditions.push(`(s.name ILIKE ${part} OR lower(s.code) LIKE ${beginning} OR s.initials LIKE ${part})`);
    }
    return reader.query<SchoolEntry>(
      `SELECT ${SCHOOL} FROM current_schools s WHERE ${conditions.join(' AND ')} ORDER BY s.code`,
      parameters.values,
    );
  }

  async findSchool(scope: Scope, schoolId: string, reader: Reader = this.database): Promise<SchoolEntry | null> {
    const parameters = new SqlParameters();
    const id = parameters.add(schoolId);
    const [row] = await reader.query<SchoolEntry>(
      `SELECT ${SCHOOL} FROM current_schools s WHERE s.id = ${id} AND ${scope.schools('s.id', parameters)}`,
      parameters.values,
    );
    return row ?? null;
  }
}
