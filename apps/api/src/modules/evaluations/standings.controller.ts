import { Controller, Get, Param, Query } from '@nestjs/common';
import { standingsQuerySchema, standingsSchema, type Standings } from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { StandingsService } from './standings.service.ts';

@Controller()
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  @Get('regions/:regionId/standings')
  @RequirePermission('evaluations.read')
  @Answers(standingsSchema)
  async under(
    @CurrentScope() scope: Scope,
    @Param('regionId', { schema: z.uuid() }) regionId: string,
    @Query({ schema: standingsQuerySchema }) query: z.infer<typeof standingsQuerySchema>,
  ): Promise<Standings> {
    return this.standings.under(scope, regionId, query.kind, query);
  }
}
