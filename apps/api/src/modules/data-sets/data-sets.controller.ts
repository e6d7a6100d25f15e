import { Controller, Get, Param, Post } from '@nestjs/common';
import { dataSetSchema, dataSetsSchema, type DataSetView } from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentDataSet } from './data-sets.presenter.ts';
import { DataSetsService } from './data-sets.service.ts';

@Controller('rounds/:roundId/data-sets')
export class DataSetsController {
  constructor(private readonly dataSets: DataSetsService) {}

  @Get()
  @RequirePermission('data-sets.read')
  @Answers(dataSetsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
  ): Promise<z.infer<typeof dataSetsSchema>> {
    return { dataSets: (await this.dataSets.list(scope, roundId)).map(presentDataSet) };
  }

  @Post()
  @RequirePermission('data-sets.freeze')
  @Answers(dataSetSchema)
  async freeze(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
  ): Promise<DataSetView> {
    return presentDataSet(await this.dataSets.freeze(scope, actor, roundId));
  }
}
