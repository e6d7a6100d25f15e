import { Injectable } from '@nestjs/common';
import type {
  EvaluationSummary,
  evaluationSchema,
  explanationSchema,
  runEvaluationRequestSchema,
} from '@junheng/api-contract';
import { evaluateCounty, explain, type EvaluationOptions, type ExplanationCell } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { presentDataSet } from '../data-sets/data-sets.presenter.ts';
import { dataSetErrors } from '../data-sets/data-sets.errors.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import type { Provenance } from '../data-sets/data-sets.types.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import type { EvaluationRun } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { summaryOf } from './run-summary.rules.ts';

type Explanation = z.infer<typeof explanationSchema>;

/** Evaluation (评估): a published edition over a frozen data set, giving verdicts and, for each number, why. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: EvaluationsRepository,
    private readonly dataSets: DataSetsService,
    private readonly rounds: RoundsService,
    private readonly reports: SelfReportsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
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
    return this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.ofCounty(tx, scope, roundId);
      const dataSet =
        request.dataSetId === undefined
          ? await this.dataSets.freezeIn(tx, scope, roundId)
          : await this.dataSets.read(scope, request.dataSetId, tx);
      if (dataSet.roundId !== roundId) throw dataSetErrors.notFound(dataSet.id);
      const { content } = await this.dataSets.content(scope, dataSet.id, tx);
      const { edition, hash } = this.standards.inForce(round.editionId);
      if (hash !== round.editionHash) throw new InvariantError(`edition ${round.editionId} is not the round's`);
      const result = evaluateCounty(edition, content, {
        ...(request.split === undefined ? {} : { split: request.split }),
        evaluationDate: request.evaluationDate ?? dateIn(round.timeZone, tx.at),
      });
      if (result.dataSetHash !== dataSet.hash)
        throw new InvariantError(`data set ${dataSet.id} does not have its hash`);
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

  /** Newest first. @throws round.not-found */
  async list(scope: Scope, roundId: string): Promise<readonly EvaluationSummary[]> {
    const dataSets = new Map((await this.dataSets.list(scope, roundId)).map((dataSet) => [dataSet.id, dataSet]));
    const runs = await this.repository.findInRound(this.database, scope, roundId);
    return runs.flatMap((run) => {
      const dataSet = dataSets.get(run.dataSetId);
      return dataSet === undefined ? [] : [present(run, dataSet)];
    });
  }

  /** @throws evaluation.not-found */
  async summary(scope: Scope, evaluationId: string): Promise<EvaluationSummary> {
    const run = await this.found(scope, evaluationId);
    return present(run, await this.dataSets.read(scope, run.dataSetId));
  }

  /** @throws evaluation.not-found */
  async read(scope: Scope, evaluationId: string): Promise<z.infer<typeof evaluationSchema>> {
    const run = await this.found(scope, evaluationId);
    const result = await this.repository.findResult(this.database, scope, evaluationId);
    if (result === null) throw evaluationErrors.notFound(evaluationId);
    const register = await this.organisations.listSchools(scope, { regionId: run.countyId });
    return {
      ...present(run, await this.dataSets.read(scope, run.dataSetId)),
      result,
      schools: register.map(({ id, townName, type }) => ({ schoolId: id, townName, type })),
    };
  }

  /**
   * Why: one node of the explanation, with the people behind each of its cells. Computed again from the frozen data, so it
   * cannot say anything else than the run did.
   * @throws evaluation.not-found, evaluation.node-not-found
   */
  async explain(scope: Scope, evaluationId: string, path: string): Promise<Explanation> {
    const run = await this.found(scope, evaluationId);
    const { content, provenance } = await this.dataSets.content(scope, run.dataSetId);
    const { edition } = this.standards.inForce(run.editionId);
    const options: EvaluationOptions = {
      split: run.options.split,
      ...(run.options.evaluationDate === null ? {} : { evaluationDate: run.options.evaluationDate }),
    };
    const node = explain(edition, content, options, path);
    if (node.kind === 'not-found') throw evaluationErrors.nodeNotFound(path);
    return { path, node, cells: await this.cellsOf(scope, provenance, node.cells) };
  }

  private async cellsOf(
    scope: Scope,
    provenance: Provenance,
    cells: readonly ExplanationCell[],
  ): Promise<Explanation['cells']> {
    const wanted = cells.flatMap(({ schoolId, key }) => {
      const school = provenance[schoolId];
      return school === undefined ? [] : [{ selfReportId: school.selfReportId, cell: key, revision: school.revision }];
    });
    const entries = new Map(
      (await this.reports.findEntries(this.database, scope, wanted)).map((entry) => [
        `${entry.selfReportId} ${entry.cell}`,
        entry,
      ]),
    );
    return cells.map(({ schoolId, key, value }) => {
      const school = provenance[schoolId];
      const entry = school === undefined ? undefined : entries.get(`${school.selfReportId} ${key}`);
      return {
        schoolId,
        cell: key,
        value,
        enteredBy: entry?.by ?? null,
        enteredAt: entry?.at.toISOString() ?? null,
        source: entry?.source ?? null,
        sourceDetail: entry?.sourceDetail ?? null,
        submittedBy: school?.submittedBy ?? null,
        submittedAt: school?.submittedAt ?? null,
        approvedBy: school?.approvedBy ?? null,
        approvedAt: school?.approvedAt ?? null,
      };
    });
  }

  private async found(scope: Scope, evaluationId: string): Promise<EvaluationRun> {
    const run = await this.repository.findById(this.database, scope, evaluationId);
    if (run === null) throw evaluationErrors.notFound(evaluationId);
    return run;
  }
}

function present(run: EvaluationRun, dataSet: Parameters<typeof presentDataSet>[0]): EvaluationSummary {
  return {
    id: run.id,
    roundId: run.roundId,
    editionId: run.editionId,
    editionHash: run.editionHash,
    rulesVersion: run.rulesVersion,
    dataSet: presentDataSet(dataSet),
    resultHash: run.resultHash,
    ...run.summary,
    ranAt: run.ranAt.toISOString(),
    ranBy: run.ranBy,
  };
}
