import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence (佐证材料) at the indicators of the county report. */
export class CountyEvidence1763000093201 implements MigrationInterface {
  readonly name = 'CountyEvidence1763000093201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is taken out stays as a row. added_in and removed_in: the revision of the report it made, so that nobody approves
      -- evidence they did not see.
      CREATE TABLE county_report_files (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_report_id uuid NOT NULL,
        topic text NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        added_in integer NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        removed_in integer,
        removed_at timestamptz,
        removed_by uuid,
        removed_by_name text,
        CONSTRAINT county_report_files_pkey PRIMARY KEY (id),
        CONSTRAINT county_report_files_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_report_files_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256),
        CONSTRAINT county_report_files_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id),
        CONSTRAINT county_report_files_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people (id)
      );
      CREATE INDEX county_report_files_county_report_idx ON county_report_files (county_report_id);
      CREATE INDEX county_report_files_file_idx ON county_report_files (sha256);
      CREATE INDEX county_report_files_added_by_idx ON county_report_files (added_by);
      CREATE INDEX county_report_files_removed_by_idx ON county_report_files (removed_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE county_report_files;');
  }
}
