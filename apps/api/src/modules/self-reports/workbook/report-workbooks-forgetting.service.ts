import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.ts';
import { systemActor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import { ReportWorkbooksRepository } from '../persistence/report-workbooks.repository.ts';
import { UNAPPLIED_UPLOADS_KEPT_DAYS } from './report-workbook-limits.ts';

const DAY = 24 * 60 * 60_000;

/** Lets go of uploaded workbooks that nobody confirmed. That they came is in the audit log; their bytes go when nothing else has them. */
@Injectable()
export class ReportWorkbooksForgetting {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly workbooks: ReportWorkbooksRepository,
  ) {}

  /** In batches, each a transaction of its own. @returns rows removed, by table */
  async forget(): Promise<Readonly<Record<string, number>>> {
    const before = new Date(this.clock.now().getTime() - UNAPPLIED_UPLOADS_KEPT_DAYS * DAY);
    let removed = 0;
    for (;;) {
      const batch = await this.transactions.run(systemActor('forgetting'), (tx) =>
        this.workbooks.removeUnappliedBefore(tx, before),
      );
      removed += batch;
      if (batch === 0) return { report_workbooks: removed };
    }
  }
}
