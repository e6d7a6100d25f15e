import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Scope } from '../../access/access.scope.ts';
import { dataSetErrors } from '../../data-sets/data-sets.errors.ts';
import { EvaluationRunsService } from '../../evaluations/evaluation-runs.service.ts';
import { ConsolidationRepository } from '../persistence/consolidation.repository.ts';
import { consolidationErrors } from './consolidation.errors.ts';
import { ConsolidationService } from './consolidation.service.ts';

/** The evaluation of the reported and of the verified data of a county, by the same edition: does the verdict hold? */
@Injectable()
export class VerifiedEvaluationsService {
  constructor(
    private readonly consolidations: ConsolidationService,
    private readonly runs: EvaluationRunsService,
    private readonly repository: ConsolidationRepository,
  ) {}

  /**
   * Runs both, now and by the rules in force, so that only the data differ. Not of data that newer approved ones replaced: the ledger
   * would reopen rows for what nobody inspected.
   * @throws inspection.not-found, consolidation.lead-only, .not-completed, .outdated, .evaluated; data-set.not-found
   */
  async run(scope: Scope, actor: Actor, inspectionId: string, countyId: string): Promise<void> {
    const read = await this.consolidations.read(scope, inspectionId);
    if (!read.leads) throw consolidationErrors.leadOnly();
    const { completed } = read;
    if (completed === null) throw consolidationErrors.notCompleted();
    if (completed.outdated.length > 0) throw consolidationErrors.outdated();
    const county = completed.counties.find((each) => each.countyId === countyId);
    if (county === undefined) throw dataSetErrors.notFound('');
    if (county.runs !== null) throw consolidationErrors.evaluated();
    const { base, verified } = county;
    const reportedId = await this.runs.run(scope, actor, base.roundId, { dataSetId: base.id });
    await this.runs.run(scope, actor, base.roundId, { dataSetId: verified.id }, async (tx, verifiedId) => {
      const added = await this.repository.addRuns(tx, completed.id, { countyId, reportedId, verifiedId });
      if (!added) throw consolidationErrors.evaluated();
    });
  }
}
