import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { ForgettingRepository } from './persistence/forgetting.repository.ts';

const DAY = 24 * 60 * 60_000;
/** A session that has ended is of no use to anybody; the audit log keeps that it was. */
export const ENDED_SESSIONS_KEPT_DAYS = 30;
export const SIGN_INS_KEPT_DAYS = 180;

/** Removes what nobody needs any more of sessions, links and the history of sign-ins. What happened stays in the audit log. */
@Injectable()
export class AccessForgetting {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly repository: ForgettingRepository,
  ) {}

  /** In batches, each a transaction of its own; rows in use are left for the next time. @returns rows removed, by table */
  async forget(): Promise<Readonly<Record<string, number>>> {
    const now = this.clock.now().getTime();
    const ended = new Date(now - ENDED_SESSIONS_KEPT_DAYS * DAY);
    const tried = new Date(now - SIGN_INS_KEPT_DAYS * DAY);
    const inBatches = async (remove: typeof this.repository.sessions, before: Date): Promise<number> => {
      let total = 0;
      for (;;) {
        const removed = await this.transactions.run(systemActor('forgetting'), (tx) => remove(tx, before));
        total += removed;
        if (removed === 0) return total;
      }
    };
    return {
      sessions: await inBatches(this.repository.sessions, ended),
      one_time_links: await inBatches(this.repository.links, ended),
      sign_ins: await inBatches(this.repository.signIns, tried),
    };
  }
}
