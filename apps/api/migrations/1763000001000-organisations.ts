import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The shape of the county: the region tree, units (bureau, sections, other departments, town governments, offices), schools
 * with their history, and the two groupings beside the tree, areas and school groups, with leader, members and dates.
 */
export class Organisations1763000001000 implements MigrationInterface {
  readonly name = 'Organisations1763000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- path: the codes from the province down, each followed by '/': '37/3701/370102/'. Everything below a region has its path as prefix.
      CREATE TABLE regions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        parent_id uuid,
        level text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        path text NOT NULL,
        time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        CONSTRAINT regions_pkey PRIMARY KEY (id),
        CONSTRAINT regions_parent_fkey FOREIGN KEY (parent_id) REFERENCES regions (id),
        CONSTRAINT regions_code_key UNIQUE (code),
        CONSTRAINT regions_path_key UNIQUE (path),
        CONSTRAINT regions_level_check CHECK (level IN ('province', 'city', 'county', 'town')),
        CONSTRAINT regions_path_check CHECK (path ~ '^([0-9A-Za-z]+/)+$')
      );
      CREATE INDEX regions_parent_idx ON regions (parent_id);
      CREATE INDEX regions_path_prefix_idx ON regions (path text_pattern_ops);

      CREATE TABLE units (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        parent_id uuid,
        kind text NOT NULL,
        name text NOT NULL,
        opened_on date NOT NULL,
        closed_on date,
        CONSTRAINT units_pkey PRIMARY KEY (id),
        CONSTRAINT units_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT units_parent_fkey FOREIGN KEY (parent_id) REFERENCES units (id),
        CONSTRAINT units_kind_check CHECK (kind IN ('bureau', 'section', 'department', 'town-government', 'office')),
        CONSTRAINT units_dates_check CHECK (closed_on IS NULL OR closed_on >= opened_on)
      );
      CREATE UNIQUE INDEX units_name_key ON units (region_id, name) WHERE closed_on IS NULL;
      CREATE INDEX units_region_idx ON units (region_id);
      CREATE INDEX units_parent_idx ON units (parent_id);

      -- county_id is the county a school reports to; its place (county or town) is part of each version.
      CREATE TABLE schools (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        code text NOT NULL,
        opened_on date NOT NULL,
        closed_on date,
        CONSTRAINT schools_pkey PRIMARY KEY (id),
        CONSTRAINT schools_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT schools_code_key UNIQUE (code),
        CONSTRAINT schools_dates_check CHECK (closed_on IS NULL OR closed_on >= opened_on)
      );
      CREATE INDEX schools_county_idx ON schools (county_id);

      -- What the register says of a school, from a day to a day. Exactly one version is current (valid_to is null).
      CREATE TABLE school_versions (
        school_id uuid NOT NULL,
        version integer NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        change text NOT NULL,
        region_id uuid NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        ownership text NOT NULL,
        locale text NOT NULL,
        boarding boolean NOT NULL,
        founded_year integer,
        flags jsonb NOT NULL DEFAULT '{}',
        parent_school_id uuid,
        counted_as_school boolean NOT NULL DEFAULT true,
        note text,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        CONSTRAINT school_versions_pkey PRIMARY KEY (school_id, version),
        CONSTRAINT school_versions_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT school_versions_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT school_versions_parent_fkey FOREIGN KEY (parent_school_id) REFERENCES schools (id),
        CONSTRAINT school_versions_change_check
          CHECK (change IN ('opened', 'renamed', 'merged', 'split', 'type-changed', 'corrected', 'closed')),
        CONSTRAINT school_versions_type_check CHECK (type IN ('primary', 'junior', 'nine-year', 'twelve-year',
          'full-middle', 'teaching-point', 'special-education', 'vocational')),
        CONSTRAINT school_versions_ownership_check CHECK (ownership IN ('public', 'private')),
        CONSTRAINT school_versions_locale_check CHECK (locale IN ('urban', 'town', 'rural')),
        CONSTRAINT school_versions_dates_check CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT school_versions_parent_check CHECK (parent_school_id IS DISTINCT FROM school_id),
        CONSTRAINT school_versions_counted_check CHECK (counted_as_school OR parent_school_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX school_versions_current_key ON school_versions (school_id) WHERE valid_to IS NULL;
      CREATE INDEX school_versions_region_idx ON school_versions (region_id);
      CREATE INDEX school_versions_parent_idx ON school_versions (parent_school_id);

      -- The schools a version came from: a merger has several, a split one.
      CREATE TABLE school_predecessors (
        school_id uuid NOT NULL,
        version integer NOT NULL,
        predecessor_id uuid NOT NULL,
        CONSTRAINT school_predecessors_pkey PRIMARY KEY (school_id, version, predecessor_id),
        CONSTRAINT school_predecessors_version_fkey
          FOREIGN KEY (school_id, version) REFERENCES school_versions (school_id, version),
        CONSTRAINT school_predecessors_predecessor_fkey FOREIGN KEY (predecessor_id) REFERENCES schools (id)
      );
      CREATE INDEX school_predecessors_predecessor_idx ON school_predecessors (predecessor_id);

      -- The current version beside what never changes.
      CREATE VIEW current_schools AS
        SELECT s.id, s.county_id, s.code, s.opened_on, s.closed_on, v.version, v.region_id, v.name, v.type, v.ownership,
               v.locale, v.boarding, v.founded_year, v.flags, v.parent_school_id, v.counted_as_school,
               CASE WHEN r.level = 'town' THEN r.name END AS town_name, r.path AS region_path
          FROM schools s
          JOIN school_versions v ON v.school_id = s.id AND v.valid_to IS NULL
          JOIN regions r ON r.id = v.region_id;

      CREATE TABLE areas (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        leader_name text,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT areas_pkey PRIMARY KEY (id),
        CONSTRAINT areas_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT areas_kind_check CHECK (kind IN ('cluster', 'school-district', 'inspection-area')),
        CONSTRAINT areas_dates_check CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX areas_region_idx ON areas (region_id);

      CREATE TABLE area_schools (
        area_id uuid NOT NULL,
        school_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT area_schools_pkey PRIMARY KEY (area_id, school_id, starts_on),
        CONSTRAINT area_schools_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT area_schools_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT area_schools_dates_check CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX area_schools_school_idx ON area_schools (school_id);

      -- Members stay schools of their own, unlike campuses.
      CREATE TABLE school_groups (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        leader_name text,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT school_groups_pkey PRIMARY KEY (id),
        CONSTRAINT school_groups_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT school_groups_kind_check CHECK (kind IN ('education-group', 'alliance', 'bundle')),
        CONSTRAINT school_groups_dates_check CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX school_groups_region_idx ON school_groups (region_id);

      CREATE TABLE school_group_schools (
        school_group_id uuid NOT NULL,
        school_id uuid NOT NULL,
        part text NOT NULL DEFAULT 'member',
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT school_group_schools_pkey PRIMARY KEY (school_group_id, school_id, starts_on),
        CONSTRAINT school_group_schools_group_fkey FOREIGN KEY (school_group_id) REFERENCES school_groups (id),
        CONSTRAINT school_group_schools_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT school_group_schools_part_check CHECK (part IN ('core', 'member')),
        CONSTRAINT school_group_schools_dates_check CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX school_group_schools_school_idx ON school_group_schools (school_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE school_group_schools, school_groups, area_schools, areas;
      DROP VIEW current_schools;
      DROP TABLE school_predecessors, school_versions, schools, units, regions;
    `);
  }
}
