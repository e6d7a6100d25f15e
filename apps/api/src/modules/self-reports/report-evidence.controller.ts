import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  addEvidenceRequestSchema,
  earlierEvidenceSchema,
  evidenceContentQuerySchema,
  evidenceListSchema,
  evidenceSchema,
  evidenceTargetsRequestSchema,
  reuseEvidenceRequestSchema,
  type EarlierEvidence,
  type Evidence,
  type EvidenceList,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { contentHeaders } from '../evidence/evidence.rules.ts';
import { ReportEvidenceService } from './report-evidence.service.ts';

const idParameter = { schema: z.uuid() };

/** Evidence (佐证材料) of a self-report. */
@Controller('self-reports/:selfReportId/evidence')
export class ReportEvidenceController {
  constructor(private readonly evidence: ReportEvidenceService) {}

  @Get()
  @RequirePermission('self-reports.read')
  @Answers(evidenceListSchema)
  async list(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
  ): Promise<EvidenceList> {
    return this.evidence.list(scope, rights, selfReportId);
  }

  @Get('earlier')
  @RequirePermission('self-reports.read')
  @Answers(earlierEvidenceSchema)
  async listEarlier(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
  ): Promise<EarlierEvidence> {
    return this.evidence.earlier(scope, selfReportId);
  }

  @Post()
  @RequirePermission('self-reports.fill')
  @Answers(evidenceSchema, { status: 201 })
  async add(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Body({ schema: addEvidenceRequestSchema }) request: z.infer<typeof addEvidenceRequestSchema>,
  ): Promise<Evidence> {
    return this.evidence.add(scope, actor, selfReportId, request);
  }

  @Post('reuse')
  @RequirePermission('self-reports.fill')
  @Answers(evidenceListSchema)
  async reuse(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Body({ schema: reuseEvidenceRequestSchema }) request: z.infer<typeof reuseEvidenceRequestSchema>,
  ): Promise<EvidenceList> {
    await this.evidence.reuse(scope, actor, selfReportId, request);
    return this.evidence.list(scope, rights, selfReportId);
  }

  @Put(':evidenceId/targets')
  @RequirePermission('self-reports.fill')
  @Answers(evidenceSchema)
  async attach(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('evidenceId', idParameter) evidenceId: string,
    @Body({ schema: evidenceTargetsRequestSchema }) request: z.infer<typeof evidenceTargetsRequestSchema>,
  ): Promise<Evidence> {
    return this.evidence.attach(scope, actor, selfReportId, evidenceId, request.targets);
  }

  @Delete(':evidenceId')
  @RequirePermission('self-reports.fill')
  @Answers()
  async remove(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('evidenceId', idParameter) evidenceId: string,
  ): Promise<void> {
    await this.evidence.remove(scope, actor, selfReportId, evidenceId);
  }

  /** The file as it was uploaded, by the type its bytes have: shown only where it is an image or a PDF, never executed. */
  @Get(':evidenceId/content')
  @RequirePermission('self-reports.read')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('evidenceId', idParameter) evidenceId: string,
    @Query({ schema: evidenceContentQuerySchema }) query: z.infer<typeof evidenceContentQuerySchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const record = await this.evidence.find(scope, selfReportId, evidenceId);
    const headers = contentHeaders(record, query.as);
    if (request.headers['if-none-match'] === headers['etag']) {
      void reply.status(304).headers({ etag: headers['etag'], 'cache-control': headers['cache-control'] }).send();
      return;
    }
    const content = await this.evidence.content(record);
    void reply.headers(headers).send(content);
  }
}
