import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schools left out when a round was opened for chosen ones: its data set still says that they are missing. */
export class RoundsForChosenSchools1763000093000 implements MigrationInterface {
  readonly name = 'RoundsForChosenSchools1763000093000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE rounds ADD COLUMN left_out_school_ids uuid[] NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rounds DROP COLUMN left_out_school_ids');
  }
}
