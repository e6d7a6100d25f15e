import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.ts';
import { EvaluationsModule } from '../evaluations/evaluations.module.ts';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { ConsolidationController } from './consolidation/consolidation.controller.ts';
import { ResultsController } from './consolidation/results.controller.ts';
import { ConsolidationService } from './consolidation/consolidation.service.ts';
import { VerifiedEvaluationsService } from './consolidation/verified-evaluations.service.ts';
import { DrawsService } from './draws.service.ts';
import { InspectionsController } from './inspections.controller.ts';
import { InspectionsService } from './inspections.service.ts';
import { ArchiveRepository } from './persistence/archive.repository.ts';
import { ConsolidationRepository } from './persistence/consolidation.repository.ts';
import { DrawsRepository } from './persistence/draws.repository.ts';
import { InspectionsRepository } from './persistence/inspections.repository.ts';
import { VisitPhotosRepository } from './persistence/visit-photos.repository.ts';
import { VisitsRepository } from './persistence/visits.repository.ts';
import { TeamCandidatesController } from './team-candidates.controller.ts';
import { ArchiveController } from './visits/archive.controller.ts';
import { ArchiveService } from './visits/archive.service.ts';
import { VisitPhotosController } from './visits/visit-photos.controller.ts';
import { VisitPhotosService } from './visits/visit-photos.service.ts';
import { VisitSavingService } from './visits/visit-saving.service.ts';
import { VisitsController } from './visits/visits.controller.ts';
import { VisitsService } from './visits/visits.service.ts';

@Module({
  imports: [StandardsModule, EvidenceModule, DataSetsModule, EvaluationsModule],
  controllers: [
    InspectionsController,
    TeamCandidatesController,
    VisitsController,
    VisitPhotosController,
    ArchiveController,
    ConsolidationController,
    ResultsController,
  ],
  providers: [
    InspectionsService,
    DrawsService,
    VisitsService,
    VisitSavingService,
    VisitPhotosService,
    ArchiveService,
    ConsolidationService,
    VerifiedEvaluationsService,
    InspectionsRepository,
    DrawsRepository,
    VisitsRepository,
    VisitPhotosRepository,
    ArchiveRepository,
    ConsolidationRepository,
  ],
  exports: [InspectionsService, VisitsService, ConsolidationService],
})
export class InspectionsModule {}
