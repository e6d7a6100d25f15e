import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  changeSchoolRequestSchema,
  regionsSchema,
  registerSchoolRequestSchema,
  schoolDetailSchema,
  schoolsQuerySchema,
  schoolsSchema,
  type ChangeSchoolRequest,
  type Regions,
  type RegisterSchoolRequest,
  type SchoolDetail,
  type Schools,
  type SchoolsQuery,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentRegion, presentSchool, presentSchoolDetail } from './organisations.presenter.ts';
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
    return { schools: (await this.organisations.listSchools(scope, query)).map(presentSchool) };
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

  private async present(scope: Scope, school: SchoolEntry): Promise<SchoolDetail> {
    return presentSchoolDetail(school, await this.organisations.history(scope, school.id));
  }
}
