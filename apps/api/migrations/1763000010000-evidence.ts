import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence (佐证材料) of self-reports: files, what each proves, and uploads under way. */
export class Evidence1763000010000 implements MigrationInterface {
  readonly name = 'Evidence1763000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One file of one report. media_type is what its bytes are. Taken out again it stays as a row, so that a reviewer sees
      -- that it was there; its bytes stay while any row names them.
      CREATE TABLE evidence (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        reused_from uuid,
        removed_at timestamptz,
        removed_by uuid,
        removed_by_name text,
        CONSTRAINT evidence_pkey PRIMARY KEY (id),
        CONSTRAINT evidence_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT evidence_file_fkey FOREIGN KEY (sha256) REFERENCES files (sha256),
        CONSTRAINT evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES people (id),
        CONSTRAINT evidence_reused_from_fkey FOREIGN KEY (reused_from) REFERENCES evidence (id),
        CONSTRAINT evidence_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people (id),
        CONSTRAINT evidence_removed_check CHECK ((removed_at IS NULL) = (removed_by_name IS NULL))
      );
      CREATE INDEX evidence_self_report_idx ON evidence (self_report_id, added_at);
      CREATE UNIQUE INDEX evidence_once_a_report_key ON evidence (self_report_id, sha256) WHERE removed_at IS NULL;
      CREATE INDEX evidence_file_idx ON evidence (sha256);
      CREATE INDEX evidence_added_by_idx ON evidence (added_by);
      CREATE INDEX evidence_reused_from_idx ON evidence (reused_from);
      CREATE INDEX evidence_removed_by_idx ON evidence (removed_by);

      CREATE TABLE evidence_targets (
        evidence_id uuid NOT NULL,
        kind text NOT NULL,
        target_id text NOT NULL,
        CONSTRAINT evidence_targets_pkey PRIMARY KEY (evidence_id, kind, target_id),
        CONSTRAINT evidence_targets_evidence_fkey FOREIGN KEY (evidence_id) REFERENCES evidence (id),
        CONSTRAINT evidence_targets_kind_check CHECK (kind IN ('indicator', 'item', 'special-rule'))
      );

      -- size is what was announced. evidence_id: what became of it, so that a request sent again gets the same answer.
      CREATE TABLE evidence_uploads (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        self_report_id uuid NOT NULL,
        size bigint NOT NULL,
        begun_at timestamptz NOT NULL,
        begun_by uuid,
        evidence_id uuid,
        CONSTRAINT evidence_uploads_pkey PRIMARY KEY (id),
        CONSTRAINT evidence_uploads_self_report_fkey FOREIGN KEY (self_report_id) REFERENCES self_reports (id),
        CONSTRAINT evidence_uploads_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people (id),
        CONSTRAINT evidence_uploads_evidence_fkey FOREIGN KEY (evidence_id) REFERENCES evidence (id),
        CONSTRAINT evidence_uploads_size_check CHECK (size > 0)
      );
      CREATE INDEX evidence_uploads_self_report_idx ON evidence_uploads (self_report_id);
      CREATE INDEX evidence_uploads_begun_by_idx ON evidence_uploads (begun_by);
      CREATE INDEX evidence_uploads_evidence_idx ON evidence_uploads (evidence_id);
      CREATE INDEX evidence_uploads_begun_at_idx ON evidence_uploads (begun_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_uploads, evidence_targets, evidence');
  }
}
