/** A clock can be decades off; more than this is not told apart. */
const MOST_SECONDS = 2_000_000_000;

/**
 * How far a tablet's clock was ahead of the server's when it sent something, in seconds; negative = behind. The way of the request is
 * counted with it: a second or two say nothing.
 */
export function clockAheadSeconds(deviceTime: string, now: Date): number {
  const seconds = Math.round((Date.parse(deviceTime) - now.getTime()) / 1000);
  return Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, seconds));
}
