import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { assignReviewerRequestSchema, reviewAssignmentsSchema, type ReviewAssignments } from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ReviewAssignmentsService } from './review-assignments.service.ts';

@Controller('rounds/:roundId/review-assignments')
export class ReviewAssignmentsController {
  constructor(private readonly assignments: ReviewAssignmentsService) {}

  @Get()
  @RequirePermission('rounds.read')
  @Answers(reviewAssignmentsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
  ): Promise<ReviewAssignments> {
    return this.assignments.list(scope, rights, roundId);
  }

  @Put()
  @RequirePermission('rounds.manage')
  @Answers(reviewAssignmentsSchema)
  async assign(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Body({ schema: assignReviewerRequestSchema }) request: z.infer<typeof assignReviewerRequestSchema>,
  ): Promise<ReviewAssignments> {
    await this.assignments.assign(scope, actor, { roundId, ...request });
    return this.assignments.list(scope, rights, roundId);
  }
}
