import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspection projects (督导项目), their teams and schools, and the draws of random samples. */
export class Inspections1763000060000 implements MigrationInterface {
  readonly name = 'Inspections1763000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inspections (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        kind text NOT NULL,
        edition_id text NOT NULL,
        edition_hash text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        selection text NOT NULL,
        school_types text[] NOT NULL,
        verified_items text[] NOT NULL,
        judged_requirements text[] NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid,
        created_by_name text NOT NULL,
        confirmed_at timestamptz,
        confirmed_by uuid,
        confirmed_by_name text,
        CONSTRAINT inspections_pkey PRIMARY KEY (id),
        CONSTRAINT inspections_edition_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT inspections_created_by_fkey FOREIGN KEY (created_by) REFERENCES people (id),
        CONSTRAINT inspections_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people (id),
        CONSTRAINT inspections_kind_check CHECK (kind IN ('evaluation', 're-check', 'annual-monitoring', 'special')),
        CONSTRAINT inspections_selection_check CHECK (selection IN ('random', 'all', 'chosen')),
        CONSTRAINT inspections_dates_check CHECK (ends_on >= starts_on),
        CONSTRAINT inspections_confirmed_check CHECK (confirmed_at IS NULL OR selection <> 'random')
      );
      CREATE INDEX inspections_edition_idx ON inspections (edition_id);
      CREATE INDEX inspections_created_by_idx ON inspections (created_by);
      CREATE INDEX inspections_confirmed_by_idx ON inspections (confirmed_by);

      CREATE TABLE inspection_counties (
        inspection_id uuid NOT NULL,
        county_id uuid NOT NULL,
        sample_size integer,
        size_reason text,
        CONSTRAINT inspection_counties_pkey PRIMARY KEY (inspection_id, county_id),
        CONSTRAINT inspection_counties_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT inspection_counties_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT inspection_counties_size_check CHECK (sample_size >= 1)
      );
      CREATE INDEX inspection_counties_county_idx ON inspection_counties (county_id);

      CREATE TABLE inspection_team (
        inspection_id uuid NOT NULL,
        person_id uuid NOT NULL,
        part text NOT NULL,
        CONSTRAINT inspection_team_pkey PRIMARY KEY (inspection_id, person_id),
        CONSTRAINT inspection_team_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT inspection_team_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT inspection_team_part_check CHECK (part IN ('lead', 'member'))
      );
      CREATE INDEX inspection_team_person_idx ON inspection_team (person_id);

      -- Named by hand while the project is a draft.
      CREATE TABLE inspection_choices (
        inspection_id uuid NOT NULL,
        school_id uuid NOT NULL,
        CONSTRAINT inspection_choices_pkey PRIMARY KEY (inspection_id, school_id),
        CONSTRAINT inspection_choices_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT inspection_choices_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id)
      );
      CREATE INDEX inspection_choices_school_idx ON inspection_choices (school_id);

      -- One row a commitment. Its columns are filled step by step, each once, and never change: every draw stays to be seen.
      -- sealed_value is the secret (platform/secrets), value the same when it is revealed.
      CREATE TABLE inspection_draws (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inspection_id uuid NOT NULL,
        number integer NOT NULL,
        reason text,
        commitment text NOT NULL,
        sealed_value text NOT NULL,
        committed_at timestamptz NOT NULL,
        committed_by uuid,
        committed_by_name text NOT NULL,
        list text,
        list_hash text,
        heads_at timestamptz,
        frozen_at timestamptz,
        frozen_by uuid,
        frozen_by_name text,
        value text,
        heads jsonb,
        seed text,
        drawn_at timestamptz,
        drawn_by uuid,
        drawn_by_name text,
        abandoned_at timestamptz,
        CONSTRAINT inspection_draws_pkey PRIMARY KEY (id),
        CONSTRAINT inspection_draws_number_key UNIQUE (inspection_id, number),
        CONSTRAINT inspection_draws_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT inspection_draws_committed_by_fkey FOREIGN KEY (committed_by) REFERENCES people (id),
        CONSTRAINT inspection_draws_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES people (id),
        CONSTRAINT inspection_draws_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES people (id),
        CONSTRAINT inspection_draws_reason_check CHECK (number = 1 OR reason IS NOT NULL),
        CONSTRAINT inspection_draws_hashes_check CHECK (commitment ~ '^[0-9a-f]{64}$' AND list_hash ~ '^[0-9a-f]{64}$'
          AND value ~ '^[0-9a-f]{64}$' AND seed ~ '^[0-9a-f]{64}$'),
        CONSTRAINT inspection_draws_frozen_check CHECK ((frozen_at IS NULL) = (list IS NULL)
          AND (frozen_at IS NULL) = (list_hash IS NULL) AND (frozen_at IS NULL) = (heads_at IS NULL)),
        CONSTRAINT inspection_draws_drawn_check CHECK (drawn_at IS NULL
          OR (frozen_at IS NOT NULL AND value IS NOT NULL AND heads IS NOT NULL AND seed IS NOT NULL AND abandoned_at IS NULL))
      );
      CREATE INDEX inspection_draws_committed_by_idx ON inspection_draws (committed_by);
      CREATE INDEX inspection_draws_frozen_by_idx ON inspection_draws (frozen_by);
      CREATE INDEX inspection_draws_drawn_by_idx ON inspection_draws (drawn_by);
      -- The next may be committed when this one is drawn or given up.
      CREATE UNIQUE INDEX inspection_draws_pending_key ON inspection_draws (inspection_id)
        WHERE drawn_at IS NULL AND abandoned_at IS NULL;

      CREATE FUNCTION inspection_draw_is_filled_once() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before jsonb := to_jsonb(OLD);
        after jsonb := to_jsonb(NEW);
        changed text;
      BEGIN
        SELECT key INTO changed FROM jsonb_each(before) WHERE value <> 'null' AND after -> key IS DISTINCT FROM value LIMIT 1;
        IF changed IS NOT NULL OR OLD.drawn_at IS NOT NULL OR OLD.abandoned_at IS NOT NULL THEN
          RAISE EXCEPTION 'what a draw has published is never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER inspection_draws_filled_once BEFORE UPDATE ON inspection_draws
        FOR EACH ROW EXECUTE FUNCTION inspection_draw_is_filled_once();
      CREATE TRIGGER inspection_draws_kept BEFORE DELETE ON inspection_draws
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspection_draws_not_emptied BEFORE TRUNCATE ON inspection_draws
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The schools to visit: of a draw, or (draw_id is null) as confirmed; with what the register said of them then.
      CREATE TABLE inspection_schools (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inspection_id uuid NOT NULL,
        draw_id uuid,
        school_id uuid NOT NULL,
        place integer NOT NULL,
        county_code text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        locale text NOT NULL,
        CONSTRAINT inspection_schools_pkey PRIMARY KEY (id),
        CONSTRAINT inspection_schools_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT inspection_schools_draw_fkey FOREIGN KEY (draw_id) REFERENCES inspection_draws (id),
        CONSTRAINT inspection_schools_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id)
      );
      CREATE INDEX inspection_schools_inspection_idx ON inspection_schools (inspection_id, place);
      CREATE INDEX inspection_schools_draw_idx ON inspection_schools (draw_id);
      CREATE INDEX inspection_schools_school_idx ON inspection_schools (school_id);
      CREATE UNIQUE INDEX inspection_schools_drawn_key ON inspection_schools (draw_id, school_id) WHERE draw_id IS NOT NULL;
      CREATE UNIQUE INDEX inspection_schools_confirmed_key ON inspection_schools (inspection_id, school_id)
        WHERE draw_id IS NULL;
      CREATE TRIGGER inspection_schools_kept BEFORE UPDATE OR DELETE ON inspection_schools
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Draws that were published are never removed.');
  }
}
