import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tamper-evident log, the stored files, and the triggers that hold append-only tables. */
export class AuditAndFiles1763000000000 implements MigrationInterface {
  readonly name = 'AuditAndFiles1763000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;

      -- content is the canonical JSON that is hashed; the columns to search by are generated from it, so that they cannot
      -- say anything else. A row is sealed once: sequence, previous_hash and hash go from null to their values.
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY,
        chain_id uuid NOT NULL,
        content text NOT NULL,
        sequence bigint,
        previous_hash text,
        hash text,
        at text GENERATED ALWAYS AS ((content::jsonb) ->> 'at') STORED,
        actor_id text GENERATED ALWAYS AS ((content::jsonb) #>> '{actor,id}') STORED,
        action text GENERATED ALWAYS AS ((content::jsonb) ->> 'action') STORED,
        subject_kind text GENERATED ALWAYS AS ((content::jsonb) #>> '{subject,kind}') STORED,
        subject_id text GENERATED ALWAYS AS ((content::jsonb) #>> '{subject,id}') STORED,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (id),
        CONSTRAINT audit_entries_sequence_key UNIQUE (chain_id, sequence),
        CONSTRAINT audit_entries_sealed_check CHECK (
          (sequence IS NULL AND previous_hash IS NULL AND hash IS NULL)
          OR (sequence >= 1 AND previous_hash ~ '^[0-9a-f]{64}$' AND hash ~ '^[0-9a-f]{64}$')
        )
      );
      CREATE INDEX audit_entries_unsealed_idx ON audit_entries (id) WHERE hash IS NULL;
      CREATE INDEX audit_entries_subject_idx ON audit_entries (subject_kind, subject_id, id);

      CREATE FUNCTION audit_entry_is_sealed_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.hash IS NOT NULL OR NEW.id <> OLD.id OR NEW.chain_id <> OLD.chain_id OR NEW.content <> OLD.content THEN
          RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_entries_sealed_once BEFORE UPDATE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION audit_entry_is_sealed_once();
      CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entries_not_emptied BEFORE TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Where each chain ends: what the sealer continues from.
      CREATE TABLE audit_chains (
        chain_id uuid NOT NULL,
        head_sequence bigint NOT NULL,
        head_hash text NOT NULL,
        CONSTRAINT audit_chains_pkey PRIMARY KEY (chain_id)
      );

      -- The bytes lie outside, by this hash (platform/files).
      CREATE TABLE files (
        sha256 text NOT NULL,
        size bigint NOT NULL,
        stored_at timestamptz NOT NULL,
        CONSTRAINT files_pkey PRIMARY KEY (sha256),
        CONSTRAINT files_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The audit log is never removed.');
  }
}
