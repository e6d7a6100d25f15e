import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  handOverFindingsRequestSchema,
  inspectionFindingsSchema,
  type HandOverFindingsRequest,
  type InspectionFindings,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { InspectionFindingsService } from './inspection-findings.service.ts';

const idParameter = { schema: z.uuid() };

/** Findings of a special supervision (专项督查). */
@Controller('inspections/:inspectionId/findings')
export class InspectionFindingsController {
  constructor(private readonly findings: InspectionFindingsService) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(inspectionFindingsSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<InspectionFindings> {
    return this.findings.read(scope, inspectionId);
  }

  @Post()
  @RequirePermission('inspections.manage')
  @Answers(inspectionFindingsSchema)
  async handOver(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: handOverFindingsRequestSchema }) body: HandOverFindingsRequest,
  ): Promise<InspectionFindings> {
    await this.findings.handOver(scope, actor, inspectionId, body.deadline);
    return this.findings.read(rights, inspectionId);
  }

  @Post('takeover')
  @RequirePermission('rectifications.manage')
  @Answers(inspectionFindingsSchema)
  async takeOver(
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: handOverFindingsRequestSchema }) body: HandOverFindingsRequest,
  ): Promise<InspectionFindings> {
    await this.findings.takeOver(rights, actor, inspectionId, body.deadline);
    return this.findings.read(rights, inspectionId);
  }
}
