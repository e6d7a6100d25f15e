import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  confirmedPeopleImportSchema,
  confirmPeopleImportRequestSchema,
  peopleImportSchema,
  peopleImportsSchema,
  peopleSheetQuerySchema,
  type ConfirmedPeopleImport,
  type ConfirmPeopleImportRequest,
  type PeopleImport,
  type PeopleImports,
  type PeopleSheetQuery,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { UploadRoom } from '../../../platform/files/upload-room.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { uploadedFile } from '../../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { PeopleService } from '../../access/people.service.ts';
import { presentListedPeopleImport, presentPeopleImport } from '../organisations.presenter.ts';
import { OrganisationsService } from '../organisations.service.ts';
import { PeopleImportsService } from './people-imports.service.ts';
import { writePeopleSheet } from './write-people-sheet.ts';

const idParameter = { schema: z.uuid() };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class PeopleImportsController {
  constructor(
    private readonly imports: PeopleImportsService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    private readonly room: UploadRoom,
  ) {}

  /** A workbook in the multipart field `file`: one. */
  @Post('counties/:countyId/people-imports')
  @RequirePermission('people.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(peopleImportSchema, { status: 201 })
  async upload(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
    @Req() request: FastifyRequest,
  ): Promise<PeopleImport> {
    const read = await this.room.run('whole', async () =>
      this.imports.upload(scope, actor, countyId, await uploadedFile(request)),
    );
    return presentPeopleImport(read);
  }

  @Get('counties/:countyId/people-imports')
  @RequirePermission('people.manage')
  @Answers(peopleImportsSchema)
  async list(@CurrentScope() scope: Scope, @Param('countyId', idParameter) countyId: string): Promise<PeopleImports> {
    // Of a county outside the scope nothing is said, not even that there is nothing.
    await this.organisations.region(scope, countyId);
    return { imports: (await this.imports.list(scope, countyId)).map(presentListedPeopleImport) };
  }

  @Get('people-imports/:peopleImportId')
  @RequirePermission('people.manage')
  @Answers(peopleImportSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('peopleImportId', idParameter) importId: string,
  ): Promise<PeopleImport> {
    return presentPeopleImport(await this.imports.read(scope, importId));
  }

  @Post('people-imports/:peopleImportId/confirm')
  @RequirePermission('people.manage')
  @Answers(confirmedPeopleImportSchema)
  async confirm(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('peopleImportId', idParameter) importId: string,
    @Body({ schema: confirmPeopleImportRequestSchema }) body: ConfirmPeopleImportRequest,
  ): Promise<ConfirmedPeopleImport> {
    const { record, links } = await this.imports.confirm(scope, actor, importId, body.warningsConfirmed);
    return {
      peopleImport: presentPeopleImport(record),
      links: links.map(({ expiresAt, ...link }) => ({ ...link, expiresAt: expiresAt.toISOString() })),
    };
  }

  @Post('people-imports/:peopleImportId/discard')
  @RequirePermission('people.manage')
  @Answers()
  async discard(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('peopleImportId', idParameter) importId: string,
  ): Promise<void> {
    await this.imports.discard(scope, actor, importId);
  }

  /** The people in scope with their roles as a sheet that the import reads; empty with `?template=true`. */
  @Get('people-sheet')
  @RequirePermission('people.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async sheet(
    @CurrentScope() scope: Scope,
    @Query({ schema: peopleSheetQuerySchema }) query: PeopleSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const template = query.template === 'true';
    const people = template ? [] : await this.people.list(scope, {});
    const schools = template ? [] : await this.organisations.listSchools(scope, {});
    const codes = new Map(schools.map(({ id, code }) => [id, code]));
    const bytes = await writePeopleSheet(people, codes, query.language);
    void reply
      .headers({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="people.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(bytes);
  }
}
