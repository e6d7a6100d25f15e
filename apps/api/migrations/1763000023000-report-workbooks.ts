import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads of a school's own workbook (本校表格), and values that came from one. */
export class ReportWorkbooks1763000023000 implements MigrationInterface {
  readonly name = 'ReportWorkbooks1763000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cell_revisions DROP CONSTRAINT cell_revisions_source_check;
      ALTER TABLE cell_revisions ADD CONSTRAINT cell_revisions_source_check
        CHECK (source IN ('typed', 'prefilled', 'imported', 'corrected', 'workbook'));

      -- content is what was read from the file: entries by cell with their places, and faults. base_revision: the report's when the
      -- workbook was downloaded.
      CREATE TABLE report_workbooks (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        base_revision integer NOT NULL,
        content jsonb NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        uploaded_by_name text NOT NULL,
        applied_at timestamptz,
        applied_by uuid,
        applied_by_name text,
        applied_revision integer,
        applied_cells integer,
        CONSTRAINT report_workbooks_pkey PRIMARY KEY (id),
        CONSTRAINT report_workbooks_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT report_workbooks_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256),
        CONSTRAINT report_workbooks_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people (id),
        CONSTRAINT report_workbooks_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES people (id),
        CONSTRAINT report_workbooks_applied_check CHECK ((applied_at IS NULL) = (applied_revision IS NULL))
      );
      CREATE INDEX report_workbooks_self_report_idx ON report_workbooks (self_report_id, uploaded_at);
      CREATE INDEX report_workbooks_file_idx ON report_workbooks (sha256);
      CREATE INDEX report_workbooks_uploaded_by_idx ON report_workbooks (uploaded_by);
      CREATE INDEX report_workbooks_applied_by_idx ON report_workbooks (applied_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report_workbooks;
      ALTER TABLE cell_revisions DROP CONSTRAINT cell_revisions_source_check;
      ALTER TABLE cell_revisions ADD CONSTRAINT cell_revisions_source_check
        CHECK (source IN ('typed', 'prefilled', 'imported', 'corrected'));
    `);
  }
}
