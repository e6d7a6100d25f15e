import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Linking the audit log where it lies: the contents of the entries of a second on the last day no longer travel to the server and
 * their hashes back, and the server answers saves meanwhile. The shape of a hash is checked without a pattern: matching two patterns
 * was half of what linking an entry cost.
 */
export class AuditLinks1763000098400 implements MigrationInterface {
  readonly name = 'AuditLinks1763000098400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The links of the oldest unsealed entries, each chain on from its head: hash(n) = SHA-256 of
      -- '<hash(n-1)>\\n<chain>\\n<n>\\n<content>', in lower-case hex; before the first entry stand 64 zeros. It changes nothing
      -- and is STABLE, so that it sees what the statement sees that writes the links.
      CREATE FUNCTION audit_links(most integer)
      RETURNS TABLE (place tid, chain_id uuid, sequence bigint, previous_hash text, hash text)
      LANGUAGE plpgsql STABLE AS $$
      DECLARE
        entry record;
      BEGIN
        FOR entry IN
          SELECT unsealed.place, unsealed.chain_id, unsealed.content, head.head_sequence, head.head_hash
            FROM (SELECT e.ctid AS place, e.id, e.chain_id, e.content FROM audit_entries e
                   WHERE e.hash IS NULL ORDER BY e.id LIMIT most) AS unsealed
            LEFT JOIN audit_chains head ON head.chain_id = unsealed.chain_id
           ORDER BY unsealed.chain_id, unsealed.id
        LOOP
          IF audit_links.chain_id IS DISTINCT FROM entry.chain_id THEN
            audit_links.chain_id := entry.chain_id;
            audit_links.sequence := coalesce(entry.head_sequence, 0);
            audit_links.hash := coalesce(entry.head_hash, repeat('0', 64));
          END IF;
          audit_links.place := entry.place;
          audit_links.sequence := audit_links.sequence + 1;
          audit_links.previous_hash := audit_links.hash;
          audit_links.hash := encode(sha256(convert_to(audit_links.previous_hash || E'\\n' || entry.chain_id || E'\\n'
            || audit_links.sequence || E'\\n' || entry.content, 'UTF8')), 'hex');
          RETURN NEXT;
        END LOOP;
      END $$;

      -- As before: 64 digits of lower-case hex.
      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_sealed_check;
      ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_sealed_check CHECK (
        (sequence IS NULL AND previous_hash IS NULL AND hash IS NULL)
        OR (sequence >= 1
          AND length(previous_hash) = 64 AND encode(decode(previous_hash, 'hex'), 'hex') = previous_hash
          AND length(hash) = 64 AND encode(decode(hash, 'hex'), 'hex') = hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_sealed_check;
      ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_sealed_check CHECK (
        (sequence IS NULL AND previous_hash IS NULL AND hash IS NULL)
        OR (sequence >= 1 AND previous_hash ~ '^[0-9a-f]{64}$' AND hash ~ '^[0-9a-f]{64}$')
      );
      DROP FUNCTION audit_links(integer);
    `);
  }
}
