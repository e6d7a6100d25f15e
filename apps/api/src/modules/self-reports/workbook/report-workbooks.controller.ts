import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { reportWorkbookQuerySchema } from '@junheng/api-contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { contentHeaders, evidenceName } from '../../evidence/evidence.rules.ts';
import { ReportWorkbooksService, type WrittenWorkbook } from './report-workbooks.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const idParameter = { schema: z.uuid() };

/** A school's own workbook (本校表格). */
@Controller('self-reports/:selfReportId')
export class ReportWorkbooksController {
  constructor(private readonly workbooks: ReportWorkbooksService) {}

  /** The report as a workbook to be filled in without the network. */
  @Get('workbook')
  @RequirePermission('self-reports.fill')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Query({ schema: reportWorkbookQuerySchema }) query: z.infer<typeof reportWorkbookQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, await this.workbooks.write(scope, selfReportId, query.language));
  }
}

function sendWorkbook(reply: FastifyReply, { name, bytes }: WrittenWorkbook): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const headers = contentHeaders(
    { name: evidenceName(name, XLSX), size: bytes.byteLength, mediaType: XLSX, sha256 },
    'download',
  );
  void reply.headers({ ...headers, 'cache-control': 'no-store' }).send(bytes);
}
