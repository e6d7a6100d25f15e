import { Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { evidenceContentQuerySchema, evidenceMediaTypes, type EvidenceMediaType } from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { uploadedFile } from '../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { contentHeaders } from '../evidence/evidence.rules.ts';
import { RowEvidenceService } from './row-evidence.service.ts';

const idParameter = { schema: z.uuid() };

/** Evidence (佐证) of a row of the ledger. */
@Controller('rectifications/:rectificationId/files')
export class RowEvidenceController {
  constructor(private readonly evidence: RowEvidenceService) {}

  /** One file, the multipart field `file`. */
  @Post()
  @RequirePermission('rectifications.work')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers()
  async add(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.evidence.add(scope, actor, rectificationId, await uploadedFile(request));
  }

  @Delete(':fileId')
  @RequirePermission('rectifications.work')
  @Answers()
  async remove(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Param('fileId', idParameter) fileId: string,
  ): Promise<void> {
    await this.evidence.remove(scope, actor, rectificationId, fileId);
  }

  /** As it was uploaded, by the type its bytes have: shown only where it is an image or a PDF, never executed. */
  @Get(':fileId/content')
  @RequirePermission('rectifications.read')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentScope() scope: Scope,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Param('fileId', idParameter) fileId: string,
    @Query({ schema: evidenceContentQuerySchema }) query: z.infer<typeof evidenceContentQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, content } = await this.evidence.content(scope, rectificationId, fileId);
    void reply.headers(contentHeaders({ ...file, mediaType: mediaTypeOf(file.mediaType) }, query.as)).send(content);
  }
}

function mediaTypeOf(stored: string): EvidenceMediaType {
  return evidenceMediaTypes.find((known) => known === stored) ?? 'application/pdf';
}
