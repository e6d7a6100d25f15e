import { Injectable } from '@nestjs/common';
import type { EvaluationSummary, evaluationSchema, explanationSchema } from '@junheng/api-contract';
import { explain, type CountyEvaluation, type SpecialRuleUse } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { EvidenceService } from '../evidence/evidence.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { CellOriginsService } from './cell-origins.service.ts';
import { AT_ONCE, CoreThreads } from './computing/core-threads.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import { optionsOf, presentEvaluation } from './evaluations.presenter.ts';
import type { EvaluationRun, RunUntil } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { changedRules } from './rules-of-run.rules.ts';

/** A rule of the county itself names no school. */
const UUID = /^[0-9a-f-]{36}$/;

type Explanation = z.infer<typeof explanationSchema>;

/** Reading evaluations (评估): verdicts and, for each number, why. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EvaluationsRepository,
    private readonly dataSets: DataSetsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly origins: CellOriginsService,
    private readonly evidence: EvidenceService,
    private readonly core: CoreThreads,
  ) {}

  /** Newest first. @throws round.not-found */
  async list(scope: Scope, roundId: string): Promise<readonly EvaluationSummary[]> {
    const dataSets = new Map((await this.dataSets.list(scope, roundId)).map((dataSet) => [dataSet.id, dataSet]));
    const runs = await this.repository.findInRound(this.database, scope, roundId);
    const changed = await this.dataSets.changedSince(scope, roundId);
    return runs.flatMap((run) => {
      const dataSet = dataSets.get(run.dataSetId);
      return dataSet === undefined ? [] : [presentEvaluation(run, dataSet, changed.get(dataSet.id))];
    });
  }

  /** @throws evaluation.not-found */
  async summary(scope: Scope, evaluationId: string): Promise<EvaluationSummary> {
    const run = await this.found(scope, evaluationId);
    return this.presented(scope, run);
  }

  /** @throws evaluation.not-found */
  async read(scope: Scope, evaluationId: string): Promise<z.infer<typeof evaluationSchema>> {
    const run = await this.found(scope, evaluationId);
    const result = await this.repository.findResult(this.database, scope, evaluationId);
    if (result === null) throw evaluationErrors.notFound(evaluationId);
    // Runs of the first releases did not list what they relied on.
    const rules: readonly SpecialRuleUse[] | undefined = result.specialRules;
    const relying = [...new Set((rules ?? []).flatMap(({ schoolId }) => (UUID.test(schoolId) ? [schoolId] : [])))];
    const register = await this.organisations.listSchools(scope, { regionId: run.countyId });
    return {
      ...(await this.presented(scope, run)),
      result,
      schools: register.map(({ id, townName, type }) => ({ schoolId: id, townName, type })),
      ruleEvidence: [...(await this.evidence.provingRules(this.database, scope, run.roundId, relying))],
    };
  }

  /** As it was stored, for whoever goes on computing with it. @throws evaluation.not-found */
  async stored(
    scope: Scope,
    evaluationId: string,
  ): Promise<{ readonly run: EvaluationRun; readonly result: CountyEvaluation }> {
    const run = await this.found(scope, evaluationId);
    const result = await this.repository.findResult(this.database, scope, evaluationId);
    if (result === null) throw evaluationErrors.notFound(evaluationId);
    return { run, result };
  }

  /** How a county stood up to a year, by an edition: the newest run that is no trial, over approved data of that year or before. */
  async newestUntil(
    scope: Scope,
    countyId: string,
    wanted: readonly { readonly editionId: string; readonly year: number }[],
  ): Promise<readonly RunUntil[]> {
    const asked = [];
    for (const { editionId, year } of wanted) {
      const { edition } = await this.standards.find(this.database, editionId);
      asked.push({ editionId, year, split: edition.splitting.method });
    }
    return this.repository.findNewestUntil(this.database, scope, countyId, asked);
  }

  /**
   * Why: one node of the explanation, with the people behind each of its cells. Computed again from the frozen data by the rules of
   * the run, so it cannot say anything else than the run did; by other rules nothing is explained.
   * @throws evaluation.not-found, evaluation.node-not-found, evaluation.rules-changed
   */
  async explain(scope: Scope, evaluationId: string, path: string): Promise<Explanation> {
    const run = await this.found(scope, evaluationId);
    const { content, provenance, countyProvenance, changes } = await this.dataSets.content(scope, run.dataSetId);
    const { edition, hash } = this.standards.inForce(run.editionId);
    const changed = changedRules(run, hash);
    if (changed !== null) throw evaluationErrors.rulesChanged(changed);
    const options = optionsOf(run);
    const node =
      content.schools.length <= AT_ONCE
        ? explain(edition, content, options, path)
        : await this.core.ask({ kind: 'explain', edition, editionHash: hash, dataSet: content, options, path });
    if (node.kind === 'not-found') throw evaluationErrors.nodeNotFound(path);
    return {
      path,
      node,
      cells: await this.origins.of(
        scope,
        { schools: provenance, county: countyProvenance, changes: changes ?? [] },
        node.cells,
      ),
    };
  }

  private async presented(scope: Scope, run: EvaluationRun): Promise<EvaluationSummary> {
    const dataSet = await this.dataSets.read(scope, run.dataSetId);
    const changed = await this.dataSets.changedSince(scope, run.roundId, run.dataSetId);
    return presentEvaluation(run, dataSet, changed.get(run.dataSetId));
  }

  private async found(scope: Scope, evaluationId: string): Promise<EvaluationRun> {
    const run = await this.repository.findById(this.database, scope, evaluationId);
    if (run === null) throw evaluationErrors.notFound(evaluationId);
    return run;
  }
}
