import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What approved data said of a row when a letter named it: the report on rectification sets it beside what they say now. */
export class BeforeLetters1763000092200 implements MigrationInterface {
  readonly name = 'BeforeLetters1763000092200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- year: of the round whose data these are.
      ALTER TABLE feedback_letter_rows ADD COLUMN measured jsonb, ADD COLUMN standing text, ADD COLUMN year integer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE feedback_letter_rows DROP COLUMN measured, DROP COLUMN standing, DROP COLUMN year;
    `);
  }
}
