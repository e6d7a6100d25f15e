import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import type { EvaluationRun } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { ResultReleasesRepository } from './persistence/result-releases.repository.ts';
import { partsOfSchools } from './school-results.rules.ts';

/** Releasing an evaluation to the schools (公布), an act of its own: a run may be a trial, and a number once seen is not unseen. */
@Injectable()
export class ResultReleasesService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: ResultReleasesRepository,
    private readonly evaluations: EvaluationsRepository,
    private readonly dataSets: DataSetsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** Every school of the run sees its own part, instead of that of an earlier release of the round. @throws evaluation.not-found */
  async release(scope: Scope, actor: Actor, evaluationId: string, countyVerdict: boolean): Promise<void> {
    const run = await this.found(scope, evaluationId);
    const result = await this.evaluations.findResult(this.database, scope, evaluationId);
    if (result === null) throw evaluationErrors.notFound(evaluationId);
    const { content, provenance, changes } = await this.dataSets.content(scope, run.dataSetId);
    // What an inspection found is the county's to answer first; schools see what was approved.
    if (changes !== null) throw evaluationErrors.notFound(evaluationId);
    const { edition } = this.standards.inForce(run.editionId);
    const parts = partsOfSchools(edition, content, result, new Set(Object.keys(provenance)));
    await this.transactions.run(actor, async (tx) => {
      await this.repository.holdRound(tx, scope, run.roundId);
      const replaced = await this.repository.withdraw(tx, scope, run.roundId, null);
      const { countyId, roundId } = run;
      const schools = await this.repository.insert(
        tx,
        scope,
        { countyId, roundId, evaluationId, countyVerdict },
        parts,
      );
      await this.audit.append(tx, {
        countyId,
        action: 'evaluation.released',
        subject: { kind: 'evaluation', id: evaluationId },
        details: { roundId, countyVerdict, schools, resultHash: run.resultHash, replaced: replaced > 0 },
      });
    });
  }

  /** Schools no longer see it. @throws evaluation.not-found, evaluation.not-released */
  async withdraw(scope: Scope, actor: Actor, evaluationId: string): Promise<void> {
    const { roundId, countyId } = await this.found(scope, evaluationId);
    await this.transactions.run(actor, async (tx) => {
      await this.repository.holdRound(tx, scope, roundId);
      const withdrawn = await this.repository.withdraw(tx, scope, roundId, evaluationId);
      if (withdrawn === 0) throw evaluationErrors.notReleased(evaluationId);
      await this.audit.append(tx, {
        countyId,
        action: 'evaluation.release-withdrawn',
        subject: { kind: 'evaluation', id: evaluationId },
        details: { roundId },
      });
    });
  }

  private async found(scope: Scope, evaluationId: string): Promise<EvaluationRun> {
    const run = await this.evaluations.findById(this.database, scope, evaluationId);
    if (run === null) throw evaluationErrors.notFound(evaluationId);
    return run;
  }
}
