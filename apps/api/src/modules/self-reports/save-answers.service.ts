import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { SaveAnswersRepository } from './persistence/save-answers.repository.ts';

const DAY = 24 * 60 * 60_000;
/** Longer than a round is open: a page that was offline meanwhile still gets the answer it missed. */
export const SAVE_ANSWERS_KEPT_DAYS = 180;

/**
 * Removes the answers kept for saves that are sent twice. Sent again after that, a save is decided anew by the revisions it names:
 * what it repeats changes nothing, what somebody has changed since is a conflict; it is never applied silently.
 */
@Injectable()
export class SaveAnswersForgetting {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly repository: SaveAnswersRepository,
  ) {}

  /** In batches, each a transaction of its own. @returns rows removed, by table */
  async forget(): Promise<Readonly<Record<string, number>>> {
    const before = new Date(this.clock.now().getTime() - SAVE_ANSWERS_KEPT_DAYS * DAY);
    let saves = 0;
    for (;;) {
      const removed = await this.transactions.run(systemActor('forgetting'), (tx) =>
        this.repository.removeOlderThan(tx, before),
      );
      saves += removed;
      if (removed === 0) return { saves };
    }
  }
}
