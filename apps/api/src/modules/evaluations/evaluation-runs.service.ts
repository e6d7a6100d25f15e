import { Injectable } from '@nestjs/common';
import type { runEvaluationRequestSchema } from '@junheng/api-contract';
import type { CountyEvaluation, DataSet, EvaluationOptions, RectificationProblem } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { dataSetErrors } from '../data-sets/data-sets.errors.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import type { FrozenDataSet } from '../data-sets/data-sets.types.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import type { EditionInForce } from '../standards/standards.types.ts';
import { computeRun } from './computing/compute-run.ts';
import { AT_ONCE, CoreThreads } from './computing/core-threads.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import type { ComputedRun } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { RunFollowers } from './run-followers.service.ts';

/** Running evaluations (评估): a published edition over a frozen data set. */
@Injectable()
export class EvaluationRunsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: EvaluationsRepository,
    private readonly dataSets: DataSetsService,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly core: CoreThreads,
    private readonly followers: RunFollowers,
  ) {}

  /**
   * Freezes what is approved (a new version only if something changed), or takes an earlier version, and evaluates it. The
   * same data set, options and rules give the same result hash, however often it runs. By another edition than the round's it is
   * a trial: what that edition asks and the data do not hold is missing.
   * @param alongside done in the transaction that stores the run; where it rejects, nothing is stored
   * @returns the id of the run
   * @throws round.not-found, data-set.not-found, data-set.nothing-approved, edition.not-found
   */
  async run(
    scope: Scope,
    actor: Actor,
    roundId: string,
    request: z.infer<typeof runEvaluationRequestSchema>,
    alongside?: (tx: Transaction, evaluationId: string) => Promise<void>,
  ): Promise<string> {
    const round = await this.rounds.ofCounty(this.database, scope, roundId);
    const inForce = await this.edition(scope, round.editionId, request.editionId);
    if (inForce.id === round.editionId && inForce.hash !== round.editionHash) {
      throw new InvariantError(`edition ${round.editionId} is not the round's`);
    }
    // Freezing holds the round's reports, computing does not: nobody's save waits for an evaluation.
    const dataSet =
      request.dataSetId === undefined
        ? await this.dataSets.freeze(scope, actor, roundId)
        : await this.dataSets.read(scope, request.dataSetId);
    if (dataSet.roundId !== roundId) throw dataSetErrors.notFound(dataSet.id);
    const contentText = await this.dataSets.contentText(scope, dataSet.id);
    const today = dateIn(round.timeZone, this.clock.now());
    const computed = await this.compute(inForce, dataSet, contentText, {
      ...(request.split === undefined ? {} : { split: request.split }),
      evaluationDate: request.evaluationDate ?? today,
    });
    const { dataSetHash, problemsText, ...run } = computed;
    if (dataSetHash !== dataSet.hash) throw new InvariantError(`data set ${dataSet.id} does not have its hash`);
    return this.transactions.run(actor, async (tx) => {
      const id = await this.repository.insert(tx, scope, {
        ...run,
        roundId,
        countyId: round.regionId,
        dataSetId: dataSet.id,
      });
      if (id === null) throw evaluationErrors.notFound(roundId);
      await this.audit.append(tx, {
        countyId: round.regionId,
        action: 'evaluation.ran',
        subject: { kind: 'evaluation', id },
        details: {
          roundId,
          dataSetId: dataSet.id,
          dataSetHash,
          resultHash: run.resultHash,
          editionId: run.editionId,
          ...run.options,
        },
      });
      await alongside?.(tx, id);
      await this.followers.tell(tx, {
        id,
        round,
        editionId: run.editionId,
        dataSet,
        // What it was made of decides, not whether somebody said so: as in EvaluationsRepository.findNewestUntil.
        trial:
          inForce.id !== round.editionId ||
          run.options.split !== inForce.edition.splitting.method ||
          run.options.evaluationDate !== today,
        problems: () => JSON.parse(problemsText) as RectificationProblem[],
        read: () => ({
          content: JSON.parse(contentText) as DataSet,
          result: JSON.parse(run.resultText) as CountyEvaluation,
        }),
      });
      return id;
    });
  }

  /** The round's own, or one that somebody names: only an edition that concerns them. @throws edition.not-found */
  private async edition(scope: Scope, ownId: string, wantedId: string | undefined): Promise<EditionInForce> {
    if (wantedId === undefined || wantedId === ownId) return this.standards.inForce(ownId);
    const { id } = await this.standards.read(scope, wantedId);
    return this.standards.find(this.database, id);
  }

  private async compute(
    { edition, hash }: EditionInForce,
    dataSet: FrozenDataSet,
    contentText: string,
    options: EvaluationOptions,
  ): Promise<ComputedRun> {
    return dataSet.schoolCount + dataSet.missingSchools.length <= AT_ONCE
      ? computeRun(edition, contentText, options)
      : this.core.ask({ kind: 'evaluate', edition, editionHash: hash, contentText, options });
  }
}
