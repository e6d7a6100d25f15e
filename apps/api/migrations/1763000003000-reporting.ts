import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions, rounds, self-reports with their revisions, reviews and imports. */
export class Reporting1763000003000 implements MigrationInterface {
  readonly name = 'Reporting1763000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A published edition of a standard: content is the edition as data, hash that of its canonical JSON.
      CREATE TABLE editions (
        id text NOT NULL,
        hash text NOT NULL,
        issued_as text NOT NULL,
        content jsonb NOT NULL,
        region_id uuid,
        published_at timestamptz NOT NULL,
        published_by uuid,
        CONSTRAINT editions_pkey PRIMARY KEY (id),
        CONSTRAINT editions_hash_key UNIQUE (id, hash),
        CONSTRAINT editions_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT editions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people (id)
      );
      CREATE INDEX editions_region_idx ON editions (region_id);
      CREATE INDEX editions_published_by_idx ON editions (published_by);
      CREATE TRIGGER editions_frozen BEFORE UPDATE OR DELETE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE rounds (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        kind text NOT NULL,
        year integer NOT NULL,
        edition_id text NOT NULL,
        edition_hash text NOT NULL,
        opens_on date NOT NULL,
        deadline date NOT NULL,
        review_levels text[] NOT NULL DEFAULT '{county}',
        one_person_may_submit boolean NOT NULL DEFAULT false,
        previous_round_id uuid,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        created_by uuid,
        CONSTRAINT rounds_pkey PRIMARY KEY (id),
        CONSTRAINT rounds_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT rounds_edition_fkey FOREIGN KEY (edition_id, edition_hash) REFERENCES editions (id, hash),
        CONSTRAINT rounds_previous_fkey FOREIGN KEY (previous_round_id) REFERENCES rounds (id),
        CONSTRAINT rounds_created_by_fkey FOREIGN KEY (created_by) REFERENCES people (id),
        CONSTRAINT rounds_kind_check CHECK (kind IN ('self-evaluation', 'city-review', 'province-evaluation',
          'annual-monitoring', 're-check', 'special')),
        CONSTRAINT rounds_dates_check CHECK (deadline >= opens_on),
        CONSTRAINT rounds_levels_check
          CHECK (cardinality(review_levels) >= 1 AND review_levels <@ ARRAY['county', 'city', 'province'])
      );
      CREATE INDEX rounds_region_idx ON rounds (region_id, year);
      CREATE INDEX rounds_edition_idx ON rounds (edition_id, edition_hash);
      CREATE INDEX rounds_previous_idx ON rounds (previous_round_id);
      CREATE INDEX rounds_created_by_idx ON rounds (created_by);

      -- Who must report. extended_to is this school's own deadline, with its reason.
      CREATE TABLE round_schools (
        round_id uuid NOT NULL,
        school_id uuid NOT NULL,
        extended_to date,
        extension_reason text,
        extended_at timestamptz,
        extended_by uuid,
        CONSTRAINT round_schools_pkey PRIMARY KEY (round_id, school_id),
        CONSTRAINT round_schools_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_schools_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT round_schools_extended_by_fkey FOREIGN KEY (extended_by) REFERENCES people (id),
        CONSTRAINT round_schools_extension_check CHECK ((extended_to IS NULL) = (extension_reason IS NULL))
      );
      CREATE INDEX round_schools_school_idx ON round_schools (school_id);
      CREATE INDEX round_schools_extended_by_idx ON round_schools (extended_by);

      -- One row a report: cells maps a cell key to the value as typed, cell_state to {revision, source} of its last change,
      -- check_reasons a rule key to the reason given. An absent cell is missing, never zero. totals is what lists show
      -- (filled, required, findings), computed with each save by the same code as the form.
      CREATE TABLE self_reports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL,
        school_id uuid NOT NULL,
        county_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'not-started',
        revision integer NOT NULL DEFAULT 0,
        cells jsonb NOT NULL DEFAULT '{}',
        cell_state jsonb NOT NULL DEFAULT '{}',
        last_year_cells jsonb,
        check_reasons jsonb NOT NULL DEFAULT '{}',
        totals jsonb NOT NULL DEFAULT '{}',
        review_level text,
        handed_over_at timestamptz,
        handed_over_by uuid,
        submitted_at timestamptz,
        submitted_by uuid,
        submitted_revision integer,
        submitted_hash text,
        approved_at timestamptz,
        approved_by uuid,
        updated_at timestamptz,
        CONSTRAINT self_reports_pkey PRIMARY KEY (id),
        CONSTRAINT self_reports_round_school_key UNIQUE (round_id, school_id),
        CONSTRAINT self_reports_round_school_fkey
          FOREIGN KEY (round_id, school_id) REFERENCES round_schools (round_id, school_id),
        CONSTRAINT self_reports_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT self_reports_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT self_reports_handed_over_by_fkey FOREIGN KEY (handed_over_by) REFERENCES people (id),
        CONSTRAINT self_reports_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people (id),
        CONSTRAINT self_reports_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people (id),
        CONSTRAINT self_reports_status_check
          CHECK (status IN ('not-started', 'filling', 'handed-over', 'submitted', 'returned', 'approved')),
        CONSTRAINT self_reports_level_check CHECK (review_level IN ('county', 'city', 'province')),
        CONSTRAINT self_reports_revision_check CHECK (revision >= 0)
      );
      CREATE INDEX self_reports_school_idx ON self_reports (school_id);
      CREATE INDEX self_reports_county_idx ON self_reports (county_id);
      CREATE INDEX self_reports_handed_over_by_idx ON self_reports (handed_over_by);
      CREATE INDEX self_reports_submitted_by_idx ON self_reports (submitted_by);
      CREATE INDEX self_reports_approved_by_idx ON self_reports (approved_by);

      -- A save sent twice gives the same answer: what was answered is kept under the key of the save.
      CREATE TABLE saves (
        self_report_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash text NOT NULL,
        revision integer NOT NULL,
        answer jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid,
        CONSTRAINT saves_pkey PRIMARY KEY (self_report_id, key),
        CONSTRAINT saves_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT saves_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people (id)
      );
      CREATE INDEX saves_saved_by_idx ON saves (saved_by);

      CREATE TABLE cell_revisions (
        id bigint GENERATED ALWAYS AS IDENTITY,
        self_report_id uuid NOT NULL,
        revision integer NOT NULL,
        cell text NOT NULL,
        before text,
        after text,
        source text NOT NULL,
        source_detail jsonb,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT cell_revisions_pkey PRIMARY KEY (id),
        CONSTRAINT cell_revisions_cell_key UNIQUE (self_report_id, cell, revision),
        CONSTRAINT cell_revisions_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT cell_revisions_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT cell_revisions_source_check CHECK (source IN ('typed', 'prefilled', 'imported', 'corrected'))
      );
      CREATE INDEX cell_revisions_person_idx ON cell_revisions (by_person_id);
      CREATE TRIGGER cell_revisions_kept BEFORE UPDATE OR DELETE ON cell_revisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE report_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        self_report_id uuid NOT NULL,
        kind text NOT NULL,
        revision integer NOT NULL,
        note text,
        details jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT report_events_pkey PRIMARY KEY (id),
        CONSTRAINT report_events_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT report_events_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT report_events_kind_check CHECK (kind IN ('opened', 'imported', 'handed-over', 'taken-back', 'submitted',
          'withdrawn', 'returned', 'approved', 'extended', 'corrected'))
      );
      CREATE INDEX report_events_self_report_idx ON report_events (self_report_id, id);
      CREATE INDEX report_events_person_idx ON report_events (by_person_id);
      CREATE TRIGGER report_events_kept BEFORE UPDATE OR DELETE ON report_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A decision with the cells as they were when it was taken: a resubmission shows only what changed since.
      CREATE TABLE review_decisions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        level text NOT NULL,
        decision text NOT NULL,
        revision integer NOT NULL,
        cells jsonb NOT NULL,
        note text,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT review_decisions_pkey PRIMARY KEY (id),
        CONSTRAINT review_decisions_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT review_decisions_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT review_decisions_level_check CHECK (level IN ('county', 'city', 'province')),
        CONSTRAINT review_decisions_decision_check CHECK (decision IN ('returned', 'approved'))
      );
      CREATE INDEX review_decisions_self_report_idx ON review_decisions (self_report_id, at);
      CREATE INDEX review_decisions_person_idx ON review_decisions (by_person_id);
      CREATE TRIGGER review_decisions_kept BEFORE UPDATE OR DELETE ON review_decisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE return_reasons (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        cell text,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        changed_in_revision integer,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT return_reasons_pkey PRIMARY KEY (id),
        CONSTRAINT return_reasons_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT return_reasons_decision_fkey FOREIGN KEY (decision_id) REFERENCES review_decisions (id),
        CONSTRAINT return_reasons_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT return_reasons_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people (id),
        CONSTRAINT return_reasons_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX return_reasons_self_report_idx ON return_reasons (self_report_id);
      CREATE INDEX return_reasons_decision_idx ON return_reasons (decision_id);
      CREATE INDEX return_reasons_person_idx ON return_reasons (by_person_id);
      CREATE INDEX return_reasons_answered_by_idx ON return_reasons (answered_by);

      CREATE TABLE imports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL,
        county_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'preview',
        preview jsonb NOT NULL,
        outcome jsonb,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        confirmed_at timestamptz,
        confirmed_by uuid,
        CONSTRAINT imports_pkey PRIMARY KEY (id),
        CONSTRAINT imports_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT imports_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people (id),
        CONSTRAINT imports_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people (id),
        CONSTRAINT imports_status_check CHECK (status IN ('preview', 'confirmed', 'discarded'))
      );
      CREATE INDEX imports_round_idx ON imports (round_id);
      CREATE INDEX imports_county_idx ON imports (county_id);
      CREATE INDEX imports_uploaded_by_idx ON imports (uploaded_by);
      CREATE INDEX imports_confirmed_by_idx ON imports (confirmed_by);

      CREATE TABLE import_files (
        import_id uuid NOT NULL,
        position integer NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL,
        format text,
        CONSTRAINT import_files_pkey PRIMARY KEY (import_id, position),
        CONSTRAINT import_files_import_fkey FOREIGN KEY (import_id) REFERENCES imports (id),
        CONSTRAINT import_files_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256)
      );
      CREATE INDEX import_files_file_idx ON import_files (sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_files, imports, return_reasons, review_decisions, report_events, cell_revisions,
      saves, self_reports, round_schools, rounds, editions`);
  }
}
