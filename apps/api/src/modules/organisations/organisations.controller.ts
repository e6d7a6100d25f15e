import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  regionsSchema,
  schoolDetailSchema,
  schoolsQuerySchema,
  schoolsSchema,
  type Regions,
  type SchoolDetail,
  type Schools,
  type SchoolsQuery,
} from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentRegion, presentSchool, presentSchoolDetail } from './organisations.presenter.ts';
import { OrganisationsService } from './organisations.service.ts';

@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

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
    const school = await this.organisations.school(scope, schoolId);
    return presentSchoolDetail(school, await this.organisations.history(scope, schoolId));
  }
}
