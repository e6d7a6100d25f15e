import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  extendDeadlineRequestSchema,
  joinRoundRequestSchema,
  openRoundRequestSchema,
  roundSchema,
  roundSelfReportsSchema,
  type JoinRoundRequest,
  type Round,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { RoundOpeningService } from './round-opening.service.ts';
import { SelfReportsService } from './self-reports.service.ts';

/** A round together with the reports in it: opening one creates them. */
@Controller('rounds')
export class RoundReportsController {
  constructor(
    private readonly opening: RoundOpeningService,
    private readonly rounds: RoundsService,
    private readonly reports: SelfReportsService,
  ) {}

  @Post()
  @RequirePermission('rounds.manage')
  @Answers(roundSchema, { status: 201 })
  async open(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: openRoundRequestSchema }) request: z.infer<typeof openRoundRequestSchema>,
  ): Promise<Round> {
    const { id } = await this.opening.open(scope, actor, request);
    return this.rounds.read(scope, id);
  }

  @Get(':roundId/self-reports')
  @RequirePermission('self-reports.read')
  @Answers(roundSelfReportsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
  ): Promise<z.infer<typeof roundSelfReportsSchema>> {
    return this.reports.listInRound(scope, roundId);
  }

  @Post(':roundId/schools')
  @RequirePermission('rounds.manage')
  @Answers()
  async join(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Body({ schema: joinRoundRequestSchema }) request: JoinRoundRequest,
  ): Promise<void> {
    await this.opening.join(scope, actor, { roundId, schoolId: request.schoolId });
  }

  @Put(':roundId/extensions/:schoolId')
  @RequirePermission('rounds.manage')
  @Answers()
  async extend(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Param('schoolId', { schema: z.uuid() }) schoolId: string,
    @Body({ schema: extendDeadlineRequestSchema }) request: z.infer<typeof extendDeadlineRequestSchema>,
  ): Promise<void> {
    await this.opening.extend(scope, actor, { roundId, schoolId, ...request });
  }
}
