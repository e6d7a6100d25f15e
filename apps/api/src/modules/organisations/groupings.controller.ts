import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  changeGroupingRequestSchema,
  endGroupingRequestSchema,
  groupingDetailSchema,
  groupingsQuerySchema,
  groupingsSchema,
  openGroupingRequestSchema,
  setMembersRequestSchema,
  type ChangeGroupingRequest,
  type EndGroupingRequest,
  type GroupingDetail,
  type Groupings,
  type GroupingsQuery,
  type OpenGroupingRequest,
  type SetMembersRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { GroupingsService } from './groupings.service.ts';
import { presentGrouping, presentGroupingDetail } from './organisations.presenter.ts';

const idParameter = { schema: z.uuid() };

@Controller('groupings')
export class GroupingsController {
  constructor(private readonly groupings: GroupingsService) {}

  @Get()
  @RequirePermission('organisations.read')
  @Answers(groupingsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: groupingsQuerySchema }) query: GroupingsQuery,
  ): Promise<Groupings> {
    return { groupings: (await this.groupings.list(scope, { regionId: query.regionId })).map(presentGrouping) };
  }

  @Get(':groupingId')
  @RequirePermission('organisations.read')
  @Answers(groupingDetailSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('groupingId', idParameter) groupingId: string,
  ): Promise<GroupingDetail> {
    return presentGroupingDetail(await this.groupings.grouping(scope, groupingId));
  }

  @Post()
  @RequirePermission('organisations.manage')
  @Answers(groupingDetailSchema, { status: 201 })
  async open(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: openGroupingRequestSchema }) body: OpenGroupingRequest,
  ): Promise<GroupingDetail> {
    return presentGroupingDetail(await this.groupings.open(scope, actor, body));
  }

  @Put(':groupingId')
  @RequirePermission('organisations.manage')
  @Answers(groupingDetailSchema)
  async rename(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('groupingId', idParameter) groupingId: string,
    @Body({ schema: changeGroupingRequestSchema }) body: ChangeGroupingRequest,
  ): Promise<GroupingDetail> {
    return presentGroupingDetail(await this.groupings.rename(scope, actor, groupingId, body));
  }

  @Put(':groupingId/members')
  @RequirePermission('organisations.manage')
  @Answers(groupingDetailSchema)
  async setMembers(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('groupingId', idParameter) groupingId: string,
    @Body({ schema: setMembersRequestSchema }) body: SetMembersRequest,
  ): Promise<GroupingDetail> {
    return presentGroupingDetail(await this.groupings.setMembers(scope, actor, groupingId, body));
  }

  @Post(':groupingId/end')
  @RequirePermission('organisations.manage')
  @Answers(groupingDetailSchema)
  async end(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('groupingId', idParameter) groupingId: string,
    @Body({ schema: endGroupingRequestSchema }) body: EndGroupingRequest,
  ): Promise<GroupingDetail> {
    return presentGroupingDetail(await this.groupings.end(scope, actor, groupingId, body));
  }
}
