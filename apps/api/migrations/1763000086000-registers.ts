import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers (登记册): teacher rotation, pairing of schools, projects, safety; what a row was before stays to be seen. */
export class Registers1763000086000 implements MigrationInterface {
  readonly name = 'Registers1763000086000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- details: as the contract's RegisterDetails, with the same kind.
      CREATE TABLE register_rows (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        kind text NOT NULL,
        school_id uuid,
        to_school_id uuid,
        starts_on date NOT NULL,
        ends_on date,
        details jsonb NOT NULL,
        evidence text,
        revision integer NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid,
        changed_by_name text NOT NULL,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        CONSTRAINT register_rows_pkey PRIMARY KEY (id),
        CONSTRAINT register_rows_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT register_rows_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT register_rows_to_school_fkey FOREIGN KEY (to_school_id) REFERENCES schools (id),
        CONSTRAINT register_rows_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people (id),
        CONSTRAINT register_rows_kind_check CHECK (kind IN ('staff-rotation', 'pairing', 'project', 'safety')),
        CONSTRAINT register_rows_details_check CHECK (details ->> 'kind' = kind),
        CONSTRAINT register_rows_dates_check CHECK (ends_on >= starts_on),
        CONSTRAINT register_rows_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
      );
      CREATE INDEX register_rows_county_idx ON register_rows (county_id, kind, starts_on);
      CREATE INDEX register_rows_school_idx ON register_rows (school_id);
      CREATE INDEX register_rows_to_school_idx ON register_rows (to_school_id);
      CREATE INDEX register_rows_changed_by_idx ON register_rows (changed_by);

      CREATE TABLE register_row_versions (
        row_id uuid NOT NULL,
        revision integer NOT NULL,
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT register_row_versions_pkey PRIMARY KEY (row_id, revision),
        CONSTRAINT register_row_versions_row_fkey FOREIGN KEY (row_id) REFERENCES register_rows (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register_row_versions, register_rows');
  }
}
