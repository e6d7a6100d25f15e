import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  checklistReadingSchema,
  checklistSchema,
  checklistSheetQuerySchema,
  checklistsSchema,
  publishChecklistRequestSchema,
  type Checklist,
  type ChecklistReading,
  type Checklists,
  type PublishChecklistRequest,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { UploadRoom } from '../../platform/files/upload-room.ts';
import { Answers } from '../../platform/http/answers.ts';
import { uploadedFile } from '../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { ChecklistsService } from './checklists.service.ts';
import { presentChecklist } from './standards.presenter.ts';
import { writeChecklistSheet } from './write-checklist-sheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Small checklists (督查清单) of special supervision. */
@Controller()
export class ChecklistsController {
  constructor(
    private readonly checklists: ChecklistsService,
    private readonly room: UploadRoom,
  ) {}

  @Get('checklists')
  @RequirePermission('inspections.read')
  @Answers(checklistsSchema)
  async list(@CurrentScope() scope: Scope): Promise<Checklists> {
    return { checklists: (await this.checklists.list(scope)).map(presentChecklist) };
  }

  @Post('checklists')
  @RequirePermission('checklists.manage')
  @Answers(checklistSchema, { status: 201 })
  async publish(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: publishChecklistRequestSchema }) body: PublishChecklistRequest,
  ): Promise<Checklist> {
    return presentChecklist(await this.checklists.publish(scope, actor, body));
  }

  /** A workbook in the multipart field `file`: what it says is shown, and published only by `POST /checklists`. */
  @Post('regions/:regionId/checklist-readings')
  @RequirePermission('checklists.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(checklistReadingSchema)
  async readSheet(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('regionId', { schema: z.uuid() }) regionId: string,
    @Req() request: FastifyRequest,
  ): Promise<ChecklistReading> {
    return this.room.run('whole', async () =>
      this.checklists.readSheet(scope, actor, regionId, await uploadedFile(request)),
    );
  }

  /** The empty sheet. */
  @Get('checklist-sheet')
  @RequirePermission('inspections.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async sheet(
    @Query({ schema: checklistSheetQuerySchema }) query: z.infer<typeof checklistSheetQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply
      .headers({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="checklist.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(await writeChecklistSheet(query.language));
  }
}
