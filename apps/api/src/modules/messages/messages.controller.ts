import { Controller, Get, Param, Put } from '@nestjs/common';
import { ownMessagesSchema, type OwnMessages } from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { MessagesService } from './messages.service.ts';

@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @RequirePermission('self-reports.read')
  @Answers(ownMessagesSchema)
  async list(@CurrentScope() scope: Scope): Promise<OwnMessages> {
    return this.messages.own(scope);
  }

  @Put(':messageId/read')
  @RequirePermission('self-reports.read')
  @Answers()
  async read(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('messageId', { schema: z.uuid() }) messageId: string,
  ): Promise<void> {
    await this.messages.read(scope, actor, messageId);
  }
}
