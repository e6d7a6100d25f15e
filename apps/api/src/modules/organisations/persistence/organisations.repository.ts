import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { RegionRecord, SchoolEntry, SchoolVersion } from '../organisations.types.ts';

const REGION = 'r.id, r.code, r.name, r.level, r.parent_id AS "parentId", r.path, r.time_zone AS "timeZone"';
const SCHOOL = `s.id, s.county_id AS "countyId", s.code, s.name, s.region_id AS "regionId", s.town_name AS "townName",
  s.type, s.ownership, s.locale, s.boarding, s.founded_year AS "foundedYear", s.flags,
  s.parent_school_id AS "parentSchoolId", s.counted_as_school AS "countedAsSchool",
  s.opened_on AS "openedOn", s.closed_on AS "closedOn"`;

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
    filter: { readonly regionId?: string | undefined; readonly openOnly?: boolean } = {},
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

  /** All versions of a school within scope, oldest first. */
  async findHistory(scope: Scope, schoolId: string, reader: Reader = this.database): Promise<readonly SchoolVersion[]> {
    const parameters = new SqlParameters();
    const id = parameters.add(schoolId);
    return reader.query<SchoolVersion>(
      `SELECT v.valid_from AS "validFrom", v.valid_to AS "validTo", v.change, v.name, v.type
         FROM school_versions v WHERE v.school_id = ${id} AND ${scope.schools('v.school_id', parameters)}
        ORDER BY v.version`,
      parameters.values,
    );
  }
}
