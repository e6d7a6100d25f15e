import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  approveManyRequestSchema,
  approveSelfReportRequestSchema,
  approvedManySchema,
  beginReviewRequestSchema,
  replyToReturnRequestSchema,
  reportReviewSchema,
  returnSelfReportRequestSchema,
  selfReportSchema,
  type ReportReview,
  type SelfReport,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { ReportReviewService } from './report-review.service.ts';
import { ReviewsService } from './reviews.service.ts';

const idParameter = { schema: z.uuid() };

@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly reports: SelfReportsService,
    private readonly states: ReportReviewService,
  ) {}

  @Get('self-reports/:selfReportId/review')
  @RequirePermission('self-reports.read')
  @Answers(reportReviewSchema)
  async state(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('selfReportId', idParameter) id: string,
  ): Promise<ReportReview> {
    return this.states.read(scope, rights, id);
  }

  @Put('self-reports/:selfReportId/return-reasons/:reasonId/reply')
  @RequirePermission('reviews.decide')
  @Answers(reportReviewSchema)
  async reply(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Param('reasonId', idParameter) reasonId: string,
    @Body({ schema: replyToReturnRequestSchema }) request: z.infer<typeof replyToReturnRequestSchema>,
  ): Promise<ReportReview> {
    await this.reviews.reply(scope, actor, id, { reasonId, answer: request.answer });
    return this.states.read(scope, rights, id);
  }

  @Post('self-reports/:selfReportId/review')
  @RequirePermission('reviews.decide')
  @Answers(selfReportSchema)
  async begin(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: beginReviewRequestSchema }) request: z.infer<typeof beginReviewRequestSchema>,
  ): Promise<SelfReport> {
    await this.reviews.begin(scope, actor, id, request.revision);
    return this.reports.read(scope, rights, id);
  }

  @Post('self-reports/:selfReportId/return')
  @RequirePermission('reviews.decide')
  @Answers(selfReportSchema)
  async return(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: returnSelfReportRequestSchema }) request: z.infer<typeof returnSelfReportRequestSchema>,
  ): Promise<SelfReport> {
    await this.reviews.return(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }

  @Post('self-reports/:selfReportId/approve')
  @RequirePermission('reviews.decide')
  @Answers(selfReportSchema)
  async approve(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: approveSelfReportRequestSchema }) request: z.infer<typeof approveSelfReportRequestSchema>,
  ): Promise<SelfReport> {
    await this.reviews.approve(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }

  @Post('rounds/:roundId/approvals')
  @RequirePermission('reviews.decide')
  @Answers(approvedManySchema)
  async approveMany(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', idParameter) roundId: string,
    @Body({ schema: approveManyRequestSchema }) request: z.infer<typeof approveManyRequestSchema>,
  ): Promise<z.infer<typeof approvedManySchema>> {
    return this.reviews.approveMany(scope, actor, roundId, request);
  }
}
