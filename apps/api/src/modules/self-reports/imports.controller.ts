import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  confirmImportRequestSchema,
  confirmedImportSchema,
  importListSchema,
  importPreviewSchema,
  type ImportPreviewView,
} from '@junheng/api-contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { UploadRoom } from '../../platform/files/upload-room.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ImportConfirmationService } from './import-confirmation.service.ts';
import { ImportsService } from './imports.service.ts';
import type { ConfirmedImport } from './imports.types.ts';
import { uploadedFiles } from './uploaded-files.ts';

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
    // Files are in memory while they are read: a few uploads at once, however many arrive.
    const id = await this.room.run('whole', () => this.imports.upload(scope, actor, roundId, uploadedFiles(request)));
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
