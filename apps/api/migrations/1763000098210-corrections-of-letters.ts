import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was mistyped in a feedback letter (反馈意见) can be corrected; what it said before is kept, with the reason. */
export class CorrectionsOfLetters1763000098210 implements MigrationInterface {
  readonly name = 'CorrectionsOfLetters1763000098210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- revision: how often it was corrected; whoever corrects has seen the last one.
      ALTER TABLE feedback_letters ADD COLUMN revision integer NOT NULL DEFAULT 0;
      CREATE TABLE feedback_letter_corrections (
        letter_id uuid NOT NULL,
        revision integer NOT NULL,
        reason text NOT NULL,
        changes jsonb NOT NULL,
        at timestamptz NOT NULL,
        by uuid,
        by_name text NOT NULL,
        CONSTRAINT feedback_letter_corrections_pkey PRIMARY KEY (letter_id, revision),
        CONSTRAINT feedback_letter_corrections_letter_fkey FOREIGN KEY (letter_id) REFERENCES feedback_letters (id),
        CONSTRAINT feedback_letter_corrections_by_fkey FOREIGN KEY (by) REFERENCES people (id)
      );
      CREATE INDEX feedback_letter_corrections_by_idx ON feedback_letter_corrections (by);
      CREATE TRIGGER feedback_letter_corrections_kept BEFORE UPDATE OR DELETE ON feedback_letter_corrections
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      -- Two problems may swap their words in one correction.
      ALTER TABLE feedback_letter_problems DROP CONSTRAINT feedback_letter_problems_text_key,
        ADD CONSTRAINT feedback_letter_problems_text_key UNIQUE (letter_id, text_key) DEFERRABLE;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE feedback_letter_problems DROP CONSTRAINT feedback_letter_problems_text_key,
        ADD CONSTRAINT feedback_letter_problems_text_key UNIQUE (letter_id, text_key);
      DROP TABLE feedback_letter_corrections;
      ALTER TABLE feedback_letters DROP COLUMN revision;
    `);
  }
}
