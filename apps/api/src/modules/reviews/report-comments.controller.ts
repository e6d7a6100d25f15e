import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  reportCommentsSchema,
  writeCommentRequestSchema,
  type ReportComments,
  type WriteCommentRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ReportCommentsService } from './report-comments.service.ts';

const idParameter = { schema: z.uuid() };

@Controller('self-reports/:selfReportId/comments')
export class ReportCommentsController {
  constructor(private readonly comments: ReportCommentsService) {}

  @Get()
  @RequirePermission('self-reports.read')
  @Answers(reportCommentsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('selfReportId', idParameter) id: string,
  ): Promise<ReportComments> {
    return this.comments.list(scope, rights, id);
  }

  @Post()
  @RequirePermission('self-reports.read')
  @Answers(reportCommentsSchema)
  async write(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: writeCommentRequestSchema }) request: WriteCommentRequest,
  ): Promise<ReportComments> {
    await this.comments.write(scope, rights, actor, id, request);
    return this.comments.list(scope, rights, id);
  }
}
