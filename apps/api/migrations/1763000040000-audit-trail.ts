import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed heads of the audit chains, and what the audit log is searched by. */
export class AuditTrail1763000040000 implements MigrationInterface {
  readonly name = 'AuditTrail1763000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The signature of the newest 'sealed' anchor of the chain, and its instant. Null: sealed before there were signatures.
      ALTER TABLE audit_chains ADD COLUMN signed_at timestamptz, ADD COLUMN signature text,
        ADD CONSTRAINT audit_chains_signature_check CHECK ((signed_at IS NULL) = (signature IS NULL));

      -- A sealed entry by what one looks for. Made from the entries after they are sealed, beside the writing of them, and
      -- can be made again from them at any time: what is shown and what is verified is always the entry itself.
      CREATE TABLE audit_trail (
        entry_id bigint NOT NULL,
        chain_id uuid NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        person_id text,
        school_id text,
        CONSTRAINT audit_trail_pkey PRIMARY KEY (entry_id)
      );
      CREATE INDEX audit_trail_at_idx ON audit_trail (at, entry_id);
      CREATE INDEX audit_trail_chain_idx ON audit_trail (chain_id, at, entry_id);
      CREATE INDEX audit_trail_action_idx ON audit_trail (action, at, entry_id);
      CREATE INDEX audit_trail_person_idx ON audit_trail (person_id, at, entry_id);
      CREATE INDEX audit_trail_person_action_idx ON audit_trail (person_id, action, at, entry_id);
      CREATE INDEX audit_trail_school_idx ON audit_trail (school_id, at, entry_id);

      -- The cells an entry changed.
      CREATE TABLE audit_trail_cells (
        entry_id bigint NOT NULL,
        cell text NOT NULL,
        item text NOT NULL,
        chain_id uuid NOT NULL,
        at timestamptz NOT NULL,
        school_id text,
        CONSTRAINT audit_trail_cells_pkey PRIMARY KEY (entry_id, cell)
      );
      CREATE INDEX audit_trail_cells_item_idx ON audit_trail_cells (item, at, entry_id);
      CREATE INDEX audit_trail_cells_school_idx ON audit_trail_cells (school_id, item, at, entry_id);

      -- How far each chain is in audit_trail.
      CREATE TABLE audit_trail_progress (
        chain_id uuid NOT NULL,
        sequence bigint NOT NULL,
        CONSTRAINT audit_trail_progress_pkey PRIMARY KEY (chain_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_trail_progress, audit_trail_cells, audit_trail;
      ALTER TABLE audit_chains DROP COLUMN signed_at, DROP COLUMN signature;
    `);
  }
}
