import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspection opinions (督导意见书), objections to them (申辩) and feedback opinions (反馈意见), one of each a county of a project. */
export class Opinions1763000065000 implements MigrationInterface {
  readonly name = 'Opinions1763000065000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The working state. What is signed stands in opinion_documents.
      CREATE TABLE opinions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inspection_id uuid NOT NULL,
        county_id uuid NOT NULL,
        status text NOT NULL,
        revision integer NOT NULL,
        content jsonb NOT NULL,
        objections_until date,
        objections_end_at timestamptz,
        objection jsonb NOT NULL DEFAULT '[]',
        answers jsonb NOT NULL DEFAULT '[]',
        feedback jsonb,
        CONSTRAINT opinions_pkey PRIMARY KEY (id),
        CONSTRAINT opinions_county_key UNIQUE (inspection_id, county_id),
        CONSTRAINT opinions_project_fkey FOREIGN KEY (inspection_id, county_id)
          REFERENCES inspection_counties (inspection_id, county_id),
        CONSTRAINT opinions_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT opinions_status_check CHECK (status IN ('drafting', 'issued', 'objected', 'unobjected', 'final')),
        CONSTRAINT opinions_issued_check CHECK ((status = 'drafting') = (objections_end_at IS NULL)
          AND (objections_until IS NULL) = (objections_end_at IS NULL))
      );
      CREATE INDEX opinions_county_idx ON opinions (county_id);

      -- The text that was hashed, as it was hashed.
      CREATE TABLE opinion_documents (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        opinion_id uuid NOT NULL,
        kind text NOT NULL,
        body text NOT NULL,
        hash text NOT NULL,
        signed_at timestamptz NOT NULL,
        signed_by uuid,
        signed_by_name text NOT NULL,
        CONSTRAINT opinion_documents_pkey PRIMARY KEY (id),
        CONSTRAINT opinion_documents_kind_key UNIQUE (opinion_id, kind),
        CONSTRAINT opinion_documents_opinion_fkey FOREIGN KEY (opinion_id) REFERENCES opinions (id),
        CONSTRAINT opinion_documents_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people (id),
        CONSTRAINT opinion_documents_kind_check CHECK (kind IN ('preliminary', 'objection', 'final', 'feedback')),
        CONSTRAINT opinion_documents_hash_check CHECK (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
      );
      CREATE INDEX opinion_documents_signed_by_idx ON opinion_documents (signed_by);

      CREATE TABLE opinion_receipts (
        document_id uuid NOT NULL,
        received_at timestamptz NOT NULL,
        received_by uuid,
        received_by_name text NOT NULL,
        CONSTRAINT opinion_receipts_pkey PRIMARY KEY (document_id),
        CONSTRAINT opinion_receipts_document_fkey FOREIGN KEY (document_id) REFERENCES opinion_documents (id),
        CONSTRAINT opinion_receipts_received_by_fkey FOREIGN KEY (received_by) REFERENCES people (id)
      );
      CREATE INDEX opinion_receipts_received_by_idx ON opinion_receipts (received_by);

      -- In the order of their ids: two of one moment keep their order.
      CREATE TABLE opinion_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        opinion_id uuid NOT NULL,
        kind text NOT NULL,
        document text,
        at timestamptz NOT NULL,
        by_id uuid,
        by_name text NOT NULL,
        CONSTRAINT opinion_events_pkey PRIMARY KEY (id),
        CONSTRAINT opinion_events_opinion_fkey FOREIGN KEY (opinion_id) REFERENCES opinions (id),
        CONSTRAINT opinion_events_by_fkey FOREIGN KEY (by_id) REFERENCES people (id),
        CONSTRAINT opinion_events_kind_check CHECK (kind IN ('begun', 'issued', 'objected', 'unobjected', 'refused-late',
          'finalised', 'feedback-issued', 'received'))
      );
      CREATE INDEX opinion_events_opinion_idx ON opinion_events (opinion_id, id);
      CREATE INDEX opinion_events_by_idx ON opinion_events (by_id);

      CREATE TRIGGER opinion_documents_frozen BEFORE UPDATE OR DELETE ON opinion_documents
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opinion_documents_not_emptied BEFORE TRUNCATE ON opinion_documents
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opinion_receipts_frozen BEFORE UPDATE OR DELETE ON opinion_receipts
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opinion_events_frozen BEFORE UPDATE OR DELETE ON opinion_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opinions_kept BEFORE DELETE ON opinions FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- What was issued no longer changes, nor when the objection ends; with the final opinion the objection and its answers stand.
      CREATE FUNCTION opinion_keeps_what_was_issued() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'drafting' AND (NEW.content IS DISTINCT FROM OLD.content OR NEW.status = 'drafting'
            OR NEW.objections_end_at IS DISTINCT FROM OLD.objections_end_at) THEN
          RAISE EXCEPTION 'an issued opinion is never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.status = 'final' AND (NEW.status <> 'final' OR NEW.objection IS DISTINCT FROM OLD.objection
            OR NEW.answers IS DISTINCT FROM OLD.answers) THEN
          RAISE EXCEPTION 'a final opinion is never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER opinions_keep_what_was_issued BEFORE UPDATE ON opinions
        FOR EACH ROW EXECUTE FUNCTION opinion_keeps_what_was_issued();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Opinions that were signed are never removed.');
  }
}
