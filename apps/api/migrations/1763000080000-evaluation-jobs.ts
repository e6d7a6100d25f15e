import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations of many counties at once: asked for, worked off by whichever process is free, with their progress. */
export class EvaluationJobs1763000080000 implements MigrationInterface {
  readonly name = 'EvaluationJobs1763000080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- actor: who asked, as the audit log names them. owner and heartbeat_at: the process that works on it, and when it last said so.
      CREATE TABLE evaluation_jobs (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        kind text NOT NULL,
        year integer NOT NULL,
        edition_id text,
        data text NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        actor jsonb NOT NULL,
        asked_at timestamptz NOT NULL,
        asked_by uuid,
        asked_by_name text NOT NULL,
        owner uuid,
        heartbeat_at timestamptz,
        started_at timestamptz,
        ended_at timestamptz,
        failure text,
        CONSTRAINT evaluation_jobs_pkey PRIMARY KEY (id),
        CONSTRAINT evaluation_jobs_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT evaluation_jobs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people (id),
        CONSTRAINT evaluation_jobs_data_check CHECK (data IN ('approved', 'frozen')),
        CONSTRAINT evaluation_jobs_state_check CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
        CONSTRAINT evaluation_jobs_ended_check CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'cancelled', 'failed')))
      );
      CREATE INDEX evaluation_jobs_region_idx ON evaluation_jobs (region_id, asked_at);
      CREATE INDEX evaluation_jobs_asked_by_idx ON evaluation_jobs (asked_by);
      CREATE UNIQUE INDEX evaluation_jobs_under_way_key ON evaluation_jobs (region_id, kind, year)
        WHERE state IN ('waiting', 'running');

      CREATE TABLE evaluation_job_parts (
        job_id uuid NOT NULL,
        round_id uuid NOT NULL,
        county_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        refusal text,
        evaluation_id uuid,
        CONSTRAINT evaluation_job_parts_pkey PRIMARY KEY (job_id, round_id),
        CONSTRAINT evaluation_job_parts_job_fkey FOREIGN KEY (job_id) REFERENCES evaluation_jobs (id),
        CONSTRAINT evaluation_job_parts_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT evaluation_job_parts_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT evaluation_job_parts_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation_runs (id),
        CONSTRAINT evaluation_job_parts_state_check CHECK (state IN ('waiting', 'done', 'refused')),
        CONSTRAINT evaluation_job_parts_done_check CHECK ((evaluation_id IS NOT NULL) = (state = 'done')),
        CONSTRAINT evaluation_job_parts_refused_check CHECK ((refusal IS NOT NULL) = (state = 'refused'))
      );
      CREATE INDEX evaluation_job_parts_round_idx ON evaluation_job_parts (round_id);
      CREATE INDEX evaluation_job_parts_county_idx ON evaluation_job_parts (county_id);
      CREATE INDEX evaluation_job_parts_evaluation_idx ON evaluation_job_parts (evaluation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation_job_parts, evaluation_jobs');
  }
}
