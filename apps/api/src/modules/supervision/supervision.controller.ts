import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  recordVisitRequestSchema,
  regularVisitsSchema,
  supervisionSchema,
  visitRuleRequestSchema,
  type RecordVisitRequest,
  type RegularVisits,
  type Supervision,
  type VisitRuleRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { SupervisionService } from './supervision.service.ts';

const idParameter = { schema: z.uuid() };

/** Regular supervision by responsible inspectors (责任督学挂牌). */
@Controller('supervision')
export class SupervisionController {
  constructor(private readonly supervision: SupervisionService) {}

  @Get()
  @RequirePermission('supervision.read')
  @Answers(supervisionSchema)
  async overview(@CurrentFullScope() scope: Scope): Promise<Supervision> {
    return this.supervision.overview(scope);
  }

  @Get('schools/:schoolId/visits')
  @RequirePermission('supervision.read')
  @Answers(regularVisitsSchema)
  async visits(@CurrentScope() scope: Scope, @Param('schoolId', idParameter) schoolId: string): Promise<RegularVisits> {
    const { school, visits } = await this.supervision.visits(scope, schoolId);
    return {
      school: { id: school.id, name: school.name },
      visits: visits.map(({ findings, recordedAt, ...visit }) => ({
        ...visit,
        findings: [...findings],
        recordedAt: recordedAt.toISOString(),
      })),
    };
  }

  @Post('schools/:schoolId/visits')
  @RequirePermission('supervision.record')
  @Answers(regularVisitsSchema, { status: 201 })
  async record(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolId', idParameter) schoolId: string,
    @Body({ schema: recordVisitRequestSchema }) body: RecordVisitRequest,
  ): Promise<RegularVisits> {
    await this.supervision.record(scope, actor, schoolId, body);
    return this.visits(scope, schoolId);
  }

  @Put('rules/:countyId')
  @RequirePermission('supervision.manage')
  @Answers(supervisionSchema)
  async setRule(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: visitRuleRequestSchema }) body: VisitRuleRequest,
  ): Promise<Supervision> {
    await this.supervision.setRule(scope.narrowedTo('supervision.manage'), actor, countyId, body);
    return this.overview(scope);
  }
}
