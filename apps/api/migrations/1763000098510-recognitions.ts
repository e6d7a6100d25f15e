import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The recognition (认定) of counties, step by step. A step is never changed; one entered by mistake is withdrawn and stays to be seen. */
export class Recognitions1763000098510 implements MigrationInterface {
  readonly name = 'Recognitions1763000098510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recognition_steps (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        edition_id text NOT NULL,
        -- Counts the steps of a county with a standard, withdrawn ones too.
        number integer NOT NULL,
        step text NOT NULL,
        happened_on date NOT NULL,
        document text,
        issuer text,
        evaluation_id uuid,
        note text,
        -- The level that recorded it: those below do not take it back.
        recorded_as text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        recorded_by_name text NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by_name text,
        withdrawal_reason text,
        CONSTRAINT recognition_steps_pkey PRIMARY KEY (id),
        CONSTRAINT recognition_steps_number_key UNIQUE (county_id, edition_id, number),
        CONSTRAINT recognition_steps_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT recognition_steps_edition_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT recognition_steps_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation_runs (id),
        CONSTRAINT recognition_steps_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people (id),
        CONSTRAINT recognition_steps_step_check CHECK (step IN ('self-evaluated', 'city-reviewed', 'province-assessed',
          'recognised', 'not-recognised', 'rechecked', 'revoked')),
        CONSTRAINT recognition_steps_level_check CHECK (recorded_as IN ('county', 'city', 'province')),
        CONSTRAINT recognition_steps_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
          AND (withdrawn_at IS NULL) = (withdrawn_by_name IS NULL))
      );
      CREATE INDEX recognition_steps_edition_idx ON recognition_steps (edition_id);
      CREATE INDEX recognition_steps_evaluation_idx ON recognition_steps (evaluation_id);
      CREATE INDEX recognition_steps_recorded_by_idx ON recognition_steps (recorded_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recognition_steps;');
  }
}
