import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports counted by round and status without reading them: a province's list of rounds counts all reports of all years. */
export class CountedReports1763000081000 implements MigrationInterface {
  readonly name = 'CountedReports1763000081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX self_reports_counted_idx ON self_reports (round_id, school_id) INCLUDE (status)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX self_reports_counted_idx');
  }
}
