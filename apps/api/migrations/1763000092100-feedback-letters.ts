import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feedback letters from above (反馈意见): what stands at their head, their problems, and which rows of the ledger these became. */
export class FeedbackLetters1763000092100 implements MigrationInterface {
  readonly name = 'FeedbackLetters1763000092100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- document_key: the 文号 however it is typed, so that one letter is entered once.
      CREATE TABLE feedback_letters (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        document text NOT NULL,
        document_key text NOT NULL,
        issuer text NOT NULL,
        addressee text NOT NULL,
        dated_on date NOT NULL,
        due_on date NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid,
        entered_by_name text NOT NULL,
        CONSTRAINT feedback_letters_pkey PRIMARY KEY (id),
        CONSTRAINT feedback_letters_document_key UNIQUE (county_id, document_key),
        CONSTRAINT feedback_letters_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT feedback_letters_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people (id),
        CONSTRAINT feedback_letters_due_check CHECK (due_on >= dated_on)
      );
      CREATE INDEX feedback_letters_entered_by_idx ON feedback_letters (entered_by);

      -- text_key: the words without numbering and punctuation: a letter says each thing once.
      CREATE TABLE feedback_letter_problems (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        letter_id uuid NOT NULL,
        position integer NOT NULL,
        text text NOT NULL,
        text_key text NOT NULL,
        deadline date NOT NULL,
        CONSTRAINT feedback_letter_problems_pkey PRIMARY KEY (id),
        CONSTRAINT feedback_letter_problems_position_key UNIQUE (letter_id, position),
        CONSTRAINT feedback_letter_problems_text_key UNIQUE (letter_id, text_key),
        CONSTRAINT feedback_letter_problems_letter_fkey FOREIGN KEY (letter_id) REFERENCES feedback_letters (id)
      );

      -- known: the row was in the ledger before the letter named it.
      CREATE TABLE feedback_letter_rows (
        problem_id uuid NOT NULL,
        rectification_id uuid NOT NULL,
        known boolean NOT NULL,
        CONSTRAINT feedback_letter_rows_pkey PRIMARY KEY (problem_id, rectification_id),
        CONSTRAINT feedback_letter_rows_problem_fkey FOREIGN KEY (problem_id) REFERENCES feedback_letter_problems (id),
        CONSTRAINT feedback_letter_rows_rectification_fkey FOREIGN KEY (rectification_id) REFERENCES rectifications (id)
      );
      CREATE INDEX feedback_letter_rows_rectification_idx ON feedback_letter_rows (rectification_id);

      -- The measures of one letter are added at one instant, and stay in its order.
      ALTER TABLE rectification_measures ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rectification_measures DROP COLUMN ordinal;
      DROP TABLE feedback_letter_rows, feedback_letter_problems, feedback_letters;
    `);
  }
}
