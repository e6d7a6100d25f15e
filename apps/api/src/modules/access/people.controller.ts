import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  createPersonRequestSchema,
  createdPersonSchema,
  giveGrantRequestSchema,
  lockPersonRequestSchema,
  passwordResetLinkSchema,
  peopleQuerySchema,
  peopleSchema,
  personSchema,
  type CreatedPerson,
  type CreatePersonRequest,
  type GiveGrantRequest,
  type LockPersonRequest,
  type PasswordResetLink,
  type People,
  type PeopleQuery,
  type Person,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from './access.decorators.ts';
import { presentPerson } from './access.presenter.ts';
import { Scope } from './access.scope.ts';
import { PeopleService } from './people.service.ts';

const idSchema = z.uuid();

@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @RequirePermission('people.read')
  @Answers(peopleSchema)
  async list(@CurrentScope() scope: Scope, @Query({ schema: peopleQuerySchema }) query: PeopleQuery): Promise<People> {
    return { people: (await this.people.list(scope, query)).map(presentPerson) };
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

  @Post(':personId/grants')
  @RequirePermission('people.manage')
  @Answers(personSchema, { status: 201 })
  async grant(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: giveGrantRequestSchema }) body: GiveGrantRequest,
  ): Promise<Person> {
    return presentPerson(await this.people.grant(scope, actor, personId, body));
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
    await this.people.revoke(scope, actor, personId, grantId);
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
