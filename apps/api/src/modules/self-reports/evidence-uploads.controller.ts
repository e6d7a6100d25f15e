import { Body, Controller, Delete, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { beginUploadRequestSchema, evidenceUploadSchema, type EvidenceUpload } from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ReportEvidenceService } from './report-evidence.service.ts';

const idParameter = { schema: z.uuid() };
const TUS = { 'tus-resumable': '1.0.0' };

/** Uploads that survive a lost connection (断点续传), by the tus protocol once they have begun. */
@Controller('self-reports/:selfReportId/evidence-uploads')
export class EvidenceUploadsController {
  constructor(private readonly evidence: ReportEvidenceService) {}

  @Post()
  @RequirePermission('self-reports.fill')
  @Answers(evidenceUploadSchema, { status: 201 })
  async begin(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Body({ schema: beginUploadRequestSchema }) request: z.infer<typeof beginUploadRequestSchema>,
  ): Promise<EvidenceUpload> {
    return this.evidence.beginUpload(scope, actor, selfReportId, request.size);
  }

  /** Answers HEAD too, as the protocol asks: where to go on stands in the header `upload-offset`. */
  @Get(':uploadId')
  @RequirePermission('self-reports.fill')
  @Answers(evidenceUploadSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('uploadId', idParameter) uploadId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceUpload> {
    const upload = await this.evidence.uploadState(scope, selfReportId, uploadId);
    void reply.headers({ ...TUS, 'upload-offset': String(upload.offset), 'upload-length': String(upload.size) });
    return upload;
  }

  /** More bytes, from the offset reached on. 204 with the new offset in `upload-offset`. */
  @Patch(':uploadId')
  @RequirePermission('self-reports.fill')
  @ApiConsumes('application/offset+octet-stream')
  @ApiHeader({ name: 'upload-offset', required: true, schema: { type: 'integer' } })
  @ApiHeader({ name: 'tus-resumable', required: true, schema: { type: 'string' } })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers()
  async receive(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('uploadId', idParameter) uploadId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const offset = await this.evidence.receive(scope, selfReportId, uploadId, request.raw);
    void reply.headers({ ...TUS, 'upload-offset': String(offset) });
  }

  @Delete(':uploadId')
  @RequirePermission('self-reports.fill')
  @Answers()
  async abandon(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) selfReportId: string,
    @Param('uploadId', idParameter) uploadId: string,
  ): Promise<void> {
    await this.evidence.abandonUpload(scope, actor, selfReportId, uploadId);
  }
}
