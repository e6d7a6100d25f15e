import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  evaluationJobDetailsSchema,
  evaluationJobsSchema,
  runEvaluationJobRequestSchema,
  type EvaluationJobDetails,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { EvaluationJobsService } from './evaluation-jobs.service.ts';

const idParameter = { schema: z.uuid() };

@Controller()
export class EvaluationJobsController {
  constructor(private readonly jobs: EvaluationJobsService) {}

  /** Answers at once; the job goes on by itself. */
  @Post('regions/:regionId/evaluation-jobs')
  @RequirePermission('evaluations.run-many')
  @Answers(evaluationJobDetailsSchema, { status: 201 })
  async ask(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('regionId', idParameter) regionId: string,
    @Body({ schema: runEvaluationJobRequestSchema }) request: z.infer<typeof runEvaluationJobRequestSchema>,
  ): Promise<EvaluationJobDetails> {
    return this.jobs.ask(scope, actor, regionId, request);
  }

  @Get('regions/:regionId/evaluation-jobs')
  @RequirePermission('evaluations.read')
  @Answers(evaluationJobsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Param('regionId', idParameter) regionId: string,
  ): Promise<z.infer<typeof evaluationJobsSchema>> {
    return { jobs: [...(await this.jobs.list(scope, regionId))] };
  }

  @Get('evaluation-jobs/:evaluationJobId')
  @RequirePermission('evaluations.read')
  @Answers(evaluationJobDetailsSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('evaluationJobId', idParameter) evaluationJobId: string,
  ): Promise<EvaluationJobDetails> {
    return this.jobs.read(scope, evaluationJobId);
  }

  @Post('evaluation-jobs/:evaluationJobId/cancellation')
  @RequirePermission('evaluations.run-many')
  @Answers(evaluationJobDetailsSchema)
  async cancel(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('evaluationJobId', idParameter) evaluationJobId: string,
  ): Promise<EvaluationJobDetails> {
    return this.jobs.cancel(scope, actor, evaluationJobId);
  }
}
