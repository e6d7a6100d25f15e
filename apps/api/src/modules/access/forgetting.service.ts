import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { RetentionRepository } from './persistence/retention.repository.ts';
import { ForgettingRepository } from './persistence/forgetting.repository.ts';

const DAY = 24 * 60 * 60_000;

/**
 * Removes what nobody needs any more of sessions, links and the history of sign-ins, as long after as is set. What happened stays
 * in the audit log.
 */
@Injectable()
export class AccessForgetting {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly repository: ForgettingRepository,
    private readonly retention: RetentionRepository,
  ) {}

  /** In batches, each a transaction of its own; rows in use are left for the next time. @returns rows removed, by table */
  async forget(): Promise<Readonly<Record<string, number>>> {
    const { endedSessionsDays, signInsDays } = await this.retention.read();
    const now = this.clock.now().getTime();
    const ended = new Date(now - endedSessionsDays * DAY);
    const tried = new Date(now - signInsDays * DAY);
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
