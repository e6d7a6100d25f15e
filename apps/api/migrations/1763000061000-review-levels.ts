import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Levels of review with their own round trips, two people for each approval, and who reviews what. */
export class ReviewLevels1763000061000 implements MigrationInterface {
  readonly name = 'ReviewLevels1763000061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- returns_to: where a level above the first sends back to. two_person_review: two people of a level approve each report.
      ALTER TABLE rounds
        ADD COLUMN returns_to text NOT NULL DEFAULT 'school',
        ADD COLUMN two_person_review boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT rounds_returns_to_check CHECK (returns_to IN ('school', 'level-below'));

      -- The first of two people who must approve at the level the report lies with.
      ALTER TABLE self_reports
        ADD COLUMN first_approval_by uuid,
        ADD CONSTRAINT self_reports_first_approval_by_fkey FOREIGN KEY (first_approval_by) REFERENCES people (id);
      CREATE INDEX self_reports_first_approval_by_idx ON self_reports (first_approval_by);

      ALTER TABLE report_events
        ADD COLUMN level text,
        ADD CONSTRAINT report_events_level_check CHECK (level IN ('county', 'city', 'province')),
        DROP CONSTRAINT report_events_kind_check,
        ADD CONSTRAINT report_events_kind_check CHECK (kind IN ('opened', 'imported', 'handed-over', 'taken-back', 'submitted',
          'withdrawn', 'returned', 'approved', 'forwarded', 'first-approved', 'sent-back', 'extended', 'corrected'));

      -- Who reviews what in a round: the schools of a town or of a type, or a section of every form. It guides, it locks nothing.
      CREATE TABLE review_assignments (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        assigned_at timestamptz NOT NULL,
        assigned_by uuid,
        CONSTRAINT review_assignments_pkey PRIMARY KEY (id),
        CONSTRAINT review_assignments_key UNIQUE (round_id, person_id, kind, subject),
        CONSTRAINT review_assignments_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT review_assignments_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT review_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES people (id),
        CONSTRAINT review_assignments_kind_check CHECK (kind IN ('town', 'type', 'section'))
      );
      CREATE INDEX review_assignments_person_idx ON review_assignments (person_id);
      CREATE INDEX review_assignments_assigned_by_idx ON review_assignments (assigned_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE review_assignments;
      ALTER TABLE report_events
        DROP CONSTRAINT report_events_kind_check,
        ADD CONSTRAINT report_events_kind_check CHECK (kind IN ('opened', 'imported', 'handed-over', 'taken-back', 'submitted',
          'withdrawn', 'returned', 'approved', 'extended', 'corrected')),
        DROP COLUMN level;
      ALTER TABLE self_reports DROP COLUMN first_approval_by;
      ALTER TABLE rounds DROP COLUMN returns_to, DROP COLUMN two_person_review;
    `);
  }
}
