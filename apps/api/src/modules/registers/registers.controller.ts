import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  addRegisterRowRequestSchema,
  changeRegisterRowRequestSchema,
  registerRowSchema,
  registerRowsQuerySchema,
  registerRowsSchema,
  registerRowVersionsSchema,
  withdrawRegisterRowRequestSchema,
  type AddRegisterRowRequest,
  type ChangeRegisterRowRequest,
  type RegisterRow,
  type RegisterRows,
  type RegisterRowsQuery,
  type RegisterRowVersions,
  type WithdrawRegisterRowRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentRow, presentVersion } from './registers.presenter.ts';
import { RegistersService } from './registers.service.ts';

const idParameter = { schema: z.uuid() };

/** Rows of the registers (登记册). */
@Controller('register-rows')
export class RegistersController {
  constructor(private readonly registers: RegistersService) {}

  @Get()
  @RequirePermission('registers.read')
  @Answers(registerRowsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: registerRowsQuerySchema }) query: RegisterRowsQuery,
  ): Promise<RegisterRows> {
    const { rows, more } = await this.registers.list(scope, query);
    return { rows: rows.map(presentRow), more };
  }

  @Post()
  @RequirePermission('registers.keep')
  @Answers(registerRowSchema, { status: 201 })
  async add(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: addRegisterRowRequestSchema }) { countyId, ...content }: AddRegisterRowRequest,
  ): Promise<RegisterRow> {
    return presentRow(await this.registers.add(scope, actor, countyId, content));
  }

  @Put(':registerRowId')
  @RequirePermission('registers.keep')
  @Answers(registerRowSchema)
  async change(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('registerRowId', idParameter) rowId: string,
    @Body({ schema: changeRegisterRowRequestSchema }) { revision, ...content }: ChangeRegisterRowRequest,
  ): Promise<RegisterRow> {
    return presentRow(await this.registers.change(scope, actor, { rowId, revision }, content));
  }

  @Post(':registerRowId/withdrawal')
  @RequirePermission('registers.keep')
  @Answers(registerRowSchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('registerRowId', idParameter) rowId: string,
    @Body({ schema: withdrawRegisterRowRequestSchema }) { revision, reason }: WithdrawRegisterRowRequest,
  ): Promise<RegisterRow> {
    return presentRow(await this.registers.withdraw(scope, actor, { rowId, revision }, reason));
  }

  @Get(':registerRowId/versions')
  @RequirePermission('registers.read')
  @Answers(registerRowVersionsSchema)
  async versions(
    @CurrentScope() scope: Scope,
    @Param('registerRowId', idParameter) rowId: string,
  ): Promise<RegisterRowVersions> {
    return { versions: (await this.registers.versions(scope, rowId)).map(presentVersion) };
  }
}
