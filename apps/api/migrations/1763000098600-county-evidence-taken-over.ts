import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of the county report that is taken over from the report before, as that of schools is. */
export class CountyEvidenceTakenOver1763000098600 implements MigrationInterface {
  readonly name = 'CountyEvidenceTakenOver1763000098600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE county_report_files ADD COLUMN reused_from uuid,
        ADD CONSTRAINT county_report_files_reused_from_fkey FOREIGN KEY (reused_from) REFERENCES county_report_files (id);
      CREATE INDEX county_report_files_reused_from_idx ON county_report_files (reused_from);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE county_report_files DROP COLUMN reused_from;');
  }
}
