import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words at a cell of a report, between the school and its reviewers or among the reviewers. Never changed. */
export class ReportComments1763000078100 implements MigrationInterface {
  readonly name = 'ReportComments1763000078100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_comments (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        cell text NOT NULL,
        audience text NOT NULL,
        text text NOT NULL,
        of_school boolean NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT report_comments_pkey PRIMARY KEY (id),
        CONSTRAINT report_comments_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT report_comments_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT report_comments_audience_check CHECK (audience IN ('school', 'reviewers'))
      );
      CREATE INDEX report_comments_self_report_idx ON report_comments (self_report_id, at);
      CREATE INDEX report_comments_person_idx ON report_comments (by_person_id);
      CREATE TRIGGER report_comments_kept BEFORE UPDATE OR DELETE ON report_comments
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_comments');
  }
}
