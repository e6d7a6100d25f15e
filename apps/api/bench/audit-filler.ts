import { systemActor } from '../src/platform/database/actor.ts';
import type { Transactions } from '../src/platform/database/database.ts';

/**
 * Mostly saves of a few cells, as in a real county; some moves, imports of whole reports, sign-ins. Hashes are made up.
 * @param chains the first gets four fifths
 */
export async function fillAudit(
  transactions: Transactions,
  chains: readonly [string, string],
  size: { readonly entries: number; readonly schools: number },
): Promise<void> {
  const batch = 50_000;
  // Version 4 in form, made of a name.
  await transactions.run(systemActor('bench'), (tx) =>
    tx.execute(`CREATE FUNCTION bench_id(name text) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
      SELECT overlay(overlay(md5(name) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$`),
  );
  for (let from = 0; from < size.entries; from += batch) {
    await transactions.run(systemActor('bench'), (tx) =>
      tx.execute(
        `INSERT INTO audit_entries (chain_id, content, sequence, previous_hash, hash)
         SELECT chain, jsonb_build_object(
                  'at', to_char(('2021-09-01'::timestamptz + n * (interval '5 years' / $2)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'actor', jsonb_build_object('kind', 'person', 'id', bench_id('person' || school || '/' || n % 3), 'name', '填报员' || school, 'session', 's', 'address', '10.1.' || school % 250 || '.7'),
                  'action', action,
                  'subject', jsonb_build_object('kind', 'self-report', 'id', bench_id('report' || school || '/' || n * 5 / $2)),
                  'details', jsonb_build_object('schoolId', bench_id('school' || school), 'revision', n % 300) || CASE
                     WHEN action IN ('self-report.cells-saved', 'self-report.imported') THEN jsonb_build_object('changes', (
                       SELECT jsonb_agg(jsonb_build_object('cell', 'item-' || (n * 7 + c * 13) % 90 || CASE c % 2 WHEN 0 THEN '.primary' ELSE '.junior' END, 'before', c::text, 'after', (c + 1)::text))
                         FROM generate_series(1, CASE action WHEN 'self-report.imported' THEN 60 ELSE 1 + (n % 4)::int END) c))
                     ELSE '{}' END)::text,
                CASE WHEN n % 10 < 8 THEN n / 10 * 8 + n % 10 ELSE n / 10 * 2 + n % 10 - 7 END,
                repeat(md5(n::text), 2), repeat(md5((n + 1)::text), 2)
           FROM (SELECT n, (hashtext(n::text) & 2147483647) % ${size.schools} AS school,
                        CASE WHEN n % 10 < 8 THEN $3::uuid ELSE $4::uuid END AS chain,
                        CASE WHEN n % 500 = 0 THEN 'self-report.imported' WHEN n % 50 = 1 THEN 'self-report.submitted'
                             WHEN n % 50 = 2 THEN 'self-report.approved' WHEN n % 200 = 3 THEN 'self-report.returned'
                             WHEN n % 90000 = 5 THEN 'round.opened' ELSE 'self-report.cells-saved' END AS action
                   FROM generate_series($1::bigint + 1, $1::bigint + ${batch}) n) g`,
        [from, size.entries, ...chains],
      ),
    );
  }
  await transactions.run(systemActor('bench'), async (tx) => {
    await tx.execute(
      `INSERT INTO audit_chains (chain_id, head_sequence, head_hash)
       SELECT chain_id, max(sequence), repeat('0', 64) FROM audit_entries WHERE chain_id = ANY ($1::uuid[]) GROUP BY chain_id
       ON CONFLICT (chain_id) DO UPDATE SET head_sequence = EXCLUDED.head_sequence`,
      [chains],
    );
  });
  await transactions.run(systemActor('bench'), (tx) => tx.execute('ANALYZE audit_entries'));
}
