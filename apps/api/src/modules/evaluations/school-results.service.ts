import { Injectable } from '@nestjs/common';
import type { SchoolResult, schoolExplanationSchema, schoolResultsSchema } from '@junheng/api-contract';
import { explain } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { CellOriginsService } from './cell-origins.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import { optionsOf } from './evaluations.presenter.ts';
import type { ListedSchoolResult, ReleasedSchoolResult } from './evaluations.types.ts';
import { ResultReleasesRepository } from './persistence/result-releases.repository.ts';
import { changedRules } from './rules-of-run.rules.ts';
import { isNodeOfSchool } from './school-results.rules.ts';

/** What a school may see of a released evaluation (评估): its own result, and why. */
@Injectable()
export class SchoolResultsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ResultReleasesRepository,
    private readonly dataSets: DataSetsService,
    private readonly standards: StandardsService,
    private readonly origins: CellOriginsService,
  ) {}

  async list(scope: Scope): Promise<z.infer<typeof schoolResultsSchema>> {
    return { results: (await this.repository.findReleased(this.database, scope)).map(presentListed) };
  }

  /** @throws school-result.not-found */
  async read(scope: Scope, selfReportId: string): Promise<SchoolResult> {
    const released = await this.found(scope, selfReportId);
    const { content, summary } = released;
    return {
      ...presentListed(released),
      ...content,
      schoolStages: [...content.schoolStages],
      outOfScope: [...content.outOfScope],
      specialRules: [...content.specialRules],
      campuses: [...content.campuses],
      places: [...content.places],
      editionId: released.editionId,
      releasedBy: released.releasedBy,
      ranAt: released.ranAt.toISOString(),
      evaluationDate: released.options.evaluationDate,
      resultHash: released.resultHash,
      county: released.countyVerdict
        ? {
            outcome: summary.county,
            resourceAllocation: summary.resourceAllocation,
            stages: summary.stages.map(({ stage, outcome }) => ({ stage, outcome })),
          }
        : null,
    };
  }

  /**
   * Why, for a node of this school. Computed from the school's own frozen records alone: of others there is nothing to tell.
   * @throws school-result.not-found, evaluation.node-not-found, evaluation.rules-changed
   */
  async explain(scope: Scope, selfReportId: string, path: string): Promise<z.infer<typeof schoolExplanationSchema>> {
    const released = await this.found(scope, selfReportId);
    if (!isNodeOfSchool(path, released.schoolId)) throw evaluationErrors.nodeNotFound(path);
    const { content, provenance } = await this.dataSets.unitContent(scope, released.dataSetId, released);
    const { edition, hash } = this.standards.inForce(released.editionId);
    const changed = changedRules(released, hash);
    if (changed !== null) throw evaluationErrors.rulesChanged(changed);
    const node = explain(edition, content, optionsOf(released), path);
    if (node.kind === 'not-found') throw evaluationErrors.nodeNotFound(path);
    return {
      path,
      node,
      cells: await this.origins.of(scope, { schools: provenance, county: null, changes: [] }, node.cells),
    };
  }

  private async found(scope: Scope, selfReportId: string): Promise<ReleasedSchoolResult> {
    const released = await this.repository.findOfReport(this.database, scope, selfReportId);
    if (released === null) throw evaluationErrors.resultNotFound(selfReportId);
    return released;
  }
}

function presentListed(listed: ListedSchoolResult) {
  const { selfReportId, schoolId, schoolName, roundId, kind, year, releasedAt } = listed;
  return {
    selfReportId,
    schoolId,
    schoolName,
    round: { id: roundId, kind, year },
    releasedAt: releasedAt.toISOString(),
  };
}
