import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How each school-stage (学校学段) of a run stands, beside its result, so that areas and school groups of a province are compared without
 * reading results. Taken from the results that are there; nothing of a run is changed by it.
 */
export class RunSchoolStages1763000098500 implements MigrationInterface {
  readonly name = 'RunSchoolStages1763000098500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evaluation_runs ADD COLUMN school_stages jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE evaluation_runs DISABLE TRIGGER evaluation_runs_frozen;
      UPDATE evaluation_runs e
         SET school_stages = (
           SELECT COALESCE(jsonb_agg(jsonb_build_object('schoolId', s.part -> 'schoolId', 'outcome', s.part -> 'outcome',
                    'unmet', jsonb_path_query_array(s.part, '$.indicators[*] ? (@.outcome == "unmet").indicatorId'))
                    ORDER BY s.place), '[]')
             FROM jsonb_array_elements(e.result -> 'schoolStages') WITH ORDINALITY AS s (part, place));
      ALTER TABLE evaluation_runs ENABLE TRIGGER evaluation_runs_frozen;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation_runs DROP COLUMN school_stages');
  }
}
