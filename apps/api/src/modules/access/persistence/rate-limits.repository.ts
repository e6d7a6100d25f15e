import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { blockMilliseconds, type LimitRule } from '../access.rules.ts';

@Injectable()
export class RateLimitsRepository {
  constructor(private readonly database: Database) {}

  /** Until when this key is blocked, null if it is not. */
  async blockedUntil(key: string, now: Date, reader: Reader = this.database): Promise<Date | null> {
    const [row] = await reader.query<{ blockedUntil: Date }>(
      'SELECT blocked_until AS "blockedUntil" FROM rate_limits WHERE key = $1 AND blocked_until > $2',
      [key, now],
    );
    return row?.blockedUntil ?? null;
  }

  /**
   * Counts a try before it is made, so that a burst of simultaneous tries is counted too, and blocks the key once the free
   * ones are used up. Gives the number of this try.
   */
  async count(tx: Transaction, key: string, rule: LimitRule): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `INSERT INTO rate_limits (key, count, window_ends_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN rate_limits.window_ends_at <= $3 THEN 1 ELSE rate_limits.count + 1 END,
         window_ends_at = EXCLUDED.window_ends_at
       RETURNING count`,
      [key, new Date(tx.at.getTime() + rule.windowMilliseconds), tx.at],
    );
    const count = row?.count ?? 1;
    const block = blockMilliseconds(rule, count);
    await tx.execute('UPDATE rate_limits SET blocked_until = $2 WHERE key = $1', [
      key,
      block === 0 ? null : new Date(tx.at.getTime() + block),
    ]);
    return count;
  }

  async forget(tx: Transaction, key: string): Promise<void> {
    await tx.execute('DELETE FROM rate_limits WHERE key = $1', [key]);
  }

  /** The try turned out to be right: it does not count. */
  async giveBack(tx: Transaction, key: string): Promise<void> {
    await tx.execute('UPDATE rate_limits SET count = greatest(count - 1, 0), blocked_until = NULL WHERE key = $1', [
      key,
    ]);
  }

  async forgetEnded(tx: Transaction): Promise<void> {
    await tx.execute('DELETE FROM rate_limits WHERE window_ends_at < $1', [tx.at]);
  }
}
