import { Injectable } from '@nestjs/common';
import type { runEvaluationRequestSchema } from '@junheng/api-contract';
import { evaluateCounty } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { dataSetErrors } from '../data-sets/data-sets.errors.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { summaryOf } from './run-summary.rules.ts';

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
  ) {}

  /**
   * Freezes what is approved (a new version only if something changed), or takes an earlier version, and evaluates it. The
   * same data set, options and rules give the same result hash, however often it runs.
   * @returns the id of the run
   * @throws round.not-found, data-set.not-found, data-set.nothing-approved
   */
  async run(
    scope: Scope,
    actor: Actor,
    roundId: string,
    request: z.infer<typeof runEvaluationRequestSchema>,
  ): Promise<string> {
    const round = await this.rounds.ofCounty(this.database, scope, roundId);
    // Freezing holds the round's reports, computing does not: nobody's save waits for an evaluation.
    const dataSet =
      request.dataSetId === undefined
        ? await this.dataSets.freeze(scope, actor, roundId)
        : await this.dataSets.read(scope, request.dataSetId);
    if (dataSet.roundId !== roundId) throw dataSetErrors.notFound(dataSet.id);
    const { content } = await this.dataSets.content(scope, dataSet.id);
    const { edition, hash } = this.standards.inForce(round.editionId);
    if (hash !== round.editionHash) throw new InvariantError(`edition ${round.editionId} is not the round's`);
    const result = evaluateCounty(edition, content, {
      ...(request.split === undefined ? {} : { split: request.split }),
      evaluationDate: request.evaluationDate ?? dateIn(round.timeZone, this.clock.now()),
    });
    if (result.dataSetHash !== dataSet.hash) throw new InvariantError(`data set ${dataSet.id} does not have its hash`);
    return this.transactions.run(actor, async (tx) => {
      const id = await this.repository.insert(tx, scope, {
        roundId,
        countyId: round.regionId,
        dataSetId: dataSet.id,
        editionId: result.editionId,
        editionHash: result.editionHash,
        options: result.options,
        rulesVersion: result.rulesVersion,
        resultHash: result.hash,
        summary: summaryOf(result),
        result,
      });
      if (id === null) throw evaluationErrors.notFound(roundId);
      await this.audit.append(tx, {
        countyId: round.regionId,
        action: 'evaluation.ran',
        subject: { kind: 'evaluation', id },
        details: {
          roundId,
          dataSetId: dataSet.id,
          dataSetHash: dataSet.hash,
          resultHash: result.hash,
          ...result.options,
        },
      });
      return id;
    });
  }
}
