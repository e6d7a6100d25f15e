import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { pinyinInitials } from '../../../platform/search/pinyin-initials.ts';
import type { SyntheticSchool } from '@junheng/synthetic-county';

/** The first rows of a county that no page can write yet: regions, units, schools, areas, groups. */
export const demoRegister = {
  async isEmpty(reader: Reader): Promise<boolean> {
    const [row] = await reader.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM regions) OR EXISTS (SELECT 1 FROM people) AS used',
    );
    return row?.used === false;
  },

  async addRegion(
    tx: Transaction,
    region: { readonly level: string; readonly code: string; readonly name: string; readonly parentId: string | null },
  ): Promise<string> {
    return inserted(
      tx,
      `INSERT INTO regions (parent_id, level, code, name, path)
       VALUES ($1, $2, $3, $4, COALESCE((SELECT path FROM regions WHERE id = $1), '') || $3 || '/') RETURNING id`,
      [region.parentId, region.level, region.code, region.name],
    );
  },

  async addUnit(
    tx: Transaction,
    unit: {
      readonly regionId: string;
      readonly parentId: string | null;
      readonly kind: string;
      readonly name: string;
      readonly openedOn: string;
    },
  ): Promise<string> {
    return inserted(
      tx,
      'INSERT INTO units (region_id, parent_id, kind, name, opened_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [unit.regionId, unit.parentId, unit.kind, unit.name, unit.openedOn],
    );
  },

  async addSchool(
    tx: Transaction,
    school: SyntheticSchool,
    place: {
      readonly countyId: string;
      readonly townId: string;
      readonly parentId: string | null;
      readonly flags: Readonly<Record<string, string>>;
    },
  ): Promise<string> {
    const openedOn = `${school.foundedYear}-09-01`;
    const id = await inserted(tx, 'INSERT INTO schools (county_id, code, opened_on) VALUES ($1, $2, $3) RETURNING id', [
      place.countyId,
      school.code,
      openedOn,
    ]);
    await tx.execute(
      `INSERT INTO school_versions (school_id, version, valid_from, change, region_id, name, type, ownership, locale,
         boarding, founded_year, flags, parent_school_id, counted_as_school, recorded_at, initials)
       VALUES ($1, 1, $2, 'opened', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        openedOn,
        place.townId,
        school.name,
        school.type,
        school.ownership,
        school.locale,
        school.boarding,
        school.foundedYear,
        JSON.stringify(place.flags),
        place.parentId,
        school.countedAsSchool,
        tx.at,
        pinyinInitials(school.name),
      ],
    );
    return id;
  },

  async addArea(
    tx: Transaction,
    area: {
      readonly regionId: string;
      readonly kind: string;
      readonly name: string;
      readonly leader: string;
      readonly startsOn: string;
      readonly schoolIds: readonly string[];
    },
  ): Promise<string> {
    const id = await inserted(
      tx,
      'INSERT INTO areas (region_id, kind, name, leader_name, starts_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [area.regionId, area.kind, area.name, area.leader, area.startsOn],
    );
    await tx.execute('INSERT INTO area_schools (area_id, school_id, starts_on) SELECT $1, unnest($2::uuid[]), $3', [
      id,
      area.schoolIds,
      area.startsOn,
    ]);
    return id;
  },

  async addSchoolGroup(
    tx: Transaction,
    group: {
      readonly regionId: string;
      readonly name: string;
      readonly leader: string;
      readonly startsOn: string;
      readonly coreSchoolId: string;
      readonly memberIds: readonly string[];
    },
  ): Promise<string> {
    const id = await inserted(
      tx,
      `INSERT INTO school_groups (region_id, kind, name, leader_name, starts_on)
       VALUES ($1, 'education-group', $2, $3, $4) RETURNING id`,
      [group.regionId, group.name, group.leader, group.startsOn],
    );
    await tx.execute(
      `INSERT INTO school_group_schools (school_group_id, school_id, part, starts_on)
       SELECT $1, member, CASE WHEN member = $2 THEN 'core' ELSE 'member' END, $4
         FROM unnest(array_prepend($2, $3::uuid[])) AS member`,
      [id, group.coreSchoolId, group.memberIds, group.startsOn],
    );
    return id;
  },
};

class RowNotInsertedError extends Error {
  constructor(sql: string) {
    super(`no row was inserted: ${sql}`);
    this.name = 'RowNotInsertedError';
  }
}

async function inserted(tx: Transaction, sql: string, parameters: readonly unknown[]): Promise<string> {
  const [row] = await tx.query<{ id: string }>(sql, parameters);
  if (row === undefined) throw new RowNotInsertedError(sql);
  return row.id;
}
