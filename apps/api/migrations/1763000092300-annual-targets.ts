import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A year's targets (目标任务清单): which number, how far, until when. What the number is stands in evaluations, never here. */
export class AnnualTargets1763000092300 implements MigrationInterface {
  readonly name = 'AnnualTargets1763000092300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- baseline: what approved data said when the target was set, and of which year they were.
      CREATE TABLE annual_targets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        year integer NOT NULL,
        edition_id text NOT NULL,
        problem_key text NOT NULL,
        place jsonb NOT NULL,
        comparator text NOT NULL,
        value numeric(16, 6) NOT NULL,
        due_on date NOT NULL,
        document text,
        baseline jsonb,
        baseline_year integer,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by_name text,
        withdrawal_reason text,
        CONSTRAINT annual_targets_pkey PRIMARY KEY (id),
        CONSTRAINT annual_targets_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT annual_targets_edition_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT annual_targets_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id),
        CONSTRAINT annual_targets_comparator_check CHECK (comparator IN ('at-least', 'at-most')),
        CONSTRAINT annual_targets_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
          AND (withdrawn_at IS NULL) = (withdrawn_by_name IS NULL))
      );
      -- One number has one target a year.
      CREATE UNIQUE INDEX annual_targets_place_key ON annual_targets (county_id, year, edition_id, problem_key)
        WHERE withdrawn_at IS NULL;
      CREATE INDEX annual_targets_county_idx ON annual_targets (county_id);
      CREATE INDEX annual_targets_edition_idx ON annual_targets (edition_id);
      CREATE INDEX annual_targets_added_by_idx ON annual_targets (added_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE annual_targets;');
  }
}
