import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  completeConsolidationRequestSchema,
  consolidationSchema,
  evaluateVerifiedRequestSchema,
  resolveDifferenceRequestSchema,
  setDifferenceLimitRequestSchema,
  type CompleteConsolidationRequest,
  type Consolidation,
  type ResolveDifferenceRequest,
  type SetDifferenceLimitRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { presentConsolidation } from './consolidation.presenter.ts';
import { ConsolidationService } from './consolidation.service.ts';
import { VerifiedEvaluationsService } from './verified-evaluations.service.ts';

const idParameter = { schema: z.uuid() };

/** Consolidation (汇总核定) of an inspection: read by whoever sees the project, decided by its leader. */
@Controller('inspections/:inspectionId/consolidation')
export class ConsolidationController {
  constructor(
    private readonly consolidations: ConsolidationService,
    private readonly evaluations: VerifiedEvaluationsService,
    private readonly standards: StandardsService,
  ) {}

  @Get()
  @RequirePermission('inspections.read')
  @Answers(consolidationSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
  ): Promise<Consolidation> {
    const read = await this.consolidations.read(scope, inspectionId);
    return presentConsolidation(read, this.standards.inForce(read.inspection.editionId).edition);
  }

  @Put('limit')
  @RequirePermission('inspections.manage')
  @Answers(consolidationSchema)
  async setLimit(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: setDifferenceLimitRequestSchema }) body: SetDifferenceLimitRequest,
  ): Promise<Consolidation> {
    await this.consolidations.setLimit(scope, actor, inspectionId, body);
    return this.read(scope, inspectionId);
  }

  @Put('resolutions')
  @RequirePermission('inspections.manage')
  @Answers(consolidationSchema)
  async resolve(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: resolveDifferenceRequestSchema }) body: ResolveDifferenceRequest,
  ): Promise<Consolidation> {
    await this.consolidations.resolve(scope, actor, inspectionId, body);
    return this.read(scope, inspectionId);
  }

  @Post('completion')
  @RequirePermission('inspections.manage')
  @Answers(consolidationSchema)
  async complete(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: completeConsolidationRequestSchema }) body: CompleteConsolidationRequest,
  ): Promise<Consolidation> {
    await this.consolidations.complete(scope, actor, inspectionId, body);
    return this.read(scope, inspectionId);
  }

  @Post('evaluations')
  @RequirePermission('inspections.manage')
  @Answers(consolidationSchema)
  async evaluate(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Body({ schema: evaluateVerifiedRequestSchema }) body: z.infer<typeof evaluateVerifiedRequestSchema>,
  ): Promise<Consolidation> {
    await this.evaluations.run(scope, actor, inspectionId, body.countyId);
    return this.read(scope, inspectionId);
  }
}
