import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  rectificationSummaryQuerySchema,
  rectificationSummarySchema,
  rectificationWorkbookQuerySchema,
  type RectificationSummary,
} from '@junheng/api-contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { LedgerSummaryService } from './ledger-summary.service.ts';
import { presentRow } from './rectifications.presenter.ts';
import { RectificationsService } from './rectifications.service.ts';
import { writeLedgerWorkbook } from './write-ledger-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The ledger as a whole: counted for those above, and in its official form. */
@Controller()
export class LedgerOverviewController {
  constructor(
    private readonly ledger: RectificationsService,
    private readonly summaries: LedgerSummaryService,
  ) {}

  @Get('rectification-summary')
  @RequirePermission('rectifications.read')
  @Answers(rectificationSummarySchema)
  async summary(
    @CurrentScope() scope: Scope,
    @Query({ schema: rectificationSummaryQuerySchema }) query: z.infer<typeof rectificationSummaryQuerySchema>,
  ): Promise<RectificationSummary> {
    return this.summaries.of(scope, query);
  }

  @Get('rectification-workbook')
  @RequirePermission('rectifications.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentScope() scope: Scope,
    @Query({ schema: rectificationWorkbookQuerySchema }) query: z.infer<typeof rectificationWorkbookQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const today = this.ledger.today();
    const { rows, more } = await this.ledger.list(scope, query.countyId);
    const bytes = await writeLedgerWorkbook(
      rows.map((row) => presentRow(row, today)),
      { language: query.language, today, more },
    );
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', 'attachment; filename="rectification-ledger.xlsx"')
      .header('cache-control', 'no-store')
      .send(bytes);
  }
}
