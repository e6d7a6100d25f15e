import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of bureaus' editions; published editions cannot be emptied out either. */
export class EditionDrafts1763000041000 implements MigrationInterface {
  readonly name = 'EditionDrafts1763000041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A copy of a published edition with the bureau's changes (amendments of evaluation-core). It is gone once it is published.
      CREATE TABLE edition_drafts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        region_id uuid NOT NULL,
        base_id text NOT NULL,
        base_hash text NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        name text NOT NULL,
        name_en text NOT NULL,
        instrument text NOT NULL,
        amendments jsonb NOT NULL DEFAULT '[]',
        evidence_texts jsonb NOT NULL DEFAULT '{}',
        changed_at timestamptz NOT NULL,
        changed_by uuid,
        changed_by_name text NOT NULL,
        CONSTRAINT edition_drafts_pkey PRIMARY KEY (id),
        CONSTRAINT edition_drafts_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT edition_drafts_base_fkey FOREIGN KEY (base_id, base_hash) REFERENCES editions (id, hash),
        CONSTRAINT edition_drafts_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people (id)
      );
      CREATE INDEX edition_drafts_region_idx ON edition_drafts (region_id);
      CREATE INDEX edition_drafts_base_idx ON edition_drafts (base_id, base_hash);
      CREATE INDEX edition_drafts_changed_by_idx ON edition_drafts (changed_by);
      CREATE TRIGGER editions_not_emptied BEFORE TRUNCATE ON editions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER editions_not_emptied ON editions;
      DROP TABLE edition_drafts;
    `);
  }
}
