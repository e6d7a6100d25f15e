import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { CorrectionsService } from '../reviews/corrections.service.ts';
import type { WantedCorrection } from '../self-reports/report-corrections.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { DataSetsService } from './data-sets.service.ts';

/** A correction (更正) and the version of the data set that it makes, in one transaction. */
@Injectable()
export class CorrectedDataSetsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsService,
    private readonly corrections: CorrectionsService,
    private readonly dataSets: DataSetsService,
  ) {}

  /** @throws as `CorrectionsService.correctIn` */
  async correct(scope: Scope, rights: Scope, actor: Actor, reportId: string, wanted: WantedCorrection): Promise<void> {
    const { report } = await this.reports.record(scope, rights, reportId);
    await this.transactions.run(actor, async (tx) => {
      // What was approved until now is kept as a version even where nobody evaluated it. Of a report that is not approved nothing
      // would be kept: then the correction itself says why it is refused.
      if (report.progress.status === 'approved') await this.dataSets.freezeIn(tx, scope, report.round.id);
      await this.corrections.correctIn(tx, scope, reportId, wanted);
      await this.dataSets.freezeIn(tx, scope, report.round.id, wanted.reason);
    });
  }
}
