import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { AuditIndexRepository } from './persistence/audit-index.repository.ts';

/**
 * Keeps what the audit log is searched by up with what is sealed. It is done when somebody looks and now and then beside it,
 * never in the transaction of a save: on the last day of a round nobody waits for it.
 */
@Injectable()
export class AuditIndexing {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AuditIndexRepository,
  ) {}

  /** Everything sealed by now, unless another process is at it already. @returns entries that were new */
  async catchUp(): Promise<number> {
    let total = 0;
    for (;;) {
      const indexed = await this.transactions.run(systemActor('audit-indexing'), async (tx) =>
        (await this.repository.hold(tx)) ? this.repository.indexNext(tx) : 0,
      );
      total += indexed;
      if (indexed === 0) return total;
    }
  }

  /** For the hourly housekeeping: a log nobody looks at is indexed too. */
  async forget(): Promise<Readonly<Record<string, number>>> {
    await this.catchUp();
    return {};
  }
}
