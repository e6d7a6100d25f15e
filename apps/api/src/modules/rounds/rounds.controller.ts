import { Controller, Get, Param } from '@nestjs/common';
import {
  leftOutSchoolsSchema,
  roundSchema,
  roundsSchema,
  type Round,
  type LeftOutSchools,
} from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { RoundsService } from './rounds.service.ts';

@Controller('rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get()
  @RequirePermission('rounds.read')
  @Answers(roundsSchema)
  async list(@CurrentScope() scope: Scope): Promise<z.infer<typeof roundsSchema>> {
    return { rounds: [...(await this.rounds.list(scope))] };
  }

  @Get(':roundId')
  @RequirePermission('rounds.read')
  @Answers(roundSchema)
  async read(@CurrentScope() scope: Scope, @Param('roundId', { schema: z.uuid() }) roundId: string): Promise<Round> {
    return this.rounds.read(scope, roundId);
  }

  /** For whoever reaches the county: a school does not see whom the round leaves out. */
  @Get(':roundId/left-out-schools')
  @RequirePermission('rounds.read')
  @Answers(leftOutSchoolsSchema)
  async leftOut(
    @CurrentScope() scope: Scope,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
  ): Promise<LeftOutSchools> {
    return this.rounds.leftOutSchools(scope, roundId);
  }
}
