import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  secondFactorRulesOfCountySchema,
  secondFactorRulesRequestSchema,
  secondFactorRulesSchema,
  type SecondFactorRules,
  type SecondFactorRulesOfCounty,
  type SecondFactorRulesRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from './access.decorators.ts';
import type { Scope } from './access.scope.ts';
import { SecondFactorRulesService } from './second-factor-rules.service.ts';

@Controller()
export class SecondFactorRulesController {
  constructor(private readonly rules: SecondFactorRulesService) {}

  @Get('second-factor-rules')
  @RequirePermission('people.manage')
  @Answers(secondFactorRulesSchema)
  async list(@CurrentScope() scope: Scope): Promise<SecondFactorRules> {
    return this.rules.list(scope);
  }

  @Put('counties/:countyId/second-factor-rules')
  @RequirePermission('people.manage')
  @Answers(secondFactorRulesOfCountySchema)
  async change(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', { schema: z.uuid() }) countyId: string,
    @Body({ schema: secondFactorRulesRequestSchema }) body: SecondFactorRulesRequest,
  ): Promise<SecondFactorRulesOfCounty> {
    return this.rules.change(scope, actor, countyId, body.roles);
  }
}
