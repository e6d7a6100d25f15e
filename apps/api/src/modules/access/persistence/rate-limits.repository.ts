import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { blockMilliseconds, type LimitRule } from '../access.rules.ts';

/** Counted failures wait for the next one, or for a right try, however long that takes. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

@Injectable()
export class RateLimitsRepository {
  /**
   * Counts a try before it is made, so that a burst of simultaneous tries is counted too: the row's lock lets them pass one
   * by one. Once the free ones are used up the key is blocked for a while.
   *
   * @returns until when the key is blocked already (this try must not be made), null if it may be made
   */
  async take(tx: Transaction, key: string, rule: LimitRule): Promise<Date | null> {
    const [row] = await tx.query<{ count: number; blockedUntil: Date | null }>(
      `INSERT INTO rate_limits (key, count, window_ends_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN rate_limits.window_ends_at <= $3 THEN 1 ELSE rate_limits.count + 1 END,
         window_ends_at = EXCLUDED.window_ends_at
       RETURNING count, blocked_until AS "blockedUntil"`,
      [key, new Date(tx.at.getTime() + rule.windowMilliseconds), tx.at],
    );
    if (row?.blockedUntil && row.blockedUntil > tx.at) return row.blockedUntil;
    const block = blockMilliseconds(rule, row?.count ?? 1);
    await tx.execute('UPDATE rate_limits SET blocked_until = $2 WHERE key = $1', [
      key,
      block === 0 ? null : new Date(tx.at.getTime() + block),
    ]);
    return null;
  }

  async forget(tx: Transaction, key: string): Promise<void> {
    await tx.execute('DELETE FROM rate_limits WHERE key = $1', [key]);
  }

  /** The try turned out to be right: it does not count. */
  async giveBack(tx: Transaction, key: string, rule: LimitRule): Promise<void> {
    await tx.execute(
      `UPDATE rate_limits SET count = greatest(count - 1, 0),
         blocked_until = CASE WHEN count - 1 < $2 THEN NULL ELSE blocked_until END
       WHERE key = $1`,
      [key, rule.free],
    );
  }

  async forgetEnded(tx: Transaction): Promise<void> {
    // Rows that somebody is counting in are left for the next time: waiting for them could deadlock.
    await tx.execute(
      `DELETE FROM rate_limits WHERE key IN (
         SELECT key FROM rate_limits WHERE window_ends_at < $1 FOR UPDATE SKIP LOCKED)`,
      [tx.at],
    );
  }

  /**
   * Counts a failure that is to be reported, but not each by itself: the first at once, those after it together.
   * @returns how many to report now; null while they are only counted
   */
  async countFailure(tx: Transaction, key: string, quietMilliseconds: number): Promise<number | null> {
    const [row] = await tx.query<{ count: number; blockedUntil: Date | null }>(
      `INSERT INTO rate_limits (key, count, window_ends_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET count = rate_limits.count + 1
       RETURNING count, blocked_until AS "blockedUntil"`,
      [key, NEVER],
    );
    if (row === undefined || (row.blockedUntil !== null && row.blockedUntil > tx.at)) return null;
    await tx.execute('UPDATE rate_limits SET count = 0, blocked_until = $2 WHERE key = $1', [
      key,
      new Date(tx.at.getTime() + quietMilliseconds),
    ]);
    return row.count;
  }

  /** The failures counted and not reported yet, which now are. */
  async takeFailures(tx: Transaction, key: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>('DELETE FROM rate_limits WHERE key = $1 RETURNING count', [key]);
    return row?.count ?? 0;
  }
}
