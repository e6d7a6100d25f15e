import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of people with their roles (批量新建人员): what was read, what was wrong, who took it over and when. */
export class PeopleImports1763000075000 implements MigrationInterface {
  readonly name = 'PeopleImports1763000075000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- roles: those that would be given; emptied when the import is finished, the people have them then.
      CREATE TABLE people_imports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'previewed',
        file_name text NOT NULL,
        sha256 text NOT NULL,
        row_count integer NOT NULL,
        fresh_count integer NOT NULL,
        known_count integer NOT NULL,
        error_count integer NOT NULL,
        warning_count integer NOT NULL,
        problems jsonb NOT NULL,
        roles jsonb,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        finished_at timestamptz,
        finished_by uuid,
        CONSTRAINT people_imports_pkey PRIMARY KEY (id),
        CONSTRAINT people_imports_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT people_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people (id),
        CONSTRAINT people_imports_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES people (id),
        CONSTRAINT people_imports_status_check CHECK (status IN ('previewed', 'confirmed', 'discarded'))
      );
      CREATE INDEX people_imports_county_idx ON people_imports (county_id, uploaded_at);
      CREATE INDEX people_imports_uploaded_by_idx ON people_imports (uploaded_by);
      CREATE INDEX people_imports_finished_by_idx ON people_imports (finished_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE people_imports');
  }
}
