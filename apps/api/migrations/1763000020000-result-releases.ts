import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluation runs released to schools, and each school's own part of them. */
export class ResultReleases1763000020000 implements MigrationInterface {
  readonly name = 'ResultReleases1763000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One in force for a round at a time; what was taken back or replaced stays as a row.
      CREATE TABLE result_releases (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        round_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        county_verdict boolean NOT NULL,
        released_at timestamptz NOT NULL,
        released_by uuid,
        released_by_name text NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_by_name text,
        CONSTRAINT result_releases_pkey PRIMARY KEY (id),
        CONSTRAINT result_releases_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT result_releases_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT result_releases_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation_runs (id),
        CONSTRAINT result_releases_released_by_fkey FOREIGN KEY (released_by) REFERENCES people (id),
        CONSTRAINT result_releases_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people (id),
        CONSTRAINT result_releases_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL))
      );
      CREATE INDEX result_releases_county_idx ON result_releases (county_id);
      CREATE INDEX result_releases_round_idx ON result_releases (round_id);
      CREATE INDEX result_releases_evaluation_idx ON result_releases (evaluation_id);
      CREATE INDEX result_releases_released_by_idx ON result_releases (released_by);
      CREATE INDEX result_releases_withdrawn_by_idx ON result_releases (withdrawn_by);
      CREATE UNIQUE INDEX result_releases_in_force_key ON result_releases (round_id) WHERE withdrawn_at IS NULL;

      -- content: what the school sees and nothing else. member_ids: the school and the campuses counted with it.
      CREATE TABLE released_results (
        release_id uuid NOT NULL,
        school_id uuid NOT NULL,
        member_ids uuid[] NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT released_results_pkey PRIMARY KEY (release_id, school_id),
        CONSTRAINT released_results_release_fkey FOREIGN KEY (release_id) REFERENCES result_releases (id),
        CONSTRAINT released_results_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id)
      );
      CREATE INDEX released_results_school_idx ON released_results (school_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE released_results, result_releases');
  }
}
