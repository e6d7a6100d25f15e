import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  changeDraftRequestSchema,
  copyEditionRequestSchema,
  editionDraftSchema,
  editionDraftsSchema,
  editionSummarySchema,
  publishDraftRequestSchema,
  type ChangeDraftRequest,
  type CopyEditionRequest,
  type EditionDraft,
  type EditionSummary,
  type PublishDraftRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { EditionDraftsService } from './edition-drafts.service.ts';
import { presentEdition } from './standards.presenter.ts';

const idParameter = { schema: z.uuid() };

/** A bureau's own edition before it is published. */
@Controller('edition-drafts')
export class EditionDraftsController {
  constructor(private readonly drafts: EditionDraftsService) {}

  @Get()
  @RequirePermission('standards.manage')
  @Answers(editionDraftsSchema)
  async list(@CurrentScope() scope: Scope): Promise<z.infer<typeof editionDraftsSchema>> {
    return { drafts: [...(await this.drafts.list(scope))] };
  }

  @Post()
  @RequirePermission('standards.manage')
  @Answers(editionDraftSchema, { status: 201 })
  async copy(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: copyEditionRequestSchema }) body: CopyEditionRequest,
  ): Promise<EditionDraft> {
    return this.drafts.copy(scope, actor, body);
  }

  @Get(':editionDraftId')
  @RequirePermission('standards.manage')
  @Answers(editionDraftSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('editionDraftId', idParameter) editionDraftId: string,
  ): Promise<EditionDraft> {
    return this.drafts.read(scope, editionDraftId);
  }

  @Put(':editionDraftId')
  @RequirePermission('standards.manage')
  @Answers(editionDraftSchema)
  async change(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('editionDraftId', idParameter) editionDraftId: string,
    @Body({ schema: changeDraftRequestSchema }) body: ChangeDraftRequest,
  ): Promise<EditionDraft> {
    return this.drafts.change(scope, actor, editionDraftId, body);
  }

  @Delete(':editionDraftId')
  @RequirePermission('standards.manage')
  @Answers()
  async discard(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('editionDraftId', idParameter) editionDraftId: string,
  ): Promise<void> {
    await this.drafts.discard(scope, actor, editionDraftId);
  }

  @Post(':editionDraftId/publication')
  @RequirePermission('standards.manage')
  @Answers(editionSummarySchema, { status: 201 })
  async publish(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('editionDraftId', idParameter) editionDraftId: string,
    @Body({ schema: publishDraftRequestSchema }) body: PublishDraftRequest,
  ): Promise<EditionSummary> {
    return presentEdition(await this.drafts.publish(scope, actor, editionDraftId, body.revision));
  }
}
