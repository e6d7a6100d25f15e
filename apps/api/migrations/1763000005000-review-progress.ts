import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What deciding about a report needs to know of its way so far, and one regular round a year. */
export class ReviewProgress1763000005000 implements MigrationInterface {
  readonly name = 'ReviewProgress1763000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- under_return: it came back and was not approved since. review_begun_at: a reviewer has begun since it was submitted;
      -- the school can no longer withdraw it. submitted_by_one_person: whoever submitted had also filled in.
      ALTER TABLE self_reports
        ADD COLUMN under_return boolean NOT NULL DEFAULT false,
        ADD COLUMN review_begun_at timestamptz,
        ADD COLUMN submitted_by_one_person boolean NOT NULL DEFAULT false;

      -- What the cell held when it was returned: another value settles the reason, this one opens it again.
      ALTER TABLE return_reasons ADD COLUMN value_at_return text;

      CREATE UNIQUE INDEX rounds_one_a_year_key ON rounds (region_id, kind, year)
        WHERE kind IN ('self-evaluation', 'annual-monitoring');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX rounds_one_a_year_key;
      ALTER TABLE return_reasons DROP COLUMN value_at_return;
      ALTER TABLE self_reports DROP COLUMN under_return, DROP COLUMN review_begun_at, DROP COLUMN submitted_by_one_person;
    `);
  }
}
