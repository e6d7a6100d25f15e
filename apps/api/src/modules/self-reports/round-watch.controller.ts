import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  roundProgressSchema,
  sendMessageRequestSchema,
  sentMessagesSchema,
  type RoundProgress,
  type SendMessageRequest,
  type SentMessages,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { RoundWatchService } from './round-watch.service.ts';

const idParameter = { schema: z.uuid() };

@Controller('rounds/:roundId')
export class RoundWatchController {
  constructor(private readonly watch: RoundWatchService) {}

  @Get('progress')
  @RequirePermission('self-reports.read')
  @Answers(roundProgressSchema)
  async progress(@CurrentScope() scope: Scope, @Param('roundId', idParameter) roundId: string): Promise<RoundProgress> {
    return this.watch.progress(scope, roundId);
  }

  @Get('messages')
  @RequirePermission('rounds.manage')
  @Answers(sentMessagesSchema)
  async sent(@CurrentScope() scope: Scope, @Param('roundId', idParameter) roundId: string): Promise<SentMessages> {
    return this.watch.sent(scope, roundId);
  }

  @Post('messages')
  @RequirePermission('rounds.manage')
  @Answers(sentMessagesSchema)
  async send(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', idParameter) roundId: string,
    @Body({ schema: sendMessageRequestSchema }) request: SendMessageRequest,
  ): Promise<SentMessages> {
    await this.watch.send(scope, actor, roundId, request);
    return this.watch.sent(scope, roundId);
  }
}
