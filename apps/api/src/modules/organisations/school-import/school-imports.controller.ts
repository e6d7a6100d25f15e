import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  confirmSchoolImportRequestSchema,
  schoolImportSchema,
  schoolImportsSchema,
  schoolSheetQuerySchema,
  type ConfirmSchoolImportRequest,
  type SchoolImport,
  type SchoolImports,
  type SchoolSheetQuery,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { UploadRoom } from '../../../platform/files/upload-room.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { uploadedFile } from '../../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { presentListedSchoolImport, presentSchoolImport } from '../organisations.presenter.ts';
import { OrganisationsService } from '../organisations.service.ts';
import { SchoolImportsService } from './school-imports.service.ts';
import { writeSchoolSheet } from './write-school-sheet.ts';

const idParameter = { schema: z.uuid() };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class SchoolImportsController {
  constructor(
    private readonly imports: SchoolImportsService,
    private readonly organisations: OrganisationsService,
    private readonly room: UploadRoom,
  ) {}

  /** A workbook in the multipart field `file`: one. */
  @Post('counties/:countyId/school-imports')
  @RequirePermission('organisations.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(schoolImportSchema, { status: 201 })
  async upload(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
    @Req() request: FastifyRequest,
  ): Promise<SchoolImport> {
    const read = await this.room.run('whole', async () =>
      this.imports.upload(scope, actor, countyId, await uploadedFile(request)),
    );
    return presentSchoolImport(read);
  }

  @Get('counties/:countyId/school-imports')
  @RequirePermission('organisations.manage')
  @Answers(schoolImportsSchema)
  async list(@CurrentScope() scope: Scope, @Param('countyId', idParameter) countyId: string): Promise<SchoolImports> {
    // Of a county outside the scope nothing is said, not even that there is nothing.
    await this.organisations.region(scope, countyId);
    return { imports: (await this.imports.list(scope, countyId)).map(presentListedSchoolImport) };
  }

  @Get('school-imports/:schoolImportId')
  @RequirePermission('organisations.manage')
  @Answers(schoolImportSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('schoolImportId', idParameter) importId: string,
  ): Promise<SchoolImport> {
    return presentSchoolImport(await this.imports.read(scope, importId));
  }

  @Post('school-imports/:schoolImportId/confirm')
  @RequirePermission('organisations.manage')
  @Answers(schoolImportSchema)
  async confirm(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolImportId', idParameter) importId: string,
    @Body({ schema: confirmSchoolImportRequestSchema }) body: ConfirmSchoolImportRequest,
  ): Promise<SchoolImport> {
    return presentSchoolImport(await this.imports.confirm(scope, actor, importId, body.warningsConfirmed));
  }

  @Post('school-imports/:schoolImportId/discard')
  @RequirePermission('organisations.manage')
  @Answers()
  async discard(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolImportId', idParameter) importId: string,
  ): Promise<void> {
    await this.imports.discard(scope, actor, importId);
  }

  /** The schools in scope as a sheet that the import reads; empty with `?template=true`. */
  @Get('school-sheet')
  @RequirePermission('organisations.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async sheet(
    @CurrentScope() scope: Scope,
    @Query({ schema: schoolSheetQuerySchema }) query: SchoolSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const schools = query.template === 'true' ? [] : await this.organisations.listSchools(scope, { openOnly: true });
    const codes = new Map(schools.map(({ id, code }) => [id, code]));
    const bytes = await writeSchoolSheet(schools, codes, query.language);
    void reply
      .headers({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="schools.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(bytes);
  }
}
