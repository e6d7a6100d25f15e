import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  assignSectionsRequestSchema,
  finishSectionRequestSchema,
  sectionIdSchema,
  sectionWorkListSchema,
  type AssignSectionsRequest,
  type FinishSectionRequest,
  type SectionWorkList,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { SectionWorkService } from './section-work.service.ts';

const idParameter = { schema: z.uuid() };

/** Who does which section inside the school. Every answer is the whole list as it then is. */
@Controller('self-reports/:selfReportId/sections')
export class SectionWorkController {
  constructor(private readonly work: SectionWorkService) {}

  @Get()
  @RequirePermission('self-reports.fill')
  @Answers(sectionWorkListSchema)
  async read(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('selfReportId', idParameter) id: string,
  ): Promise<SectionWorkList> {
    return this.work.read(scope, rights, id);
  }

  @Put()
  @RequirePermission('self-reports.submit')
  @Answers(sectionWorkListSchema)
  async assign(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Body({ schema: assignSectionsRequestSchema }) body: AssignSectionsRequest,
  ): Promise<SectionWorkList> {
    await this.work.assign(scope, actor, id, body);
    return this.work.read(scope, rights, id);
  }

  @Put(':section/finished')
  @RequirePermission('self-reports.fill')
  @Answers(sectionWorkListSchema)
  async finish(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', idParameter) id: string,
    @Param('section', { schema: sectionIdSchema }) section: string,
    @Body({ schema: finishSectionRequestSchema }) body: FinishSectionRequest,
  ): Promise<SectionWorkList> {
    await this.work.finish(scope, rights, actor, id, section, body.finished);
    return this.work.read(scope, rights, id);
  }
}
