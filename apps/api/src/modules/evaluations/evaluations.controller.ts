import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  comparisonQuerySchema,
  evaluationComparisonSchema,
  evaluationSchema,
  evaluationSummariesSchema,
  evaluationSummarySchema,
  explanationSchema,
  nearnessSchema,
  runEvaluationRequestSchema,
  type EvaluationSummary,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { EvaluationRunsService } from './evaluation-runs.service.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { RunComparisonsService } from './run-comparisons.service.ts';

const idParameter = { schema: z.uuid() };
const explanationQuerySchema = z.object({ path: z.string().min(1).max(400) });

@Controller()
export class EvaluationsController {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly runs: EvaluationRunsService,
    private readonly comparisons: RunComparisonsService,
  ) {}

  @Post('rounds/:roundId/evaluations')
  @RequirePermission('evaluations.run')
  @Answers(evaluationSummarySchema, { status: 201 })
  async run(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', idParameter) roundId: string,
    @Body({ schema: runEvaluationRequestSchema }) request: z.infer<typeof runEvaluationRequestSchema>,
  ): Promise<EvaluationSummary> {
    return this.evaluations.summary(scope, await this.runs.run(scope, actor, roundId, request));
  }

  @Get('rounds/:roundId/evaluations')
  @RequirePermission('evaluations.read')
  @Answers(evaluationSummariesSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Param('roundId', idParameter) roundId: string,
  ): Promise<z.infer<typeof evaluationSummariesSchema>> {
    return { evaluations: [...(await this.evaluations.list(scope, roundId))] };
  }

  @Get('evaluations/:evaluationId')
  @RequirePermission('evaluations.read')
  @Answers(evaluationSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('evaluationId', idParameter) evaluationId: string,
  ): Promise<z.infer<typeof evaluationSchema>> {
    return this.evaluations.read(scope, evaluationId);
  }

  @Get('evaluations/:evaluationId/explanation')
  @RequirePermission('evaluations.read')
  @Answers(explanationSchema)
  async explain(
    @CurrentScope() scope: Scope,
    @Param('evaluationId', idParameter) evaluationId: string,
    @Query({ schema: explanationQuerySchema }) query: z.infer<typeof explanationQuerySchema>,
  ): Promise<z.infer<typeof explanationSchema>> {
    return this.evaluations.explain(scope, evaluationId, query.path);
  }

  /** From the run named in the query to this one. */
  @Get('evaluations/:evaluationId/comparison')
  @RequirePermission('evaluations.read')
  @Answers(evaluationComparisonSchema)
  async compare(
    @CurrentScope() scope: Scope,
    @Param('evaluationId', idParameter) evaluationId: string,
    @Query({ schema: comparisonQuerySchema }) query: z.infer<typeof comparisonQuerySchema>,
  ): Promise<z.infer<typeof evaluationComparisonSchema>> {
    return this.comparisons.compare(scope, query.before, evaluationId);
  }

  @Get('evaluations/:evaluationId/nearness')
  @RequirePermission('evaluations.read')
  @Answers(nearnessSchema)
  async nearness(
    @CurrentScope() scope: Scope,
    @Param('evaluationId', idParameter) evaluationId: string,
  ): Promise<z.infer<typeof nearnessSchema>> {
    return this.comparisons.nearness(scope, evaluationId);
  }
}
