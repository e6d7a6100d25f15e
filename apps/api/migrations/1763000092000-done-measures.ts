import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A measure (整改措施) that was carried out: since when, and what it really cost in 万元. */
export class DoneMeasures1763000092000 implements MigrationInterface {
  readonly name = 'DoneMeasures1763000092000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rectification_measures ADD COLUMN done_on date, ADD COLUMN spent numeric(16, 6), ADD COLUMN done_by_name text,
        ADD CONSTRAINT rectification_measures_done_check CHECK ((done_on IS NULL) = (done_by_name IS NULL)
          AND (done_on IS NOT NULL OR spent IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rectification_measures DROP COLUMN done_on, DROP COLUMN spent, DROP COLUMN done_by_name;
    `);
  }
}
