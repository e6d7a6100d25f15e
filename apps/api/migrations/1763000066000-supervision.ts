import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regular visits of responsible inspectors (责任督学挂牌) to the schools of their areas, and how often they are due. */
export class Supervision1763000066000 implements MigrationInterface {
  readonly name = 'Supervision1763000066000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_rules (
        county_id uuid NOT NULL,
        period text NOT NULL,
        visits integer NOT NULL,
        since date NOT NULL,
        CONSTRAINT visit_rules_pkey PRIMARY KEY (county_id),
        CONSTRAINT visit_rules_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT visit_rules_period_check CHECK (period IN ('month', 'term')),
        CONSTRAINT visit_rules_visits_check CHECK (visits BETWEEN 1 AND 20)
      );

      -- findings: what was found, what is required, by when; they belong to their visit and do not change.
      CREATE TABLE regular_visits (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        school_id uuid NOT NULL,
        area_id uuid NOT NULL,
        visited_on date NOT NULL,
        topic text NOT NULL,
        note text NOT NULL,
        findings jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        recorded_by_name text NOT NULL,
        CONSTRAINT regular_visits_pkey PRIMARY KEY (id),
        CONSTRAINT regular_visits_day_key UNIQUE (school_id, visited_on, recorded_by),
        CONSTRAINT regular_visits_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT regular_visits_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT regular_visits_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people (id)
      );
      CREATE INDEX regular_visits_area_idx ON regular_visits (area_id);
      CREATE INDEX regular_visits_recorded_by_idx ON regular_visits (recorded_by);
      CREATE TRIGGER regular_visits_kept BEFORE UPDATE OR DELETE ON regular_visits
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Visits that were made are never removed.');
  }
}
