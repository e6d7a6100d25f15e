import { createHash } from 'node:crypto';
import { Body, Controller, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  assignCountyTopicsRequestSchema,
  countyEntryKeySchema,
  countyHistorySchema,
  countyOverviewQuerySchema,
  countyOverviewSchema,
  countyReportSchema,
  moveCountyPartRequestSchema,
  returnCountyPartRequestSchema,
  saveCountyEntriesRequestSchema,
  savedCountyEntriesSchema,
  type CountyOverview,
  type CountyReport,
  type SaveCountyEntriesRequest,
  type SavedCountyEntries,
} from '@junheng/api-contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { contentHeaders, evidenceName } from '../evidence/evidence.rules.ts';
import { CountyOverviewService } from './county-overview.service.ts';
import { CountyPartsService } from './county-parts.service.ts';
import { CountyReportsService } from './county-reports.service.ts';
import { CountySavingService } from './county-saving.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const idParameter = { schema: z.uuid() };
const historyQuerySchema = z.object({ entry: countyEntryKeySchema.optional() });
type MoveRequest = z.infer<typeof moveCountyPartRequestSchema>;

/** The county report (县级填报): read and filled by the sections that answer for it, decided by the county. */
@Controller()
export class CountyReportsController {
  constructor(
    private readonly reports: CountyReportsService,
    private readonly saving: CountySavingService,
    private readonly parts: CountyPartsService,
    private readonly overviews: CountyOverviewService,
  ) {}

  @Get('rounds/:roundId/county-report')
  @RequirePermission('county-reports.read')
  @Answers(countyReportSchema)
  async read(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('roundId', idParameter) roundId: string,
  ): Promise<CountyReport> {
    return this.reports.read(scope, rights, roundId);
  }

  @Get('rounds/:roundId/county-report/overview')
  @RequirePermission('county-reports.read')
  @Answers(countyOverviewSchema)
  async overview(
    @CurrentScope() scope: Scope,
    @Param('roundId', idParameter) roundId: string,
  ): Promise<CountyOverview> {
    return this.overviews.read(scope, roundId);
  }

  @Get('rounds/:roundId/county-report/overview.xlsx')
  @RequirePermission('county-reports.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async downloadOverview(
    @CurrentScope() scope: Scope,
    @Param('roundId', idParameter) roundId: string,
    @Query({ schema: countyOverviewQuerySchema }) query: z.infer<typeof countyOverviewQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.overviews.write(scope, roundId, query.language);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { name: evidenceName(name, XLSX), size: bytes.byteLength, mediaType: XLSX, sha256 } as const;
    void reply.headers({ ...contentHeaders(file, 'download'), 'cache-control': 'no-store' }).send(bytes);
  }

  @Get('county-reports/:countyReportId/history')
  @RequirePermission('county-reports.read')
  @Answers(countyHistorySchema)
  async readHistory(
    @CurrentScope() scope: Scope,
    @Param('countyReportId', idParameter) id: string,
    @Query({ schema: historyQuerySchema }) query: z.infer<typeof historyQuerySchema>,
  ): Promise<z.infer<typeof countyHistorySchema>> {
    return this.reports.readHistory(scope, id, query.entry ?? null);
  }

  @Patch('county-reports/:countyReportId/entries')
  @RequirePermission('county-reports.fill')
  @Answers(savedCountyEntriesSchema)
  async save(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Body({ schema: saveCountyEntriesRequestSchema }) request: SaveCountyEntriesRequest,
  ): Promise<SavedCountyEntries> {
    return this.saving.save(scope, actor, id, request);
  }

  @Put('county-reports/:countyReportId/assignments')
  @RequirePermission('county-reports.assign')
  @Answers(countyReportSchema)
  async assign(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Body({ schema: assignCountyTopicsRequestSchema }) request: z.infer<typeof assignCountyTopicsRequestSchema>,
  ): Promise<CountyReport> {
    const roundId = await this.parts.assign(scope, actor, id, request.assignments);
    return this.reports.read(scope, rights, roundId);
  }

  @Post('county-reports/:countyReportId/parts/:partId/submit')
  @RequirePermission('county-reports.fill')
  @Answers(countyReportSchema)
  async submit(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Param('partId', idParameter) partId: string,
    @Body({ schema: moveCountyPartRequestSchema }) request: MoveRequest,
  ): Promise<CountyReport> {
    const roundId = await this.parts.submit(scope, actor, id, partId, request);
    return this.reports.read(scope, rights, roundId);
  }

  @Post('county-reports/:countyReportId/parts/:partId/withdraw')
  @RequirePermission('county-reports.fill')
  @Answers(countyReportSchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Param('partId', idParameter) partId: string,
    @Body({ schema: moveCountyPartRequestSchema }) request: MoveRequest,
  ): Promise<CountyReport> {
    const roundId = await this.parts.withdraw(scope, actor, id, partId, request);
    return this.reports.read(scope, rights, roundId);
  }

  @Post('county-reports/:countyReportId/parts/:partId/return')
  @RequirePermission('county-reports.decide')
  @Answers(countyReportSchema)
  async return(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Param('partId', idParameter) partId: string,
    @Body({ schema: returnCountyPartRequestSchema }) request: z.infer<typeof returnCountyPartRequestSchema>,
  ): Promise<CountyReport> {
    const roundId = await this.parts.return(scope, actor, id, partId, request);
    return this.reports.read(scope, rights, roundId);
  }

  @Post('county-reports/:countyReportId/parts/:partId/approve')
  @RequirePermission('county-reports.decide')
  @Answers(countyReportSchema)
  async approve(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyReportId', idParameter) id: string,
    @Param('partId', idParameter) partId: string,
    @Body({ schema: moveCountyPartRequestSchema }) request: MoveRequest,
  ): Promise<CountyReport> {
    const roundId = await this.parts.approve(scope, actor, id, partId, request);
    return this.reports.read(scope, rights, roundId);
  }
}
