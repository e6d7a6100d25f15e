import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  confirmImportRequestSchema,
  confirmedImportSchema,
  importListSchema,
  importPreviewSchema,
  type ImportPreviewView,
} from '@junheng/api-contract';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { UploadRoom } from '../../platform/files/upload-room.ts';
import { storable } from '../../platform/http/storable-text.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ImportConfirmationService } from './import-confirmation.service.ts';
import { importErrors } from './imports.errors.ts';
import { ImportsService } from './imports.service.ts';
import type { ConfirmedImport, UploadedFile } from './imports.types.ts';

const idParameter = { schema: z.uuid() };

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly confirmation: ImportConfirmationService,
    private readonly room: UploadRoom,
  ) {}

  /** Workbooks in the multipart field `file`, several allowed. */
  @Post('rounds/:roundId/imports')
  @RequirePermission('imports.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
    },
  })
  @Answers(importPreviewSchema, { status: 201 })
  async upload(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', idParameter) roundId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreviewView> {
    if (!request.isMultipart()) throw importErrors.notMultipart();
    // Files are in memory while they are read: a few uploads at once, however many arrive.
    const id = await this.room.run('whole', () => this.imports.upload(scope, actor, roundId, filesOf(request)));
    return this.imports.read(scope, id);
  }

  @Get('rounds/:roundId/imports')
  @RequirePermission('imports.manage')
  @Answers(importListSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Param('roundId', idParameter) roundId: string,
  ): Promise<z.infer<typeof importListSchema>> {
    return this.imports.list(scope, roundId);
  }

  @Get('imports/:importId')
  @RequirePermission('imports.manage')
  @Answers(importPreviewSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('importId', idParameter) importId: string,
  ): Promise<ImportPreviewView> {
    return this.imports.read(scope, importId);
  }

  @Post('imports/:importId/confirm')
  @RequirePermission('imports.manage')
  @Answers(confirmedImportSchema)
  async confirm(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('importId', idParameter) importId: string,
    @Body({ schema: confirmImportRequestSchema }) request: z.infer<typeof confirmImportRequestSchema>,
  ): Promise<ConfirmedImport> {
    return this.confirmation.confirm(scope, actor, importId, request);
  }

  @Post('imports/:importId/discard')
  @RequirePermission('imports.manage')
  @Answers()
  async discard(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('importId', idParameter) importId: string,
  ): Promise<void> {
    await this.confirmation.discard(scope, actor, importId);
  }
}

/**
 * One file at a time in memory; a file above the limit ends the request with `request.too-large`, a body that is not what its
 * header says, or breaks off, with `request.malformed`.
 */
async function* filesOf(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  const parts = request.files();
  for (;;) {
    const file = await nextFile(parts);
    if (file === null) return;
    if (file.field === 'file') yield { name: storable(file.name.slice(0, 200)), bytes: file.bytes };
  }
}

async function nextFile(
  parts: AsyncIterableIterator<MultipartFile>,
): Promise<{ readonly field: string; readonly name: string; readonly bytes: Buffer } | null> {
  try {
    const next: IteratorResult<MultipartFile, unknown> = await parts.next();
    if (next.done === true) return null;
    const part = next.value;
    return { field: part.fieldname, name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error)) throw importErrors.brokenUpload();
    throw error;
  }
}
