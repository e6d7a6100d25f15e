import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  changeSchoolRequestSchema,
  regionsSchema,
  registerSchoolRequestSchema,
  schoolDetailSchema,
  schoolsQuerySchema,
  schoolsSchema,
  splitSchoolRequestSchema,
  type ChangeSchoolRequest,
  type Regions,
  type RegisterSchoolRequest,
  type SchoolDetail,
  type Schools,
  type SchoolsQuery,
  type SplitSchoolRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentRegion, presentRegisteredSchool, presentSchoolDetail } from './organisations.presenter.ts';
import { OrganisationsService } from './organisations.service.ts';
import type { SchoolEntry } from './organisations.types.ts';
import { SchoolRegisterService } from './school-register.service.ts';

@Controller()
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly register: SchoolRegisterService,
  ) {}

  @Get('regions')
  @RequirePermission('organisations.read')
  @Answers(regionsSchema)
  async listRegions(@CurrentScope() scope: Scope): Promise<Regions> {
    return { regions: (await this.organisations.listRegions(scope)).map(presentRegion) };
  }

  @Get('schools')
  @RequirePermission('organisations.read')
  @Answers(schoolsSchema)
  async listSchools(
    @CurrentScope() scope: Scope,
    @Query({ schema: schoolsQuerySchema }) query: SchoolsQuery,
  ): Promise<Schools> {
    return { schools: (await this.organisations.listSchools(scope, query)).map(presentRegisteredSchool) };
  }

  @Get('schools/:schoolId')
  @RequirePermission('organisations.read')
  @Answers(schoolDetailSchema)
  async readSchool(
    @CurrentScope() scope: Scope,
    @Param('schoolId', { schema: z.uuid() }) schoolId: string,
  ): Promise<SchoolDetail> {
    return this.present(scope, await this.organisations.school(scope, schoolId));
  }

  @Post('schools')
  @RequirePermission('organisations.manage')
  @Answers(schoolDetailSchema, { status: 201 })
  async registerSchool(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: registerSchoolRequestSchema }) body: RegisterSchoolRequest,
  ): Promise<SchoolDetail> {
    return this.present(scope, await this.register.open(scope, actor, body));
  }

  @Post('schools/:schoolId/changes')
  @RequirePermission('organisations.manage')
  @Answers(schoolDetailSchema, { status: 201 })
  async changeSchool(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolId', { schema: z.uuid() }) schoolId: string,
    @Body({ schema: changeSchoolRequestSchema }) body: ChangeSchoolRequest,
  ): Promise<SchoolDetail> {
    return this.present(scope, await this.register.change(scope, actor, schoolId, body));
  }

  @Post('schools/:schoolId/splits')
  @RequirePermission('organisations.manage')
  @Answers(schoolDetailSchema, { status: 201 })
  async splitSchool(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolId', { schema: z.uuid() }) schoolId: string,
    @Body({ schema: splitSchoolRequestSchema }) body: SplitSchoolRequest,
  ): Promise<SchoolDetail> {
    return this.present(scope, await this.register.split(scope, actor, schoolId, body));
  }

  @Delete('schools/:schoolId')
  @RequirePermission('organisations.manage')
  @Answers()
  async deleteSchool(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('schoolId', { schema: z.uuid() }) schoolId: string,
  ): Promise<void> {
    await this.register.remove(scope, actor, schoolId);
  }

  private async present(scope: Scope, school: SchoolEntry): Promise<SchoolDetail> {
    const history = await this.organisations.history(scope, school.id);
    return presentSchoolDetail(school, history, await this.organisations.relations(scope, school.id));
  }
}
