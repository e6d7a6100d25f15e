import { Body, Controller, Delete, Get, Inject, Ip, Param, Post, Req, Res } from '@nestjs/common';
import {
  activeSessionsSchema,
  changePasswordRequestSchema,
  endedSessionsSchema,
  sessionSchema,
  signInRequestSchema,
  type ActiveSessions,
  type ChangePasswordRequest,
  type EndedSessions,
  type Session,
  type SignInRequest,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { PublicRoute } from '../../platform/http/route-access.ts';
import { CurrentActor, CurrentSession, RequirePermission } from './access.decorators.ts';
import { presentActiveSession, presentSession } from './access.presenter.ts';
import type { LiveSession } from './access.types.ts';
import { OwnPassword } from './own-password.service.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('session')
export class SessionController {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly password: OwnPassword,
  ) {}

  /** Public: signing in is how a session begins. */
  @Post()
  @PublicRoute()
  @Answers(sessionSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const caller = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const { token, session } = await this.sessions.signIn(body, caller);
    setSessionCookie(reply, this.config, token);
    return this.present(session);
  }

  @Get()
  @RequirePermission('session.own', { duringPasswordChange: true, duringSetUp: true })
  @Answers(sessionSchema)
  read(@CurrentSession() session: LiveSession): Session {
    return this.present(session);
  }

  @Delete()
  @RequirePermission('session.own', { duringPasswordChange: true, duringSetUp: true })
  @Answers()
  async signOut(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(session, actor);
    clearSessionCookie(reply, this.config);
  }

  @Post('password')
  @RequirePermission('session.own', { duringPasswordChange: true, duringSetUp: true })
  @Answers(endedSessionsSchema)
  async changePassword(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Ip() address: string,
    @Body({ schema: changePasswordRequestSchema }) body: ChangePasswordRequest,
  ): Promise<EndedSessions> {
    const { currentPassword, newPassword } = body;
    return { endedSessions: await this.password.change(session, actor, currentPassword, newPassword, address) };
  }

  @Get('active')
  @RequirePermission('session.own')
  @Answers(activeSessionsSchema)
  async listActive(@CurrentSession() session: LiveSession): Promise<ActiveSessions> {
    const own = await this.sessions.listOwn(session);
    return { sessions: own.map((row) => presentActiveSession(row, session.id)) };
  }

  @Delete('active')
  @RequirePermission('session.own')
  @Answers(endedSessionsSchema)
  async endOthers(@CurrentSession() session: LiveSession, @CurrentActor() actor: Actor): Promise<EndedSessions> {
    return { endedSessions: await this.sessions.endOthers(session, actor) };
  }

  @Delete('active/:sessionId')
  @RequirePermission('session.own')
  @Answers()
  async end(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Param('sessionId', { schema: z.uuid() }) sessionId: string,
  ): Promise<void> {
    await this.sessions.end(session, actor, sessionId);
  }

  private present(session: LiveSession): Session {
    return presentSession(session, this.sessions.idleUntil(session.lastSeenAt), this.clock.now());
  }
}
