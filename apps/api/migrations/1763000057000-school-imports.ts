import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of schools for the register (批量登记): what was read, what was wrong, who took it over and when. */
export class SchoolImports1763000057000 implements MigrationInterface {
  readonly name = 'SchoolImports1763000057000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- schools: those that would be registered; emptied when the import is finished, the register has them then.
      CREATE TABLE school_imports (
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
        schools jsonb,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        finished_at timestamptz,
        finished_by uuid,
        CONSTRAINT school_imports_pkey PRIMARY KEY (id),
        CONSTRAINT school_imports_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT school_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people (id),
        CONSTRAINT school_imports_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES people (id),
        CONSTRAINT school_imports_status_check CHECK (status IN ('previewed', 'confirmed', 'discarded'))
      );
      CREATE INDEX school_imports_county_idx ON school_imports (county_id, uploaded_at);
      CREATE INDEX school_imports_uploaded_by_idx ON school_imports (uploaded_by);
      CREATE INDEX school_imports_finished_by_idx ON school_imports (finished_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE school_imports');
  }
}
