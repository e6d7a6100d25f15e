import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  finaliseOpinionRequestSchema,
  issueOpinionRequestSchema,
  opinionRevisionRequestSchema,
  opinionSchema,
  opinionSummariesSchema,
  receiveOpinionRequestSchema,
  submitObjectionRequestSchema,
  writeAnswersRequestSchema,
  writeFeedbackRequestSchema,
  writeObjectionRequestSchema,
  writeOpinionRequestSchema,
  type FinaliseOpinionRequest,
  type IssueOpinionRequest,
  type Opinion,
  type OpinionRevisionRequest,
  type OpinionSummaries,
  type ReceiveOpinionRequest,
  type SubmitObjectionRequest,
  type WriteAnswersRequest,
  type WriteFeedbackRequest,
  type WriteObjectionRequest,
  type WriteOpinionRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { FeedbacksService } from './feedbacks.service.ts';
import { ObjectionsService } from './objections.service.ts';
import { presentOpinion, presentOpinionSummary } from './opinions.presenter.ts';
import { OpinionsService } from './opinions.service.ts';

const idParameter = { schema: z.uuid() };

/** Opinions on the counties of an inspection project. Who is on the team is asked beside the permission, so the whole scope is given. */
@Controller('inspections/:inspectionId/opinions')
export class OpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly objections: ObjectionsService,
    private readonly feedbacks: FeedbacksService,
  ) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(opinionSummariesSchema)
  async list(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<OpinionSummaries> {
    return { opinions: (await this.opinions.list(scope, inspectionId)).map(presentOpinionSummary) };
  }

  @Get(':countyId')
  @RequirePermission('inspections.read')
  @Answers(opinionSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
  ): Promise<Opinion> {
    return presentOpinion(await this.opinions.read(scope, inspectionId, countyId));
  }

  @Put(':countyId/draft')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async draft(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: writeOpinionRequestSchema }) body: WriteOpinionRequest,
  ): Promise<Opinion> {
    await this.opinions.draft(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Post(':countyId/issue')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async issue(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: issueOpinionRequestSchema }) body: IssueOpinionRequest,
  ): Promise<Opinion> {
    await this.opinions.issue(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Put(':countyId/objection')
  @RequirePermission('opinions.object')
  @Answers(opinionSchema)
  async saveObjection(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: writeObjectionRequestSchema }) body: WriteObjectionRequest,
  ): Promise<Opinion> {
    await this.objections.save(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Post(':countyId/objection/submission')
  @RequirePermission('opinions.object')
  @Answers(opinionSchema)
  async submitObjection(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: submitObjectionRequestSchema }) body: SubmitObjectionRequest,
  ): Promise<Opinion> {
    await this.objections.submit(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Put(':countyId/answers')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async answer(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: writeAnswersRequestSchema }) body: WriteAnswersRequest,
  ): Promise<Opinion> {
    await this.objections.answer(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Post(':countyId/final')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async finalise(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: finaliseOpinionRequestSchema }) body: FinaliseOpinionRequest,
  ): Promise<Opinion> {
    await this.opinions.finalise(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Put(':countyId/feedback')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async saveFeedback(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: writeFeedbackRequestSchema }) body: WriteFeedbackRequest,
  ): Promise<Opinion> {
    await this.feedbacks.save(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Post(':countyId/feedback/issue')
  @RequirePermission('inspections.manage')
  @Answers(opinionSchema)
  async issueFeedback(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: opinionRevisionRequestSchema }) body: OpinionRevisionRequest,
  ): Promise<Opinion> {
    await this.feedbacks.issue(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }

  @Post(':countyId/receipts')
  @RequirePermission('opinions.object')
  @Answers(opinionSchema)
  async receive(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: receiveOpinionRequestSchema }) body: ReceiveOpinionRequest,
  ): Promise<Opinion> {
    await this.opinions.receive(scope, actor, { inspectionId, countyId }, body);
    return this.read(scope, inspectionId, countyId);
  }
}
