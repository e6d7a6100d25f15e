import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { EvaluationRunsService } from './evaluation-runs.service.ts';
import { EvaluationsController } from './evaluations.controller.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';

@Module({
  imports: [OrganisationsModule, StandardsModule, RoundsModule, SelfReportsModule, DataSetsModule],
  controllers: [EvaluationsController],
  providers: [EvaluationsService, EvaluationRunsService, EvaluationsRepository],
  exports: [EvaluationsService, EvaluationRunsService],
})
export class EvaluationsModule {}
