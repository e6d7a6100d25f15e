import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pinyinInitials } from '../src/platform/search/pinyin-initials.ts';

/**
 * Schools and people are found by the initials of their names' pinyin; and a round shows each school as it was on the day its
 * reports were due.
 */
export class RegisterSearch1763000031000 implements MigrationInterface {
  readonly name = 'RegisterSearch1763000031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE school_versions ADD COLUMN initials text NOT NULL DEFAULT '';
      ALTER TABLE people ADD COLUMN initials text NOT NULL DEFAULT '';
    `);
    await fill(runner, 'SELECT DISTINCT name FROM school_versions', 'school_versions', 'name', 'place');
    await fill(runner, 'SELECT DISTINCT display_name AS name FROM people', 'people', 'display_name', 'person');
    await runner.query(`
      CREATE INDEX school_versions_initials_idx ON school_versions (initials text_pattern_ops);
      CREATE INDEX people_initials_idx ON people (initials text_pattern_ops);

      CREATE OR REPLACE VIEW current_schools AS
        SELECT s.id, s.county_id, s.code, s.opened_on, s.closed_on, v.version, v.region_id, v.name, v.type, v.ownership,
               v.locale, v.boarding, v.founded_year, v.flags, v.parent_school_id, v.counted_as_school,
               CASE WHEN r.level = 'town' THEN r.name END AS town_name, r.path AS region_path, v.initials
          FROM schools s
          JOIN school_versions v ON v.school_id = s.id AND v.valid_to IS NULL
          JOIN regions r ON r.id = v.region_id;

      -- The version that held when the round's reports were due; of a school that opened later, its first.
      CREATE VIEW schools_in_rounds AS
        SELECT m.round_id, s.id, s.county_id, s.code, s.opened_on, s.closed_on, v.version, v.region_id, v.name, v.type,
               v.ownership, v.locale, v.boarding, v.founded_year, v.flags, v.parent_school_id, v.counted_as_school,
               CASE WHEN r.level = 'town' THEN r.name END AS town_name
          FROM round_schools m
          JOIN rounds d ON d.id = m.round_id
          JOIN schools s ON s.id = m.school_id
          CROSS JOIN LATERAL (
            SELECT x.* FROM school_versions x WHERE x.school_id = s.id
             ORDER BY x.valid_from <= d.deadline DESC, CASE WHEN x.valid_from <= d.deadline THEN -x.version ELSE x.version END
             LIMIT 1) v
          JOIN regions r ON r.id = v.region_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW schools_in_rounds;
      DROP VIEW current_schools;
      DROP INDEX school_versions_initials_idx;
      DROP INDEX people_initials_idx;
      ALTER TABLE school_versions DROP COLUMN initials;
      ALTER TABLE people DROP COLUMN initials;
      CREATE VIEW current_schools AS
        SELECT s.id, s.county_id, s.code, s.opened_on, s.closed_on, v.version, v.region_id, v.name, v.type, v.ownership,
               v.locale, v.boarding, v.founded_year, v.flags, v.parent_school_id, v.counted_as_school,
               CASE WHEN r.level = 'town' THEN r.name END AS town_name, r.path AS region_path
          FROM schools s
          JOIN school_versions v ON v.school_id = s.id AND v.valid_to IS NULL
          JOIN regions r ON r.id = v.region_id;
    `);
  }
}

async function fill(
  runner: QueryRunner,
  names: string,
  table: string,
  column: string,
  of: 'place' | 'person',
): Promise<void> {
  const rows = (await runner.query(names)) as { name: string }[];
  await runner.query(
    `UPDATE ${table} t SET initials = x.initials FROM unnest($1::text[], $2::text[]) AS x (name, initials) WHERE t.${column} = x.name`,
    [rows.map(({ name }) => name), rows.map(({ name }) => pinyinInitials(name, of))],
  );
}
