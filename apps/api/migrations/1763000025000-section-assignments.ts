import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who does which section of a report inside the school (校内分工). */
export class SectionAssignments1763000025000 implements MigrationInterface {
  readonly name = 'SectionAssignments1763000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- finished_revision: the report's revision when the person said they were done.
      CREATE TABLE section_assignments (
        self_report_id uuid NOT NULL,
        section text NOT NULL,
        person_id uuid NOT NULL,
        internal_date date,
        assigned_at timestamptz NOT NULL,
        assigned_by uuid,
        finished_at timestamptz,
        finished_revision integer,
        CONSTRAINT section_assignments_pkey PRIMARY KEY (self_report_id, section),
        CONSTRAINT section_assignments_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT section_assignments_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT section_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES people (id),
        CONSTRAINT section_assignments_finished_check CHECK ((finished_at IS NULL) = (finished_revision IS NULL))
      );
      CREATE INDEX section_assignments_person_idx ON section_assignments (person_id);
      CREATE INDEX section_assignments_assigned_by_idx ON section_assignments (assigned_by);
      -- Whether only the assigned person and the principal may change an assigned section.
      ALTER TABLE self_reports ADD COLUMN sections_held boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE self_reports DROP COLUMN sections_held;
      DROP TABLE section_assignments;
    `);
  }
}
