const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Milliseconds to wait after `failures` failed attempts in a row (1 or more): doubling, at most half a minute, spread by a
 * quarter either way so that a thousand schools do not come back in the same instant. Never earlier than the server asked.
 *
 * @param random in [0, 1)
 */
export function backoffMs(failures: number, random: number, retryAfterSeconds: number | null): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.max(Math.round(doubled * (0.75 + random / 2)), (retryAfterSeconds ?? 0) * 1000);
}
