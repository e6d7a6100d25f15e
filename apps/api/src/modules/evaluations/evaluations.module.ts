import { Module } from '@nestjs/common';
import { CountyReportsModule } from '../county-reports/county-reports.module.ts';
import { DataSetsModule } from '../data-sets/data-sets.module.ts';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CellOriginsService } from './cell-origins.service.ts';
import { CoreThread } from './computing/core-thread.service.ts';
import { EvaluationRunsService } from './evaluation-runs.service.ts';
import { EvaluationsController } from './evaluations.controller.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { ResultReleasesRepository } from './persistence/result-releases.repository.ts';
import { StandingsRepository } from './persistence/standings.repository.ts';
import { ResultReleasesService } from './result-releases.service.ts';
import { RunComparisonsService } from './run-comparisons.service.ts';
import { SchoolResultsController } from './school-results.controller.ts';
import { SchoolResultsService } from './school-results.service.ts';
import { StandingsController } from './standings.controller.ts';
import { StandingsService } from './standings.service.ts';

@Module({
  imports: [
    OrganisationsModule,
    EvidenceModule,
    StandardsModule,
    RoundsModule,
    SelfReportsModule,
    CountyReportsModule,
    DataSetsModule,
  ],
  controllers: [EvaluationsController, SchoolResultsController, StandingsController],
  providers: [
    EvaluationsService,
    EvaluationRunsService,
    ResultReleasesService,
    SchoolResultsService,
    CellOriginsService,
    RunComparisonsService,
    StandingsService,
    CoreThread,
    EvaluationsRepository,
    ResultReleasesRepository,
    StandingsRepository,
  ],
  exports: [EvaluationsService, EvaluationRunsService, ResultReleasesService],
})
export class EvaluationsModule {}
