import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  answerReturnRequestSchema,
  cellHistorySchema,
  cellKeySchema,
  checkReasonRequestSchema,
  dueSelfReportsSchema,
  moveSelfReportRequestSchema,
  saveCellsRequestSchema,
  savedCellsSchema,
  selfReportSchema,
  type SaveCellsRequest,
  type SelfReport,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ReportMovesService } from './report-moves.service.ts';
import { SavingService } from './saving.service.ts';
import { SelfReportsService } from './self-reports.service.ts';

const idParameter = { schema: z.uuid() };
const historyQuerySchema = z.object({ cell: cellKeySchema.optional() });
const ruleKeyParameter = { schema: z.string().min(1).max(160) };

type MoveRequest = z.infer<typeof moveSelfReportRequestSchema>;

/** What a school does with its report. Every write answers with what the page must know next. */
@Controller('self-reports')
export class SelfReportsController {
  constructor(
    private readonly reports: SelfReportsService,
    private readonly saving: SavingService,
    private readonly moves: ReportMovesService,
  ) {}

  @Get('due')
  @RequirePermission('self-reports.read')
  @Answers(dueSelfReportsSchema)
  async listDue(@CurrentScope() scope: Scope): Promise<z.infer<typeof dueSelfReportsSchema>> {
    return this.reports.listDue(scope);
  }

  @Get(':selfReportId')
  @RequirePermission('self-reports.read')
  @Answers(selfReportSchema)
  async read(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('selfReportId', idParameter) id: string,
  ): Promise<SelfReport> {
    return this.reports.read(scope, rights, id);
  }

  @Get(':selfReportId/history')
  @RequirePermission('self-reports.read')
  @Answers(cellHistorySchema)
  async readHistory(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) id: string,
    @Query({ schema: historyQuerySchema }) query: z.infer<typeof historyQuerySchema>,
  ): Promise<z.infer<typeof cellHistorySchema>> {
    return this.reports.readHistory(scope, id, query.cell ?? null);
  }

  @Patch(':selfReportId/cells')
  @RequirePermission('self-reports.fill')
  @Answers(savedCellsSchema)
  async saveCells(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: saveCellsRequestSchema }) request: SaveCellsRequest,
  ): Promise<z.infer<typeof savedCellsSchema>> {
    return this.saving.saveCells(scope, actor, id, request);
  }

  @Put(':selfReportId/check-reasons/:ruleKey')
  @RequirePermission('self-reports.fill')
  @Answers(selfReportSchema)
  async setCheckReason(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Param('ruleKey', ruleKeyParameter) ruleKey: string,
    @Body({ schema: checkReasonRequestSchema }) request: z.infer<typeof checkReasonRequestSchema>,
  ): Promise<SelfReport> {
    await this.saving.setCheckReason(scope, actor, id, ruleKey, request.reason);
    return this.reports.read(scope, rights, id);
  }

  @Put(':selfReportId/return-reasons/:reasonId/answer')
  @RequirePermission('self-reports.fill')
  @Answers(selfReportSchema)
  async answerReturn(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Param('reasonId', idParameter) reasonId: string,
    @Body({ schema: answerReturnRequestSchema }) request: z.infer<typeof answerReturnRequestSchema>,
  ): Promise<SelfReport> {
    await this.saving.answerReturnReason(scope, actor, id, reasonId, request.answer.trim());
    return this.reports.read(scope, rights, id);
  }

  @Post(':selfReportId/hand-over')
  @RequirePermission('self-reports.fill')
  @Answers(selfReportSchema)
  async handOver(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: moveSelfReportRequestSchema }) request: MoveRequest,
  ): Promise<SelfReport> {
    await this.moves.handOver(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }

  @Post(':selfReportId/take-back')
  @RequirePermission('self-reports.fill')
  @Answers(selfReportSchema)
  async takeBack(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: moveSelfReportRequestSchema }) request: MoveRequest,
  ): Promise<SelfReport> {
    await this.moves.takeBack(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }

  @Post(':selfReportId/submit')
  @RequirePermission('self-reports.submit')
  @Answers(selfReportSchema)
  async submit(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: moveSelfReportRequestSchema }) request: MoveRequest,
  ): Promise<SelfReport> {
    await this.moves.submit(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }

  @Post(':selfReportId/withdraw')
  @RequirePermission('self-reports.submit')
  @Answers(selfReportSchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: moveSelfReportRequestSchema }) request: MoveRequest,
  ): Promise<SelfReport> {
    await this.moves.withdraw(scope, actor, id, request);
    return this.reports.read(scope, rights, id);
  }
}
