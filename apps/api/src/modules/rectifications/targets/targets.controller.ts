import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  annualTargetSchema,
  annualTargetsQuerySchema,
  annualTargetsSchema,
  setAnnualTargetRequestSchema,
  targetPlacesQuerySchema,
  targetPlacesSchema,
  withdrawAnnualTargetRequestSchema,
  type AnnualTarget,
  type AnnualTargets,
  type SetAnnualTargetRequest,
  type TargetPlaces,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { TargetsService } from './targets.service.ts';

const idParameter = { schema: z.uuid() };

/** A year's targets (目标任务清单). */
@Controller()
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get('annual-targets')
  @RequirePermission('rectifications.read')
  @Answers(annualTargetsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: annualTargetsQuerySchema }) { countyId, year }: z.infer<typeof annualTargetsQuerySchema>,
  ): Promise<AnnualTargets> {
    return { targets: [...(await this.targets.list(scope, countyId, year))] };
  }

  @Get('annual-target-places')
  @RequirePermission('rectifications.manage')
  @Answers(targetPlacesSchema)
  async places(
    @CurrentScope() scope: Scope,
    @Query({ schema: targetPlacesQuerySchema }) { countyId, schoolId }: z.infer<typeof targetPlacesQuerySchema>,
  ): Promise<TargetPlaces> {
    return { places: await this.targets.places(scope, countyId, schoolId) };
  }

  @Post('annual-targets')
  @RequirePermission('rectifications.manage')
  @Answers(annualTargetSchema, { status: 201 })
  async set(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: setAnnualTargetRequestSchema }) body: SetAnnualTargetRequest,
  ): Promise<AnnualTarget> {
    const id = await this.targets.set(scope, actor, body);
    return this.targets.target(rights.narrowedTo('rectifications.read'), id);
  }

  @Post('annual-targets/:annualTargetId/withdrawal')
  @RequirePermission('rectifications.manage')
  @Answers(annualTargetSchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('annualTargetId', idParameter) targetId: string,
    @Body({ schema: withdrawAnnualTargetRequestSchema }) { reason }: z.infer<typeof withdrawAnnualTargetRequestSchema>,
  ): Promise<AnnualTarget> {
    await this.targets.withdraw(scope, actor, targetId, reason);
    return this.targets.target(rights.narrowedTo('rectifications.read'), targetId);
  }
}
