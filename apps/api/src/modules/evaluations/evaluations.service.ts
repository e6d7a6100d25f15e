import { Injectable } from '@nestjs/common';
import type { EvaluationSummary, evaluationSchema, explanationSchema } from '@junheng/api-contract';
import { explain, type EvaluationOptions, type ExplanationCell } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { presentDataSet } from '../data-sets/data-sets.presenter.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import type { Provenance } from '../data-sets/data-sets.types.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import type { EvaluationRun } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';

type Explanation = z.infer<typeof explanationSchema>;

/** Reading evaluations (评估): verdicts and, for each number, why. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EvaluationsRepository,
    private readonly dataSets: DataSetsService,
    private readonly reports: SelfReportsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
  ) {}

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
    // A cell of the county report belongs to no school: the node names it, and nobody of a school answers for it.
    const ofSchools = cells.filter((cell) => cell.schoolId !== '');
    return ofSchools.map(({ schoolId, key, value }) => {
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
