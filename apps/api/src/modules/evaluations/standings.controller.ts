import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  groupingStandingsQuerySchema,
  groupingStandingsSchema,
  standingsQuerySchema,
  standingsSchema,
  type GroupingStandings,
  type Standings,
} from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { GroupingStandingsService } from './grouping-standings.service.ts';
import { StandingsService } from './standings.service.ts';

@Controller()
export class StandingsController {
  constructor(
    private readonly standings: StandingsService,
    private readonly groupings: GroupingStandingsService,
  ) {}

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

  @Get('regions/:regionId/grouping-standings')
  @RequirePermission('evaluations.read')
  @Answers(groupingStandingsSchema)
  async groupingsUnder(
    @CurrentScope() scope: Scope,
    @Param('regionId', { schema: z.uuid() }) regionId: string,
    @Query({ schema: groupingStandingsQuerySchema }) query: z.infer<typeof groupingStandingsQuerySchema>,
  ): Promise<GroupingStandings> {
    return this.groupings.under(scope, regionId, query);
  }
}
