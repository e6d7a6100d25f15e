import { Injectable } from '@nestjs/common';
import type { evaluationComparisonSchema, nearnessSchema } from '@junheng/api-contract';
import type { DataSet, RunBasis } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { CoreThreads } from './computing/core-threads.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import { optionsOf } from './evaluations.presenter.ts';
import { EvaluationsService } from './evaluations.service.ts';
import type { EvaluationRun } from './evaluations.types.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { changedRules } from './rules-of-run.rules.ts';

const FLIPS_SHOWN = 20;

/** What changed between two runs, and how near a verdict is to another one. Both in the thread: a county takes seconds. */
@Injectable()
export class RunComparisonsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EvaluationsRepository,
    private readonly evaluations: EvaluationsService,
    private readonly dataSets: DataSetsService,
    private readonly standards: StandardsService,
    private readonly core: CoreThreads,
  ) {}

  /** @throws evaluation.not-found for either run */
  async compare(scope: Scope, beforeId: string, afterId: string): Promise<z.infer<typeof evaluationComparisonSchema>> {
    const [before, after] = [await this.whole(scope, beforeId), await this.whole(scope, afterId)];
    const bases = { before: this.basis(before), after: this.basis(after) };
    const data = bases.before === null || bases.after === null ? null : { before: bases.before, after: bases.after };
    const comparison = await this.core.ask({ kind: 'compare', before: before.result, after: after.result, data });
    const indicators = comparison.indicators.filter((change) => change.before?.outcome !== change.after?.outcome);
    const names = new Map(
      [before.result, after.result].flatMap(({ schoolStages }) =>
        schoolStages.map(({ schoolId, name }) => [schoolId, name] as const),
      ),
    );
    for (const { content } of [before, after]) {
      for (const school of content.schools) names.set(school.schoolId, names.get(school.schoolId) ?? school.name);
    }
    return {
      before: await this.evaluations.summary(scope, beforeId),
      after: await this.evaluations.summary(scope, afterId),
      comparison: { ...comparison, indicators },
      unlistedIndicators: comparison.indicators.length - indicators.length,
      schools: [...names].map(([schoolId, name]) => ({ schoolId, name })),
      causesKnown: data !== null,
    };
  }

  /**
   * The cells of which one alone, with another number in it, would turn the verdict on the resource allocation (资源配置).
   * @throws evaluation.not-found, evaluation.rules-changed
   */
  async nearness(scope: Scope, evaluationId: string): Promise<z.infer<typeof nearnessSchema>> {
    const { run, content } = await this.found(scope, evaluationId);
    const { edition, hash } = this.standards.inForce(run.editionId);
    const changed = changedRules(run, hash);
    if (changed !== null) throw evaluationErrors.rulesChanged(changed);
    const found = await this.core.ask({ kind: 'nearness', edition, dataSet: content, options: optionsOf(run) });
    const names = new Map(content.schools.map((school) => [school.schoolId, school.name]));
    const flipping = found.numbers.filter(({ up, down }) => up !== null || down !== null);
    return {
      outcome: found.outcome,
      tried: found.numbers.length + found.answers.length + found.missing.length,
      flipping: flipping.length,
      flips: flipping.slice(0, FLIPS_SHOWN).flatMap(({ schoolId, key, value, up, down }) => {
        const nearest = [up, down]
          .flatMap((flip) => flip ?? [])
          .sort((a, b) => (a.relativeChange ?? Infinity) - (b.relativeChange ?? Infinity))[0];
        if (nearest === undefined || schoolId === null) return [];
        const { value: to, change, relativeChange, outcome } = nearest;
        const schoolName = names.get(schoolId) ?? schoolId;
        return [{ schoolId, schoolName, cell: key, value, to, change, relativeChange, outcome }];
      }),
      missing: found.missing.length,
    };
  }

  private async found(scope: Scope, evaluationId: string) {
    const run = await this.repository.findById(this.database, scope, evaluationId);
    if (run === null) throw evaluationErrors.notFound(evaluationId);
    const { content } = await this.dataSets.content(scope, run.dataSetId);
    return { run, content };
  }

  private async whole(scope: Scope, evaluationId: string) {
    const found = await this.found(scope, evaluationId);
    const result = await this.repository.findResult(this.database, scope, evaluationId);
    if (result === null) throw evaluationErrors.notFound(evaluationId);
    return { ...found, result };
  }

  /** Null where the run was made by rules that are no longer in force: which cells mattered cannot be told by others. */
  private basis({ run, content }: { readonly run: EvaluationRun; readonly content: DataSet }): RunBasis | null {
    const { edition, hash } = this.standards.inForce(run.editionId);
    return changedRules(run, hash) === null ? { edition, dataSet: content } : null;
  }
}
