import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of evaluation runs show, so that they need not read whole results. */
export class EvaluationSummary1763000006000 implements MigrationInterface {
  readonly name = 'EvaluationSummary1763000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE evaluation_runs ADD COLUMN summary jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation_runs DROP COLUMN summary');
  }
}
