import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen data sets and the evaluation runs over them. Neither is ever changed. */
export class Evaluation1763000004000 implements MigrationInterface {
  readonly name = 'Evaluation1763000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- content: the DataSet of evaluation-core; provenance: per school and cell who entered, submitted and approved it.
      CREATE TABLE data_sets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        round_id uuid NOT NULL,
        version integer NOT NULL,
        hash text NOT NULL,
        content jsonb NOT NULL,
        provenance jsonb NOT NULL DEFAULT '{}',
        missing_schools jsonb NOT NULL DEFAULT '[]',
        reason text,
        frozen_at timestamptz NOT NULL,
        frozen_by uuid,
        frozen_by_name text NOT NULL,
        CONSTRAINT data_sets_pkey PRIMARY KEY (id),
        CONSTRAINT data_sets_version_key UNIQUE (round_id, version),
        CONSTRAINT data_sets_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT data_sets_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT data_sets_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES people (id)
      );
      CREATE INDEX data_sets_county_idx ON data_sets (county_id);
      CREATE INDEX data_sets_frozen_by_idx ON data_sets (frozen_by);
      CREATE TRIGGER data_sets_frozen BEFORE UPDATE OR DELETE ON data_sets
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE evaluation_runs (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        round_id uuid NOT NULL,
        data_set_id uuid NOT NULL,
        edition_id text NOT NULL,
        edition_hash text NOT NULL,
        options jsonb NOT NULL,
        rules_version text NOT NULL,
        result jsonb NOT NULL,
        result_hash text NOT NULL,
        ran_at timestamptz NOT NULL,
        ran_by uuid,
        ran_by_name text NOT NULL,
        CONSTRAINT evaluation_runs_pkey PRIMARY KEY (id),
        CONSTRAINT evaluation_runs_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT evaluation_runs_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT evaluation_runs_data_set_fkey FOREIGN KEY (data_set_id) REFERENCES data_sets (id),
        CONSTRAINT evaluation_runs_edition_fkey FOREIGN KEY (edition_id, edition_hash) REFERENCES editions (id, hash),
        CONSTRAINT evaluation_runs_ran_by_fkey FOREIGN KEY (ran_by) REFERENCES people (id)
      );
      CREATE INDEX evaluation_runs_county_idx ON evaluation_runs (county_id);
      CREATE INDEX evaluation_runs_round_idx ON evaluation_runs (round_id, ran_at);
      CREATE INDEX evaluation_runs_data_set_idx ON evaluation_runs (data_set_id);
      CREATE INDEX evaluation_runs_edition_idx ON evaluation_runs (edition_id, edition_hash);
      CREATE INDEX evaluation_runs_ran_by_idx ON evaluation_runs (ran_by);
      CREATE TRIGGER evaluation_runs_frozen BEFORE UPDATE OR DELETE ON evaluation_runs
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation_runs, data_sets');
  }
}
