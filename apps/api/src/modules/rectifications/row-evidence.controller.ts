import { Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { evidenceContentQuerySchema, evidenceMediaTypes, type EvidenceMediaType } from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { storable } from '../../platform/http/storable-text.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { contentHeaders } from '../evidence/evidence.rules.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { RowEvidenceService } from './row-evidence.service.ts';

const idParameter = { schema: z.uuid() };
const LONGEST_NAME = 200;

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
    await this.evidence.add(scope, actor, rectificationId, await fileOf(request));
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

/** @throws request.unsupported-media, request.malformed, request.too-large */
async function fileOf(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart()) throw rectificationErrors.notMultipart();
  const part = await nextFile(request);
  if (part === null) throw rectificationErrors.brokenUpload();
  return part;
}

async function nextFile(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  try {
    const file = await request.file();
    if (file?.fieldname !== 'file') return null;
    return { name: storable(file.filename.slice(0, LONGEST_NAME)), bytes: await file.toBuffer() };
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error)) throw rectificationErrors.brokenUpload();
    throw error;
  }
}
