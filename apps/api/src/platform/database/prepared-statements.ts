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

/** How many elements PostgreSQL reckons with where it does not know the array. */
const RECKONED_WITH = 10;

/**
 * The array of a statement that is to keep one plan for all calls, at least so long: with fewer elements a plan for this very call looks
 * cheaper, and PostgreSQL makes a new one with every call, which takes several times as long as running it.
 * @param filler an element that finds nothing, or nothing more
 */
export function forOnePlan<Element>(elements: readonly Element[], filler: Element): readonly Element[] {
  const missing = Math.max(0, RECKONED_WITH - elements.length);
  return [...elements, ...Array.from({ length: missing }, () => filler)];
}
