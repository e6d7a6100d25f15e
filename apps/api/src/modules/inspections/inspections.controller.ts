import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import {
  commitDrawRequestSchema,
  drawPublicationSchema,
  freezeListRequestSchema,
  inspectionSchema,
  inspectionsSchema,
  writeInspectionRequestSchema,
  type CommitDrawRequest,
  type DrawPublication,
  type FreezeListRequest,
  type Inspection,
  type Inspections,
  type WriteInspectionRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { DrawsService } from './draws.service.ts';
import { presentInspection, presentInspectionSummary, presentPublication } from './inspections.presenter.ts';
import { InspectionsService } from './inspections.service.ts';

const idParameter = { schema: z.uuid() };

/** Inspection projects (督导项目) and the draws of their samples. */
@Controller('inspections')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly draws: DrawsService,
    private readonly standards: StandardsService,
  ) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(inspectionsSchema)
  async list(@CurrentScope() scope: Scope): Promise<Inspections> {
    return { inspections: (await this.inspections.list(scope)).map(presentInspectionSummary) };
  }

  @Get(':inspectionId')
  @RequirePermission('inspections.read')
  @Answers(inspectionSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<Inspection> {
    const read = await this.inspections.inspection(scope, inspectionId);
    return presentInspection(read, this.standards.inForce(read.inspection.editionId));
  }

  @Post()
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema, { status: 201 })
  async plan(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: writeInspectionRequestSchema }) body: WriteInspectionRequest,
  ): Promise<Inspection> {
    return this.read(scope, await this.inspections.plan(scope, actor, body));
  }

  @Put(':inspectionId')
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema)
  async change(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: writeInspectionRequestSchema }) body: WriteInspectionRequest,
  ): Promise<Inspection> {
    await this.inspections.change(scope, actor, inspectionId, body);
    return this.read(scope, inspectionId);
  }

  @Post(':inspectionId/confirmation')
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema)
  async confirm(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<Inspection> {
    await this.inspections.confirm(scope, actor, inspectionId);
    return this.read(scope, inspectionId);
  }

  @Post(':inspectionId/draws')
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema, { status: 201 })
  async commit(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: commitDrawRequestSchema }) body: CommitDrawRequest,
  ): Promise<Inspection> {
    await this.draws.commit(scope, actor, inspectionId, body.reason);
    return this.read(scope, inspectionId);
  }

  @Post(':inspectionId/draws/:drawId/list')
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema)
  async freeze(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('drawId', idParameter) drawId: string,
    @Body({ schema: freezeListRequestSchema }) body: FreezeListRequest,
  ): Promise<Inspection> {
    await this.draws.freeze(scope, actor, { inspectionId, drawId }, new Date(body.headsAt));
    return this.read(scope, inspectionId);
  }

  @Post(':inspectionId/draws/:drawId/drawing')
  @RequirePermission('inspections.manage')
  @Answers(inspectionSchema)
  async draw(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('drawId', idParameter) drawId: string,
  ): Promise<Inspection> {
    await this.draws.draw(scope, actor, { inspectionId, drawId });
    return this.read(scope, inspectionId);
  }

  /** A file to keep and to hand on. */
  @Get(':inspectionId/draws/:drawId/publication')
  @RequirePermission('inspections.read')
  @Header('Content-Disposition', 'attachment; filename="junheng-sample.json"')
  @Answers(drawPublicationSchema)
  async publication(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('drawId', idParameter) drawId: string,
  ): Promise<DrawPublication> {
    return presentPublication(await this.inspections.inspection(scope, inspectionId), drawId);
  }
}
