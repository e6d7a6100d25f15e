import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import {
  liveSessionsSchema,
  retentionRequestSchema,
  retentionSchema,
  signInsQuerySchema,
  signInsSchema,
  type LiveSessions,
  type Retention,
  type RetentionRequest,
  type SignIns,
  type SignInsQuery,
} from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from './access.decorators.ts';
import { Scope } from './access.scope.ts';
import { SignInWatch } from './sign-in-watch.service.ts';

/** Who signs in, from where, and how often it fails. */
@Controller()
export class SignInWatchController {
  constructor(private readonly watch: SignInWatch) {}

  @Get('sign-ins')
  @RequirePermission('audit.read')
  @Answers(signInsSchema)
  async listSignIns(
    @CurrentScope() scope: Scope,
    @Query({ schema: signInsQuerySchema }) query: SignInsQuery,
  ): Promise<SignIns> {
    return this.watch.signIns(scope, query);
  }

  @Get('sessions')
  @RequirePermission('audit.read')
  @Answers(liveSessionsSchema)
  async listSessions(@CurrentScope() scope: Scope): Promise<LiveSessions> {
    return this.watch.sessions(scope);
  }

  @Get('retention')
  @RequirePermission('audit.read')
  @Answers(retentionSchema)
  async readRetention(@CurrentFullScope() scope: Scope): Promise<Retention> {
    return this.watch.readRetention(scope);
  }

  @Put('retention')
  @RequirePermission('retention.manage')
  @Answers(retentionSchema)
  async changeRetention(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: retentionRequestSchema }) body: RetentionRequest,
  ): Promise<Retention> {
    return this.watch.changeRetention(scope, actor, body);
  }
}
