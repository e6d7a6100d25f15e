import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each report is compared with, of last year's reports of its school type: made when the round is opened, as last year's own cells are. */
export class ReportPeers1763000024000 implements MigrationInterface {
  readonly name = 'ReportPeers1763000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE self_reports ADD COLUMN peers jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE self_reports DROP COLUMN peers');
  }
}
