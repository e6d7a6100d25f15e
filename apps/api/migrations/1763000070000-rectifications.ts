import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rectification ledger (整改台账): rows, where they come from, measures, evidence and everything that happened to them. */
export class Rectifications1763000070000 implements MigrationInterface {
  readonly name = 'Rectifications1763000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a county: its numbers, and the lock under which rows arise and evaluations are followed.
      CREATE TABLE rectification_ledgers (
        county_id uuid NOT NULL,
        last_number integer NOT NULL DEFAULT 0,
        CONSTRAINT rectification_ledgers_pkey PRIMARY KEY (county_id),
        CONSTRAINT rectification_ledgers_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id)
      );

      -- The newest evaluation by each edition that the ledger follows.
      CREATE TABLE rectification_bases (
        county_id uuid NOT NULL,
        edition_id text NOT NULL,
        evaluation_id uuid NOT NULL,
        round_id uuid NOT NULL,
        data_set_id uuid NOT NULL,
        CONSTRAINT rectification_bases_pkey PRIMARY KEY (county_id, edition_id),
        CONSTRAINT rectification_bases_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT rectification_bases_edition_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT rectification_bases_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation_runs (id),
        CONSTRAINT rectification_bases_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT rectification_bases_data_set_fkey FOREIGN KEY (data_set_id) REFERENCES data_sets (id)
      );
      CREATE INDEX rectification_bases_edition_idx ON rectification_bases (edition_id);
      CREATE INDEX rectification_bases_evaluation_idx ON rectification_bases (evaluation_id);
      CREATE INDEX rectification_bases_round_idx ON rectification_bases (round_id);
      CREATE INDEX rectification_bases_data_set_idx ON rectification_bases (data_set_id);

      -- status excepted with a day that has passed is an open row: dates decide, no timer.
      CREATE TABLE rectifications (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        number integer NOT NULL,
        kind text NOT NULL,
        edition_id text,
        problem_key text,
        place jsonb,
        school_id uuid,
        title text,
        measured jsonb,
        standing text NOT NULL,
        status text NOT NULL DEFAULT 'open',
        unit_id uuid,
        responsible_school_id uuid,
        person_id uuid,
        person_name text,
        deadline date,
        reported_at timestamptz,
        reported_by uuid,
        closed_at timestamptz,
        closed_by uuid,
        closed_by_name text,
        closing_note text,
        exception_reason text,
        exception_expires_on date,
        excepted_at timestamptz,
        excepted_by uuid,
        excepted_by_name text,
        reopened integer NOT NULL DEFAULT 0,
        raised_at timestamptz NOT NULL,
        CONSTRAINT rectifications_pkey PRIMARY KEY (id),
        CONSTRAINT rectifications_number_key UNIQUE (county_id, number),
        CONSTRAINT rectifications_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT rectifications_edition_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT rectifications_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT rectifications_unit_fkey FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT rectifications_responsible_school_fkey FOREIGN KEY (responsible_school_id) REFERENCES schools (id),
        CONSTRAINT rectifications_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT rectifications_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES people (id),
        CONSTRAINT rectifications_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people (id),
        CONSTRAINT rectifications_excepted_by_fkey FOREIGN KEY (excepted_by) REFERENCES people (id),
        CONSTRAINT rectifications_kind_check CHECK (kind IN ('indicator', 'cv', 'composite-cv', 'requirement', 'other')),
        CONSTRAINT rectifications_standing_check CHECK (standing IN ('failing', 'passing', 'undecided', 'none')),
        CONSTRAINT rectifications_status_check CHECK (status IN ('open', 'to-verify', 'closed', 'excepted')),
        CONSTRAINT rectifications_said_check CHECK (title IS NOT NULL OR problem_key IS NOT NULL),
        CONSTRAINT rectifications_place_check CHECK ((problem_key IS NULL) = (place IS NULL)
          AND (problem_key IS NULL) = (edition_id IS NULL)),
        CONSTRAINT rectifications_responsible_check CHECK (unit_id IS NULL OR responsible_school_id IS NULL),
        CONSTRAINT rectifications_closed_check CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
        CONSTRAINT rectifications_exception_check CHECK (status <> 'excepted'
          OR (exception_reason IS NOT NULL AND exception_expires_on IS NOT NULL AND excepted_at IS NOT NULL)),
        -- Nothing is closed or excused against the data, whatever the program does.
        CONSTRAINT rectifications_closing_check CHECK (standing <> 'failing' OR status IN ('open', 'excepted')),
        CONSTRAINT rectifications_passing_check CHECK (standing <> 'passing' OR status IN ('to-verify', 'closed'))
      );
      -- Never twice for the same thing.
      CREATE UNIQUE INDEX rectifications_problem_key ON rectifications (county_id, edition_id, problem_key)
        WHERE problem_key IS NOT NULL;
      CREATE INDEX rectifications_edition_idx ON rectifications (edition_id);
      CREATE INDEX rectifications_school_idx ON rectifications (school_id);
      CREATE INDEX rectifications_unit_idx ON rectifications (unit_id);
      CREATE INDEX rectifications_responsible_school_idx ON rectifications (responsible_school_id);
      CREATE INDEX rectifications_person_idx ON rectifications (person_id);
      CREATE INDEX rectifications_reported_by_idx ON rectifications (reported_by);
      CREATE INDEX rectifications_closed_by_idx ON rectifications (closed_by);
      CREATE INDEX rectifications_excepted_by_idx ON rectifications (excepted_by);

      -- reference: the id of the finding or letter, so that the same one never makes a second row.
      CREATE TABLE rectification_sources (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        rectification_id uuid NOT NULL,
        kind text NOT NULL,
        reference text,
        document text,
        evaluation_id uuid,
        named_at timestamptz NOT NULL,
        CONSTRAINT rectification_sources_pkey PRIMARY KEY (id),
        CONSTRAINT rectification_sources_rectification_fkey FOREIGN KEY (rectification_id) REFERENCES rectifications (id),
        CONSTRAINT rectification_sources_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation_runs (id),
        CONSTRAINT rectification_sources_kind_check CHECK (kind IN ('evaluation', 'finding', 'letter', 'own'))
      );
      CREATE UNIQUE INDEX rectification_sources_reference_key ON rectification_sources (kind, reference)
        WHERE reference IS NOT NULL;
      CREATE INDEX rectification_sources_rectification_idx ON rectification_sources (rectification_id);
      CREATE INDEX rectification_sources_evaluation_idx ON rectification_sources (evaluation_id);

      CREATE TABLE rectification_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        rectification_id uuid NOT NULL,
        kind text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL,
        by uuid,
        by_name text NOT NULL,
        CONSTRAINT rectification_events_pkey PRIMARY KEY (id),
        CONSTRAINT rectification_events_rectification_fkey FOREIGN KEY (rectification_id) REFERENCES rectifications (id),
        CONSTRAINT rectification_events_by_fkey FOREIGN KEY (by) REFERENCES people (id)
      );
      CREATE INDEX rectification_events_rectification_idx ON rectification_events (rectification_id, id);
      CREATE INDEX rectification_events_by_idx ON rectification_events (by);
      CREATE TRIGGER rectification_events_kept BEFORE UPDATE OR DELETE ON rectification_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- money in 万元. effects: what it does to cells (evaluation-core's MeasureEffect).
      CREATE TABLE rectification_measures (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        kind text NOT NULL,
        description text NOT NULL,
        money numeric(16, 6),
        quantity numeric(12, 2),
        effects jsonb NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        removed_at timestamptz,
        CONSTRAINT rectification_measures_pkey PRIMARY KEY (id),
        CONSTRAINT rectification_measures_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT rectification_measures_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id),
        CONSTRAINT rectification_measures_kind_check CHECK (kind IN ('purchase', 'building', 'rotation', 'pairing',
          'training', 'funding', 'organisation'))
      );
      CREATE INDEX rectification_measures_county_idx ON rectification_measures (county_id);
      CREATE INDEX rectification_measures_added_by_idx ON rectification_measures (added_by);
      CREATE TABLE rectification_measure_rows (
        measure_id uuid NOT NULL,
        rectification_id uuid NOT NULL,
        CONSTRAINT rectification_measure_rows_pkey PRIMARY KEY (measure_id, rectification_id),
        CONSTRAINT rectification_measure_rows_measure_fkey FOREIGN KEY (measure_id) REFERENCES rectification_measures (id),
        CONSTRAINT rectification_measure_rows_rectification_fkey FOREIGN KEY (rectification_id)
          REFERENCES rectifications (id)
      );
      CREATE INDEX rectification_measure_rows_rectification_idx ON rectification_measure_rows (rectification_id);

      CREATE TABLE rectification_files (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        rectification_id uuid NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        name text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        removed_at timestamptz,
        CONSTRAINT rectification_files_pkey PRIMARY KEY (id),
        CONSTRAINT rectification_files_rectification_fkey FOREIGN KEY (rectification_id) REFERENCES rectifications (id),
        CONSTRAINT rectification_files_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256),
        CONSTRAINT rectification_files_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id)
      );
      CREATE INDEX rectification_files_rectification_idx ON rectification_files (rectification_id);
      CREATE INDEX rectification_files_file_idx ON rectification_files (sha256);
      CREATE INDEX rectification_files_added_by_idx ON rectification_files (added_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rectification_files, rectification_measure_rows, rectification_measures, rectification_events,
        rectification_sources, rectifications, rectification_bases, rectification_ledgers;
    `);
  }
}
