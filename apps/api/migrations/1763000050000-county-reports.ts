import type { MigrationInterface, QueryRunner } from 'typeorm';

/** County reports (县级填报): one a round, in parts of the sections that answer for them. */
export class CountyReports1763000050000 implements MigrationInterface {
  readonly name = 'CountyReports1763000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- entries: cells, what is said of topics, and reasons for soft findings, by key; entry_states: revision and source of each.
      CREATE TABLE county_reports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL,
        county_id uuid NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        entries jsonb NOT NULL DEFAULT '{}',
        entry_states jsonb NOT NULL DEFAULT '{}',
        last_year jsonb,
        updated_at timestamptz,
        CONSTRAINT county_reports_pkey PRIMARY KEY (id),
        CONSTRAINT county_reports_round_key UNIQUE (round_id),
        CONSTRAINT county_reports_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT county_reports_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id)
      );
      CREATE INDEX county_reports_county_idx ON county_reports (county_id);

      -- What one section answers for; unit_id NULL: the bureau itself. deadline: its own, where it is later than the round's.
      CREATE TABLE county_report_parts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_report_id uuid NOT NULL,
        unit_id uuid,
        status text NOT NULL DEFAULT 'filling',
        deadline date,
        submitted_at timestamptz,
        submitted_by uuid,
        submitted_by_name text,
        approved_at timestamptz,
        approved_by uuid,
        approved_by_name text,
        CONSTRAINT county_report_parts_pkey PRIMARY KEY (id),
        CONSTRAINT county_report_parts_unit_key UNIQUE NULLS NOT DISTINCT (county_report_id, unit_id),
        CONSTRAINT county_report_parts_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_report_parts_unit_fkey FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT county_report_parts_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people (id),
        CONSTRAINT county_report_parts_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people (id),
        CONSTRAINT county_report_parts_status_check CHECK (status IN ('filling', 'submitted', 'returned', 'approved'))
      );
      CREATE INDEX county_report_parts_unit_idx ON county_report_parts (unit_id);
      CREATE INDEX county_report_parts_submitted_by_idx ON county_report_parts (submitted_by);
      CREATE INDEX county_report_parts_approved_by_idx ON county_report_parts (approved_by);

      -- 责任科室 of a topic: a group of items, an indicator or a requirement. A topic without a row is nobody's in particular.
      CREATE TABLE county_report_topics (
        county_report_id uuid NOT NULL,
        topic text NOT NULL,
        unit_id uuid NOT NULL,
        CONSTRAINT county_report_topics_pkey PRIMARY KEY (county_report_id, topic),
        CONSTRAINT county_report_topics_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_report_topics_unit_fkey FOREIGN KEY (unit_id) REFERENCES units (id)
      );
      CREATE INDEX county_report_topics_unit_idx ON county_report_topics (unit_id);

      CREATE TABLE county_report_saves (
        county_report_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash text NOT NULL,
        answer jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid,
        CONSTRAINT county_report_saves_pkey PRIMARY KEY (county_report_id, key),
        CONSTRAINT county_report_saves_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_report_saves_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people (id)
      );
      CREATE INDEX county_report_saves_saved_by_idx ON county_report_saves (saved_by);

      CREATE TABLE county_entry_revisions (
        id bigint GENERATED ALWAYS AS IDENTITY,
        county_report_id uuid NOT NULL,
        revision integer NOT NULL,
        entry text NOT NULL,
        before text,
        after text,
        source text NOT NULL,
        source_detail jsonb,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT county_entry_revisions_pkey PRIMARY KEY (id),
        CONSTRAINT county_entry_revisions_entry_key UNIQUE (county_report_id, entry, revision),
        CONSTRAINT county_entry_revisions_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_entry_revisions_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT county_entry_revisions_source_check CHECK (source IN ('typed', 'prefilled'))
      );
      CREATE INDEX county_entry_revisions_person_idx ON county_entry_revisions (by_person_id);
      CREATE TRIGGER county_entry_revisions_kept BEFORE UPDATE OR DELETE ON county_entry_revisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE county_report_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        county_report_id uuid NOT NULL,
        part_id uuid,
        kind text NOT NULL,
        revision integer NOT NULL,
        note text,
        details jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT county_report_events_pkey PRIMARY KEY (id),
        CONSTRAINT county_report_events_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_report_events_part_fkey FOREIGN KEY (part_id) REFERENCES county_report_parts (id),
        CONSTRAINT county_report_events_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT county_report_events_kind_check
          CHECK (kind IN ('opened', 'assigned', 'submitted', 'withdrawn', 'returned', 'approved'))
      );
      CREATE INDEX county_report_events_county_report_idx ON county_report_events (county_report_id, id);
      CREATE INDEX county_report_events_part_idx ON county_report_events (part_id);
      CREATE INDEX county_report_events_person_idx ON county_report_events (by_person_id);
      CREATE TRIGGER county_report_events_kept BEFORE UPDATE OR DELETE ON county_report_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- settled_in_revision: what it is about was changed there, or (about a whole part) the part was submitted again.
      CREATE TABLE county_return_reasons (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_report_id uuid NOT NULL,
        part_id uuid NOT NULL,
        entry text,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        settled_in_revision integer,
        CONSTRAINT county_return_reasons_pkey PRIMARY KEY (id),
        CONSTRAINT county_return_reasons_county_report_fkey FOREIGN KEY (county_report_id) REFERENCES county_reports (id),
        CONSTRAINT county_return_reasons_part_fkey FOREIGN KEY (part_id) REFERENCES county_report_parts (id),
        CONSTRAINT county_return_reasons_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX county_return_reasons_county_report_idx ON county_return_reasons (county_report_id);
      CREATE INDEX county_return_reasons_part_idx ON county_return_reasons (part_id);
      CREATE INDEX county_return_reasons_person_idx ON county_return_reasons (by_person_id);

      -- Which county report the county's cells are of, and who answers for them; NULL: none is in the data set.
      ALTER TABLE data_sets ADD COLUMN county_provenance jsonb;

      -- Rounds that are there already get theirs, empty and the bureau's own.
      INSERT INTO county_reports (round_id, county_id) SELECT id, region_id FROM rounds;
      INSERT INTO county_report_parts (county_report_id) SELECT id FROM county_reports;
      INSERT INTO county_report_events (county_report_id, kind, revision, at, by_name)
        SELECT c.id, 'opened', 0, r.created_at, 'migration' FROM county_reports c JOIN rounds r ON r.id = c.round_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE data_sets DROP COLUMN county_provenance;
      DROP TABLE county_return_reasons, county_report_events, county_entry_revisions, county_report_saves,
      county_report_topics, county_report_parts, county_reports`);
  }
}
