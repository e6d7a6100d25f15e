import { Controller, Get, Param } from '@nestjs/common';
import { inspectionResultsSchema, type InspectionResults } from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentFullScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { ConsolidationService } from './consolidation.service.ts';
import { resultsOf } from './results.rules.ts';

/** What a project's signed visits come to, for whoever sees the project: of the counties they read. */
@Controller('inspections/:inspectionId/results')
export class ResultsController {
  constructor(
    private readonly consolidations: ConsolidationService,
    private readonly standards: StandardsService,
  ) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(inspectionResultsSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', { schema: z.uuid() }) inspectionId: string,
  ): Promise<InspectionResults> {
    const part = await this.consolidations.comparedFor(scope, inspectionId);
    return resultsOf(part, this.standards.inForce(part.inspection.editionId).edition);
  }
}
