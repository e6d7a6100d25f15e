import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  addCountyEvidenceQuerySchema,
  countyReportSchema,
  earlierCountyEvidenceSchema,
  evidenceContentQuerySchema,
  reuseCountyEvidenceRequestSchema,
  type CountyReport,
  type EarlierCountyEvidence,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { uploadedFile } from '../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { contentHeaders } from '../evidence/evidence.rules.ts';
import { presentEarlierCountyEvidence } from './county-report.presenter.ts';
import { CountyEvidenceService } from './county-evidence.service.ts';
import { CountyReportsService } from './county-reports.service.ts';

const idParameter = { schema: z.uuid() };

/** Evidence (佐证材料) at the indicators of the county report. */
@Controller('county-reports/:countyReportId/evidence')
export class CountyEvidenceController {
  constructor(
    private readonly evidence: CountyEvidenceService,
    private readonly reports: CountyReportsService,
  ) {}

  /** One file, the multipart field `file`. */
  @Post()
  @RequirePermission('county-reports.fill')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(countyReportSchema)
  async add(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Query({ schema: addCountyEvidenceQuerySchema }) query: z.infer<typeof addCountyEvidenceQuerySchema>,
    @Req() request: FastifyRequest,
  ): Promise<CountyReport> {
    const roundId = await this.evidence.add(scope, actor, id, { ...query, ...(await uploadedFile(request)) });
    return this.reports.read(scope, rights, roundId);
  }

  @Get('earlier')
  @RequirePermission('county-reports.read')
  @Answers(earlierCountyEvidenceSchema)
  async listEarlier(
    @CurrentScope() scope: Scope,
    @Param('countyReportId', idParameter) id: string,
  ): Promise<EarlierCountyEvidence> {
    const { year, evidence } = await this.evidence.earlier(scope, id);
    return { year, evidence: evidence.map(presentEarlierCountyEvidence) };
  }

  @Post('reuse')
  @RequirePermission('county-reports.fill')
  @Answers(countyReportSchema)
  async reuse(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Body({ schema: reuseCountyEvidenceRequestSchema }) request: z.infer<typeof reuseCountyEvidenceRequestSchema>,
  ): Promise<CountyReport> {
    const roundId = await this.evidence.reuse(scope, actor, id, request);
    return this.reports.read(scope, rights, roundId);
  }

  @Delete(':countyEvidenceId')
  @RequirePermission('county-reports.fill')
  @Answers(countyReportSchema)
  async remove(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Param('countyEvidenceId', idParameter) evidenceId: string,
  ): Promise<CountyReport> {
    const roundId = await this.evidence.remove(scope, actor, id, evidenceId);
    return this.reports.read(scope, rights, roundId);
  }

  /** As it was uploaded, by the type its bytes have: shown only where it is an image or a PDF, never executed. */
  @Get(':countyEvidenceId/content')
  @RequirePermission('county-reports.read')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentScope() scope: Scope,
    @Param('countyReportId', idParameter) id: string,
    @Param('countyEvidenceId', idParameter) evidenceId: string,
    @Query({ schema: evidenceContentQuerySchema }) query: z.infer<typeof evidenceContentQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, content } = await this.evidence.content(scope, id, evidenceId);
    void reply.headers(contentHeaders(file, query.as)).send(content);
  }
}
