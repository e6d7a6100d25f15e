import { Body, Controller, Get, Ip, Post, Put } from '@nestjs/common';
import {
  beginSecondFactorRequestSchema,
  begunSecondFactorSchema,
  changeEmailRequestSchema,
  chooseLanguageRequestSchema,
  colleaguesSchema,
  confirmSecondFactorRequestSchema,
  profileSchema,
  proveSecondFactorRequestSchema,
  recoveryCodesSchema,
  signInHistorySchema,
  type BeginSecondFactorRequest,
  type BegunSecondFactor,
  type ChangeEmailRequest,
  type ChooseLanguageRequest,
  type Colleagues,
  type ConfirmSecondFactorRequest,
  type Profile,
  type ProveSecondFactorRequest,
  type RecoveryCodes,
  type SignInHistory,
} from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { MailTransport } from '../../platform/mail/mail-transport.ts';
import { CurrentActor, CurrentSession, RequirePermission } from './access.decorators.ts';
import { presentSignIn } from './access.presenter.ts';
import { isSecondFactorCompulsory } from './access.rules.ts';
import type { LiveSession } from './access.types.ts';
import { ProfileService } from './profile.service.ts';
import { SecondFactors } from './second-factors.service.ts';
import { SessionsService } from './sessions.service.ts';

/** One's own account, whatever one's role. */
@Controller('profile')
export class ProfileController {
  constructor(
    private readonly profile: ProfileService,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactors,
    private readonly mail: MailTransport,
  ) {}

  @Get()
  @RequirePermission('session.own', { duringSetUp: true })
  @Answers(profileSchema)
  async read(@CurrentSession() session: LiveSession): Promise<Profile> {
    const { login, displayName, language, id } = session.person;
    const factor = await this.secondFactors.of(id);
    return {
      login,
      displayName,
      language,
      email: await this.profile.email(session),
      byMail: this.mail.configured,
      secondFactorCompulsory: isSecondFactorCompulsory(session.grants),
      secondFactor: factor && { since: factor.since.toISOString(), recoveryCodesLeft: factor.recoveryCodesLeft },
    };
  }

  @Put('language')
  @RequirePermission('session.own', { duringSetUp: true })
  @Answers()
  async chooseLanguage(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Body({ schema: chooseLanguageRequestSchema }) body: ChooseLanguageRequest,
  ): Promise<void> {
    await this.profile.chooseLanguage(session, actor, body.language);
  }

  @Put('email')
  @RequirePermission('session.own')
  @Answers()
  async changeEmail(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Body({ schema: changeEmailRequestSchema }) body: ChangeEmailRequest,
  ): Promise<void> {
    await this.profile.changeEmail(session, actor, body.email);
  }

  @Get('sign-ins')
  @RequirePermission('session.own')
  @Answers(signInHistorySchema)
  async listSignIns(@CurrentSession() session: LiveSession): Promise<SignInHistory> {
    const rows = await this.sessions.history(session);
    return { signIns: rows.map(presentSignIn), keptDays: await this.sessions.historyKeptDays() };
  }

  @Get('colleagues')
  @RequirePermission('session.own')
  @Answers(colleaguesSchema)
  async listColleagues(@CurrentSession() session: LiveSession): Promise<Colleagues> {
    return this.profile.colleagues(session);
  }

  @Post('second-factor')
  @RequirePermission('session.own', { duringSetUp: true })
  @Answers(begunSecondFactorSchema, { status: 201 })
  async begin(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Ip() address: string,
    @Body({ schema: beginSecondFactorRequestSchema }) body: BeginSecondFactorRequest,
  ): Promise<BegunSecondFactor> {
    return this.secondFactors.begin(session, actor, body.password, address);
  }

  @Post('second-factor/confirmation')
  @RequirePermission('session.own', { duringSetUp: true })
  @Answers(recoveryCodesSchema)
  async confirm(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Body({ schema: confirmSecondFactorRequestSchema }) body: ConfirmSecondFactorRequest,
  ): Promise<RecoveryCodes> {
    const { recoveryCodes, endedSessions } = await this.secondFactors.confirm(session, actor, body.code);
    return { recoveryCodes: [...recoveryCodes], endedSessions };
  }

  @Post('second-factor/recovery-codes')
  @RequirePermission('session.own')
  @Answers(recoveryCodesSchema)
  async renewRecoveryCodes(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Ip() address: string,
    @Body({ schema: proveSecondFactorRequestSchema }) body: ProveSecondFactorRequest,
  ): Promise<RecoveryCodes> {
    const recoveryCodes = await this.secondFactors.renewRecoveryCodes(session, actor, body, address);
    return { recoveryCodes: [...recoveryCodes], endedSessions: 0 };
  }

  @Post('second-factor/removal')
  @RequirePermission('session.own')
  @Answers()
  async disable(
    @CurrentSession() session: LiveSession,
    @CurrentActor() actor: Actor,
    @Ip() address: string,
    @Body({ schema: proveSecondFactorRequestSchema }) body: ProveSecondFactorRequest,
  ): Promise<void> {
    await this.secondFactors.disable(session, actor, body, address);
  }
}
