import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  reopenVisitRequestSchema,
  savedVisitEntriesSchema,
  saveVisitEntriesRequestSchema,
  signVisitRequestSchema,
  visitSchema,
  visitsSchema,
  type SavedVisitEntries,
  type SaveVisitEntriesRequest,
  type Visit,
  type Visits,
} from '@junheng/api-contract';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { VisitSavingService } from './visit-saving.service.ts';
import { presentVisit, presentVisits } from './visits.presenter.ts';
import { VisitsService } from './visits.service.ts';

const idParameter = { schema: z.uuid() };

/** Site visits (现场核查) of a project, one a school. */
@Controller('inspections/:inspectionId/visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly saving: VisitSavingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(visitsSchema)
  async list(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<Visits> {
    const { visits, mayRecord } = await this.visits.list(scope, inspectionId);
    return presentVisits(visits, scope.personId, mayRecord);
  }

  @Get(':schoolId')
  @RequirePermission('inspections.read')
  @Answers(visitSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
  ): Promise<Visit> {
    return presentVisit(await this.visits.read(scope, inspectionId, schoolId), scope.personId, this.clock.now());
  }

  @Patch(':schoolId/entries')
  @RequirePermission('visits.record')
  @Answers(savedVisitEntriesSchema)
  async save(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Body({ schema: saveVisitEntriesRequestSchema }) body: SaveVisitEntriesRequest,
  ): Promise<SavedVisitEntries> {
    return this.saving.save(scope, actor, { inspectionId, schoolId }, body);
  }

  @Post(':schoolId/signature')
  @RequirePermission('visits.record')
  @Answers(visitSchema)
  async sign(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Body({ schema: signVisitRequestSchema }) body: z.infer<typeof signVisitRequestSchema>,
  ): Promise<Visit> {
    await this.visits.sign(scope, actor, { inspectionId, schoolId }, body.revision);
    return this.read(scope, inspectionId, schoolId);
  }

  @Post(':schoolId/reopening')
  @RequirePermission('visits.record')
  @Answers(visitSchema)
  async reopen(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Body({ schema: reopenVisitRequestSchema }) body: z.infer<typeof reopenVisitRequestSchema>,
  ): Promise<Visit> {
    await this.visits.reopen(scope, actor, { inspectionId, schoolId }, body.reason);
    return this.read(scope, inspectionId, schoolId);
  }
}
