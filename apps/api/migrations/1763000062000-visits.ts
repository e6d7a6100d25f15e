import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Site visits (现场核查): what inspectors record at a school, entry by entry, with photos; and the desk review of evidence. */
export class Visits1763000062000 implements MigrationInterface {
  readonly name = 'Visits1763000062000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One a school of a project, made by the first save. reported: what the school had handed in when the visit was signed.
      CREATE TABLE visits (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inspection_id uuid NOT NULL,
        school_id uuid NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        begun_at timestamptz NOT NULL,
        saved_at timestamptz,
        signed_at timestamptz,
        signed_by uuid,
        signed_by_name text,
        signed_revision integer,
        signed_hash text,
        reported jsonb,
        CONSTRAINT visits_pkey PRIMARY KEY (id),
        CONSTRAINT visits_school_key UNIQUE (inspection_id, school_id),
        CONSTRAINT visits_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT visits_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT visits_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people (id),
        CONSTRAINT visits_signed_check CHECK ((signed_at IS NULL) = (signed_hash IS NULL)
          AND (signed_at IS NULL) = (signed_revision IS NULL) AND (signed_at IS NULL) = (reported IS NULL))
      );
      CREATE INDEX visits_school_idx ON visits (school_id);
      CREATE INDEX visits_signed_by_idx ON visits (signed_by);

      -- What stands there now; value NULL: cleared. person_id: whose own entry it is (scores), NULL for what the team shares.
      -- typed_at is by the tablet's clock, which was clock_ahead_seconds ahead of the server's; at is by the server's.
      CREATE TABLE visit_entries (
        visit_id uuid NOT NULL,
        entry text NOT NULL,
        value text,
        revision integer NOT NULL,
        person_id uuid,
        typed_at timestamptz NOT NULL,
        clock_ahead_seconds integer NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT visit_entries_pkey PRIMARY KEY (visit_id, entry),
        CONSTRAINT visit_entries_visit_fkey FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT visit_entries_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT visit_entries_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX visit_entries_person_idx ON visit_entries (person_id);
      CREATE INDEX visit_entries_by_person_idx ON visit_entries (by_person_id);

      CREATE TABLE visit_entry_revisions (
        id bigint GENERATED ALWAYS AS IDENTITY,
        visit_id uuid NOT NULL,
        revision integer NOT NULL,
        entry text NOT NULL,
        before text,
        after text,
        typed_at timestamptz NOT NULL,
        clock_ahead_seconds integer NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT visit_entry_revisions_pkey PRIMARY KEY (id),
        CONSTRAINT visit_entry_revisions_entry_key UNIQUE (visit_id, entry, revision),
        CONSTRAINT visit_entry_revisions_visit_fkey FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT visit_entry_revisions_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX visit_entry_revisions_by_person_idx ON visit_entry_revisions (by_person_id);
      CREATE TRIGGER visit_entry_revisions_kept BEFORE UPDATE OR DELETE ON visit_entry_revisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE visit_saves (
        visit_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash text NOT NULL,
        answer jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid,
        CONSTRAINT visit_saves_pkey PRIMARY KEY (visit_id, key),
        CONSTRAINT visit_saves_visit_fkey FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT visit_saves_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people (id)
      );
      CREATE INDEX visit_saves_saved_by_idx ON visit_saves (saved_by);

      -- id is made on the tablet: a photo sent twice is here once. Taken out again it stays, with its bytes.
      CREATE TABLE visit_photos (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        about text,
        taken_at timestamptz NOT NULL,
        clock_ahead_seconds integer NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        removed_at timestamptz,
        removed_by uuid,
        CONSTRAINT visit_photos_pkey PRIMARY KEY (id),
        CONSTRAINT visit_photos_visit_fkey FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT visit_photos_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256),
        CONSTRAINT visit_photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id),
        CONSTRAINT visit_photos_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people (id)
      );
      CREATE INDEX visit_photos_visit_idx ON visit_photos (visit_id, added_at);
      CREATE INDEX visit_photos_file_idx ON visit_photos (sha256);
      CREATE INDEX visit_photos_added_by_idx ON visit_photos (added_by);
      CREATE INDEX visit_photos_removed_by_idx ON visit_photos (removed_by);

      CREATE TABLE visit_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        visit_id uuid NOT NULL,
        kind text NOT NULL,
        revision integer NOT NULL,
        reason text,
        hash text,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT visit_events_pkey PRIMARY KEY (id),
        CONSTRAINT visit_events_visit_fkey FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT visit_events_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT visit_events_kind_check CHECK (kind IN ('signed', 'reopened')),
        CONSTRAINT visit_events_reason_check CHECK (kind = 'signed' OR reason IS NOT NULL)
      );
      CREATE INDEX visit_events_visit_idx ON visit_events (visit_id, id);
      CREATE INDEX visit_events_by_person_idx ON visit_events (by_person_id);
      CREATE TRIGGER visit_events_kept BEFORE UPDATE OR DELETE ON visit_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- 案头审核: what a team says of a file of a school's report; the newest of a file counts.
      CREATE TABLE evidence_decisions (
        id bigint GENERATED ALWAYS AS IDENTITY,
        inspection_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        decision text NOT NULL,
        reason text,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT evidence_decisions_pkey PRIMARY KEY (id),
        CONSTRAINT evidence_decisions_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT evidence_decisions_evidence_fkey FOREIGN KEY (evidence_id) REFERENCES evidence (id),
        CONSTRAINT evidence_decisions_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT evidence_decisions_decision_check CHECK (decision IN ('accepted', 'rejected')),
        CONSTRAINT evidence_decisions_reason_check CHECK (decision = 'accepted' OR reason IS NOT NULL)
      );
      CREATE INDEX evidence_decisions_inspection_idx ON evidence_decisions (inspection_id, evidence_id, id);
      CREATE INDEX evidence_decisions_evidence_idx ON evidence_decisions (evidence_id);
      CREATE INDEX evidence_decisions_by_person_idx ON evidence_decisions (by_person_id);
      CREATE TRIGGER evidence_decisions_kept BEFORE UPDATE OR DELETE ON evidence_decisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE evidence_decisions, visit_events, visit_photos, visit_saves, visit_entry_revisions, visit_entries, visits',
    );
  }
}
