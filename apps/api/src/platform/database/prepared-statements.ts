import { createHash } from 'node:crypto';

/** Texts that came at least so often are prepared; a text with values written into it would not come again. */
const TIMES_SEEN = 3;
/** Each connection keeps the plans of all of them. */
const MOST_PREPARED = 400;
const MOST_COUNTED = 5_000;

const counted = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared on each connection, so that PostgreSQL parses and plans it once there and not with
 * every request: reading a report takes 2 ms, planning how to read it 15. Undefined while its text has not come again.
 */
export function preparedName(sql: string): string | undefined {
  const name = names.get(sql);
  if (name !== undefined || names.size >= MOST_PREPARED) return name;
  const times = (counted.get(sql) ?? 0) + 1;
  if (times < TIMES_SEEN) {
    if (counted.size >= MOST_COUNTED) counted.clear();
    counted.set(sql, times);
    return undefined;
  }
  counted.delete(sql);
  const given = `s${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  names.set(sql, given);
  return given;
}
