import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  evaluationSummarySchema,
  releaseEvaluationRequestSchema,
  schoolExplanationSchema,
  schoolResultSchema,
  schoolResultsSchema,
  type EvaluationSummary,
  type SchoolResult,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { ResultReleasesService } from './result-releases.service.ts';
import { SchoolResultsService } from './school-results.service.ts';

const idParameter = { schema: z.uuid() };
const explanationQuerySchema = z.object({ path: z.string().min(1).max(400) });

@Controller()
export class SchoolResultsController {
  constructor(
    private readonly results: SchoolResultsService,
    private readonly releases: ResultReleasesService,
    private readonly evaluations: EvaluationsService,
  ) {}

  @Post('evaluations/:evaluationId/release')
  @RequirePermission('evaluations.release')
  @Answers(evaluationSummarySchema, { status: 200 })
  async release(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('evaluationId', idParameter) evaluationId: string,
    @Body({ schema: releaseEvaluationRequestSchema }) request: z.infer<typeof releaseEvaluationRequestSchema>,
  ): Promise<EvaluationSummary> {
    await this.releases.release(scope, actor, evaluationId, request.countyVerdict);
    return this.evaluations.summary(scope, evaluationId);
  }

  @Delete('evaluations/:evaluationId/release')
  @RequirePermission('evaluations.release')
  @Answers(evaluationSummarySchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('evaluationId', idParameter) evaluationId: string,
  ): Promise<EvaluationSummary> {
    await this.releases.withdraw(scope, actor, evaluationId);
    return this.evaluations.summary(scope, evaluationId);
  }

  @Get('school-results')
  @RequirePermission('school-results.read')
  @Answers(schoolResultsSchema)
  async list(@CurrentScope() scope: Scope): Promise<z.infer<typeof schoolResultsSchema>> {
    return this.results.list(scope);
  }

  @Get('school-results/:selfReportId')
  @RequirePermission('school-results.read')
  @Answers(schoolResultSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
  ): Promise<SchoolResult> {
    return this.results.read(scope, selfReportId);
  }

  @Get('school-results/:selfReportId/explanation')
  @RequirePermission('school-results.read')
  @Answers(schoolExplanationSchema)
  async explain(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Query({ schema: explanationQuerySchema }) query: z.infer<typeof explanationQuerySchema>,
  ): Promise<z.infer<typeof schoolExplanationSchema>> {
    return this.results.explain(scope, selfReportId, query.path);
  }
}
