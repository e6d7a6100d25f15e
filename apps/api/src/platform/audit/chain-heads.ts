import type { Reader } from '../database/transaction.ts';
import type { ChainHead } from './anchors.ts';

/**
 * Where chains ended at an instant: the entry linked furthest along among those whose own time is not later. Null while an entry of
 * one of the chains from before the instant waits to be linked. A chain without such an entry is left out.
 *
 * An entry carries the time at which its transaction began, so ask only when all that began before the instant are over.
 */
export async function findHeadsAt(
  reader: Reader,
  chainIds: readonly string[],
  instant: Date,
): Promise<readonly ChainHead[] | null> {
  const parameters = [chainIds, instant.toISOString()];
  const [waiting] = await reader.query<{ waiting: boolean }>(
    `SELECT EXISTS (SELECT FROM audit_entries
       WHERE hash IS NULL AND chain_id = ANY ($1::uuid[]) AND at COLLATE "C" <= $2) AS waiting`,
    parameters,
  );
  if (waiting?.waiting === true) return null;
  return reader.query<ChainHead>(
    `SELECT c.id AS "chainId", e.sequence, e.hash
       FROM unnest($1::uuid[]) AS c (id)
      CROSS JOIN LATERAL (SELECT sequence, hash FROM audit_entries
        WHERE chain_id = c.id AND sequence IS NOT NULL AND at COLLATE "C" <= $2
        ORDER BY sequence DESC LIMIT 1) e`,
    parameters,
  );
}
