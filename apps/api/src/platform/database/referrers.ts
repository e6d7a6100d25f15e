import type { Reader } from './transaction.ts';

export interface Referrer {
  readonly table: string;
  readonly rows: number;
}

/**
 * Which tables hold rows that refer to the row with this id, by the database's own foreign keys: a table added later is
 * found without being listed anywhere. Two statements.
 *
 * @param own foreign keys whose rows belong to the row itself and go with it
 */
export async function referrersOf(
  reader: Reader,
  table: string,
  id: string,
  own: readonly string[] = [],
): Promise<readonly Referrer[]> {
  const keys = await reader.query<{ counting: string }>(
    `SELECT format('SELECT %L AS "table", count(*) AS rows FROM %s WHERE %I = $1', c.conrelid::regclass::text, c.conrelid::regclass,
              (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[1])) AS counting
       FROM pg_constraint c
      WHERE c.contype = 'f' AND c.confrelid = $1::regclass AND cardinality(c.conkey) = 1 AND c.conname <> ALL ($2::text[])
      ORDER BY c.conrelid::regclass::text, c.conname`,
    [table, own],
  );
  if (keys.length === 0) return [];
  const counted = await reader.query<Referrer>(keys.map(({ counting }) => counting).join(' UNION ALL '), [id]);
  const totals = new Map<string, number>();
  for (const { table: name, rows } of counted) totals.set(name, (totals.get(name) ?? 0) + rows);
  return [...totals].flatMap(([name, rows]) => (rows === 0 ? [] : [{ table: name, rows }]));
}
