import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CountyReportsModule } from '../county-reports/county-reports.module.ts';
import { DataSetsModule } from '../data-sets/data-sets.module.ts';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CellOriginsService } from './cell-origins.service.ts';
import { CoreThreads } from './computing/core-threads.service.ts';
import { EvaluationJobRunner } from './evaluation-job-runner.service.ts';
import { EvaluationJobsController } from './evaluation-jobs.controller.ts';
import { EvaluationJobsService } from './evaluation-jobs.service.ts';
import { EvaluationRunsService } from './evaluation-runs.service.ts';
import { EvaluationsController } from './evaluations.controller.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { GroupingStandingsService } from './grouping-standings.service.ts';
import { EvaluationJobQueue } from './persistence/evaluation-job-queue.ts';
import { EvaluationJobsRepository } from './persistence/evaluation-jobs.repository.ts';
import { EvaluationsRepository } from './persistence/evaluations.repository.ts';
import { ResultReleasesRepository } from './persistence/result-releases.repository.ts';
import { StandingsRepository } from './persistence/standings.repository.ts';
import { ResultReleasesService } from './result-releases.service.ts';
import { RunFollowers } from './run-followers.service.ts';
import { RunComparisonsService } from './run-comparisons.service.ts';
import { SchoolResultsController } from './school-results.controller.ts';
import { SchoolResultsService } from './school-results.service.ts';
import { StandingsController } from './standings.controller.ts';
import { StandingsService } from './standings.service.ts';

@Module({
  imports: [
    AccessModule,
    OrganisationsModule,
    EvidenceModule,
    StandardsModule,
    RoundsModule,
    SelfReportsModule,
    CountyReportsModule,
    DataSetsModule,
  ],
  controllers: [EvaluationsController, EvaluationJobsController, SchoolResultsController, StandingsController],
  providers: [
    EvaluationsService,
    EvaluationRunsService,
    EvaluationJobsService,
    EvaluationJobRunner,
    ResultReleasesService,
    SchoolResultsService,
    CellOriginsService,
    RunComparisonsService,
    StandingsService,
    GroupingStandingsService,
    CoreThreads,
    EvaluationJobQueue,
    EvaluationJobsRepository,
    RunFollowers,
    EvaluationsRepository,
    ResultReleasesRepository,
    StandingsRepository,
  ],
  exports: [EvaluationsService, EvaluationRunsService, ResultReleasesService, CoreThreads, RunFollowers],
})
export class EvaluationsModule {}
