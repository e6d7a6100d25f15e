import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  archiveIndexSchema,
  decideEvidenceRequestSchema,
  type ArchiveIndex,
  type DecideEvidenceRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { ArchiveService } from './archive.service.ts';

const idParameter = { schema: z.uuid() };

/** Desk review (案头审核) of what a school to visit handed in. */
@Controller('inspections/:inspectionId/visits/:schoolId/archive')
export class ArchiveController {
  constructor(private readonly archive: ArchiveService) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(archiveIndexSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
  ): Promise<ArchiveIndex> {
    return this.archive.read(scope, { inspectionId, schoolId });
  }

  @Put(':evidenceId')
  @RequirePermission('visits.record')
  @Answers(archiveIndexSchema)
  async decide(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Param('evidenceId', idParameter) evidenceId: string,
    @Body({ schema: decideEvidenceRequestSchema }) body: DecideEvidenceRequest,
  ): Promise<ArchiveIndex> {
    await this.archive.decide(scope, actor, { inspectionId, schoolId }, evidenceId, body);
    return this.archive.read(scope, { inspectionId, schoolId });
  }
}
