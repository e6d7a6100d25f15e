import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The difference coefficients (差异系数) of a run beside its result, so that a province over five years is read without its
 * results. Taken from the results that are there; nothing of a run is changed by it.
 */
export class RunCoefficients1763000045000 implements MigrationInterface {
  readonly name = 'RunCoefficients1763000045000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evaluation_runs ADD COLUMN coefficients jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE evaluation_runs DISABLE TRIGGER evaluation_runs_frozen;
      UPDATE evaluation_runs e
         SET coefficients = (
           SELECT COALESCE(jsonb_agg(jsonb_build_object('stage', s.stage -> 'stage', 'indicatorId', c.cv -> 'indicatorId',
                    'cv', c.cv -> 'cv', 'limit', c.cv -> 'limit', 'outcome', c.cv -> 'outcome') ORDER BY s.place, c.place), '[]')
             FROM jsonb_array_elements(e.result #> '{resourceAllocation,stages}') WITH ORDINALITY AS s (stage, place),
                  jsonb_array_elements(s.stage -> 'cvs') WITH ORDINALITY AS c (cv, place));
      ALTER TABLE evaluation_runs ENABLE TRIGGER evaluation_runs_frozen;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation_runs DROP COLUMN coefficients');
  }
}
