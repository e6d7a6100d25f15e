import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** One indexing at a time over all processes ("JHix"). */
const INDEXING_LOCK = 0x4a486978;
/** Of each chain, in one transaction. */
const BATCH = 5_000;

/** An instant as the log writes it; an entry that somebody put in with another one is found at the beginning of time. */
const INSTANT = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`;

/** Fills what the audit log is searched by from the sealed entries. Belongs to no request: no scope. */
@Injectable()
export class AuditIndexRepository {
  /** @returns false while another process is at it */
  async hold(tx: Transaction): Promise<boolean> {
    const [lock] = await tx.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
      INDEXING_LOCK,
    ]);
    return lock?.locked === true;
  }

  /** The next entries of each chain, in its order. @returns how many */
  async indexNext(tx: Transaction): Promise<number> {
    return tx.execute(`
      WITH entry AS MATERIALIZED (
        SELECT e.id, e.chain_id, e.sequence, e.content::jsonb AS content
          FROM audit_chains c
          LEFT JOIN audit_trail_progress p ON p.chain_id = c.chain_id
          CROSS JOIN LATERAL (
            SELECT * FROM audit_entries a
             WHERE a.chain_id = c.chain_id AND a.sequence > COALESCE(p.sequence, 0)
             ORDER BY a.sequence LIMIT ${BATCH}) e
         WHERE c.head_sequence > COALESCE(p.sequence, 0)
      ), named AS (
        SELECT id, chain_id, sequence, content,
               CASE WHEN content ->> 'at' ~ '${INSTANT}' THEN (content ->> 'at')::timestamptz ELSE 'epoch' END AS at,
               CASE WHEN content #>> '{subject,kind}' = 'school' THEN content #>> '{subject,id}'
                    ELSE content #>> '{details,schoolId}' END AS school_id,
               COALESCE(content ->> 'action', '') AS action,
               COALESCE(content #>> '{actor,id}',
                        CASE WHEN content #>> '{subject,kind}' = 'person' THEN content #>> '{subject,id}' END) AS person_id
          FROM entry
      ), progressed AS (
        INSERT INTO audit_trail_progress (chain_id, sequence)
        SELECT chain_id, max(sequence) FROM entry GROUP BY chain_id
        ON CONFLICT (chain_id) DO UPDATE SET sequence = EXCLUDED.sequence
      ), cells AS (
        INSERT INTO audit_trail_cells (entry_id, cell, item, chain_id, at, school_id, action, person_id)
        SELECT n.id, c.cell, split_part(split_part(c.cell, '@', 1), '.', 1), n.chain_id, n.at, n.school_id,
               n.action, n.person_id
          FROM named n, jsonb_to_recordset(CASE jsonb_typeof(n.content #> '{details,changes}')
                 WHEN 'array' THEN n.content #> '{details,changes}' ELSE '[]' END) AS c (cell text)
         WHERE c.cell IS NOT NULL
        ON CONFLICT DO NOTHING
      )
      INSERT INTO audit_trail (entry_id, chain_id, at, action, person_id, school_id)
      SELECT id, chain_id, at, action, person_id, school_id FROM named
      ON CONFLICT DO NOTHING`);
  }
}
