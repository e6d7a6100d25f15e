import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  changeGrantRequestSchema,
  changePersonRequestSchema,
  createPersonRequestSchema,
  createdPersonSchema,
  giveGrantRequestSchema,
  lockPersonRequestSchema,
  passwordResetLinkSchema,
  peopleQuerySchema,
  peopleSchema,
  personDetailSchema,
  personSchema,
  type ChangeGrantRequest,
  type ChangePersonRequest,
  type CreatedPerson,
  type CreatePersonRequest,
  type GiveGrantRequest,
  type LockPersonRequest,
  type PasswordResetLink,
  type People,
  type PeopleQuery,
  type Person,
  type PersonDetail,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from './access.decorators.ts';
import { MailTransport } from '../../platform/mail/mail-transport.ts';
import { presentPerson, presentPersonRecord } from './access.presenter.ts';
import { Scope } from './access.scope.ts';
import { GrantsService } from './grants.service.ts';
import { PeopleService } from './people.service.ts';

const idSchema = z.uuid();

@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly giving: GrantsService,
    private readonly mail: MailTransport,
  ) {}

  @Get()
  @RequirePermission('people.read')
  @Answers(peopleSchema)
  async list(@CurrentScope() scope: Scope, @Query({ schema: peopleQuerySchema }) query: PeopleQuery): Promise<People> {
    return { byMail: this.mail.configured, people: (await this.people.list(scope, query)).map(presentPerson) };
  }

  @Post()
  @RequirePermission('people.manage')
  @Answers(createdPersonSchema, { status: 201 })
  async create(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: createPersonRequestSchema }) body: CreatePersonRequest,
  ): Promise<CreatedPerson> {
    const created = await this.people.create(scope, actor, body);
    return {
      person: presentPerson(created),
      link: { url: created.link.url, expiresAt: created.link.expiresAt.toISOString() },
    };
  }

  @Get(':personId')
  @RequirePermission('people.read')
  @Answers(personDetailSchema)
  async read(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() full: Scope,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<PersonDetail> {
    return presentPersonRecord(await this.people.read(scope, full, personId), this.mail.configured);
  }

  @Put(':personId')
  @RequirePermission('people.manage')
  @Answers(personSchema)
  async change(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: changePersonRequestSchema }) body: ChangePersonRequest,
  ): Promise<Person> {
    return presentPerson(await this.people.change(scope, actor, personId, body));
  }

  @Post(':personId/grants')
  @RequirePermission('people.manage')
  @Answers(personSchema, { status: 201 })
  async grant(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: giveGrantRequestSchema }) body: GiveGrantRequest,
  ): Promise<Person> {
    return presentPerson(await this.giving.give(scope, actor, personId, body));
  }

  @Put(':personId/grants/:grantId')
  @RequirePermission('people.manage')
  @Answers(personSchema)
  async changeGrant(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Param('grantId', { schema: idSchema }) grantId: string,
    @Body({ schema: changeGrantRequestSchema }) body: ChangeGrantRequest,
  ): Promise<Person> {
    return presentPerson(await this.giving.change(scope, actor, personId, grantId, body.validTo));
  }

  @Delete(':personId/grants/:grantId')
  @RequirePermission('people.manage')
  @Answers()
  async revoke(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Param('grantId', { schema: idSchema }) grantId: string,
  ): Promise<void> {
    await this.giving.revoke(scope, actor, personId, grantId);
  }

  @Post(':personId/password-reset-links')
  @RequirePermission('people.manage')
  @Answers(passwordResetLinkSchema, { status: 201 })
  async issueResetLink(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<PasswordResetLink> {
    const { url, expiresAt } = await this.people.issueResetLink(scope, actor, personId);
    return { url, expiresAt: expiresAt.toISOString() };
  }

  @Put(':personId/lock')
  @RequirePermission('people.manage')
  @Answers(personSchema)
  async setLocked(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: lockPersonRequestSchema }) body: LockPersonRequest,
  ): Promise<Person> {
    return presentPerson(await this.people.setLocked(scope, actor, personId, body.locked, body.reason));
  }

  @Delete(':personId/sessions')
  @RequirePermission('people.manage')
  @Answers()
  async endSessions(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<void> {
    await this.people.endSessions(scope, actor, personId);
  }

  @Delete(':personId/second-factor')
  @RequirePermission('people.manage')
  @Answers()
  async resetSecondFactor(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<void> {
    await this.people.resetSecondFactor(scope, actor, personId);
  }
}
