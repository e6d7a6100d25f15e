import { Body, Controller, Param, Post } from '@nestjs/common';
import { correctSelfReportRequestSchema, selfReportSchema, type SelfReport } from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { CorrectedDataSetsService } from './corrected-data-sets.service.ts';

@Controller('self-reports/:selfReportId/corrections')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectedDataSetsService,
    private readonly reports: SelfReportsService,
  ) {}

  @Post()
  @RequirePermission('reviews.decide')
  @Answers(selfReportSchema)
  async correct(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('selfReportId', { schema: z.uuid() }) id: string,
    @Body({ schema: correctSelfReportRequestSchema }) request: z.infer<typeof correctSelfReportRequestSchema>,
  ): Promise<SelfReport> {
    await this.corrections.correct(scope, rights, actor, id, request);
    return this.reports.read(scope, rights, id);
  }
}
