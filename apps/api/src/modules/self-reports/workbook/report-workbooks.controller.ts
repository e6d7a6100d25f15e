import { createHash } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  applyWorkbookRequestSchema,
  reportWorkbookQuerySchema,
  reportWorkbookSchema,
  type ApplyWorkbookRequest,
  type ReportWorkbook,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { UploadRoom } from '../../../platform/files/upload-room.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { contentHeaders, evidenceName } from '../../evidence/evidence.rules.ts';
import { importErrors } from '../imports.errors.ts';
import { uploadedFiles } from '../uploaded-files.ts';
import { ReportWorkbooksService } from './report-workbooks.service.ts';
import { WrittenWorkbooksService, type WrittenWorkbook } from './written-workbooks.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const idParameter = { schema: z.uuid() };
type LanguageQuery = z.infer<typeof reportWorkbookQuerySchema>;

/** A school's own workbook (本校表格): out, filled with what is known; back in, filled in without the network. */
@Controller('self-reports/:selfReportId')
export class ReportWorkbooksController {
  constructor(
    private readonly workbooks: ReportWorkbooksService,
    private readonly written: WrittenWorkbooksService,
    private readonly room: UploadRoom,
  ) {}

  /** The report as a workbook to be filled in. */
  @Get('workbook')
  @RequirePermission('self-reports.fill')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Query({ schema: reportWorkbookQuerySchema }) query: LanguageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, await this.written.write(scope, selfReportId, query.language));
  }

  /** The workbook in the multipart field `file`: one. */
  @Post('workbooks')
  @RequirePermission('self-reports.fill')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(reportWorkbookSchema, { status: 201 })
  async upload(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Req() request: FastifyRequest,
  ): Promise<ReportWorkbook> {
    // The file is in memory while it is read: a few uploads at once, however many arrive.
    const id = await this.room.run('whole', async () => {
      for await (const file of uploadedFiles(request)) return this.workbooks.upload(scope, actor, selfReportId, file);
      throw importErrors.nothingUploaded();
    });
    return this.workbooks.read(scope, selfReportId, id);
  }

  @Get('workbooks/:workbookId')
  @RequirePermission('self-reports.fill')
  @Answers(reportWorkbookSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('workbookId', idParameter) workbookId: string,
  ): Promise<ReportWorkbook> {
    return this.workbooks.read(scope, selfReportId, workbookId);
  }

  /** The uploaded file with each fault at its cell. */
  @Get('workbooks/:workbookId/marked')
  @RequirePermission('self-reports.fill')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async mark(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('workbookId', idParameter) workbookId: string,
    @Query({ schema: reportWorkbookQuerySchema }) query: LanguageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const marked = await this.room.run('whole', () =>
      this.written.mark(scope, selfReportId, workbookId, query.language),
    );
    sendWorkbook(reply, marked);
  }

  @Post('workbooks/:workbookId/apply')
  @RequirePermission('self-reports.fill')
  @Answers(reportWorkbookSchema)
  async apply(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('workbookId', idParameter) workbookId: string,
    @Body({ schema: applyWorkbookRequestSchema }) request: ApplyWorkbookRequest,
  ): Promise<ReportWorkbook> {
    return this.workbooks.apply(scope, actor, selfReportId, workbookId, request);
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
