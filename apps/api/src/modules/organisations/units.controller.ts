import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  closeUnitRequestSchema,
  openUnitRequestSchema,
  renameUnitRequestSchema,
  unitSchema,
  unitsQuerySchema,
  unitsSchema,
  type CloseUnitRequest,
  type OpenUnitRequest,
  type RenameUnitRequest,
  type Unit,
  type Units,
  type UnitsQuery,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { UnitsService } from './units.service.ts';

const idParameter = { schema: z.uuid() };

@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @RequirePermission('organisations.read')
  @Answers(unitsSchema)
  async list(@CurrentScope() scope: Scope, @Query({ schema: unitsQuerySchema }) query: UnitsQuery): Promise<Units> {
    return { units: [...(await this.units.list(scope, query))] };
  }

  @Post()
  @RequirePermission('organisations.manage')
  @Answers(unitSchema, { status: 201 })
  async open(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: openUnitRequestSchema }) body: OpenUnitRequest,
  ): Promise<Unit> {
    return this.units.open(scope, actor, body);
  }

  @Put(':unitId/name')
  @RequirePermission('organisations.manage')
  @Answers(unitSchema)
  async rename(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('unitId', idParameter) unitId: string,
    @Body({ schema: renameUnitRequestSchema }) body: RenameUnitRequest,
  ): Promise<Unit> {
    return this.units.rename(scope, actor, unitId, body.name);
  }

  @Post(':unitId/closing')
  @RequirePermission('organisations.manage')
  @Answers(unitSchema)
  async close(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('unitId', idParameter) unitId: string,
    @Body({ schema: closeUnitRequestSchema }) body: CloseUnitRequest,
  ): Promise<Unit> {
    return this.units.close(scope, actor, unitId, body);
  }
}
