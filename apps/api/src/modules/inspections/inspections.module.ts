import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards/standards.module.ts';
import { DrawsService } from './draws.service.ts';
import { InspectionsController } from './inspections.controller.ts';
import { InspectionsService } from './inspections.service.ts';
import { DrawsRepository } from './persistence/draws.repository.ts';
import { InspectionsRepository } from './persistence/inspections.repository.ts';
import { TeamCandidatesController } from './team-candidates.controller.ts';

@Module({
  imports: [StandardsModule],
  controllers: [InspectionsController, TeamCandidatesController],
  providers: [InspectionsService, DrawsService, InspectionsRepository, DrawsRepository],
  exports: [InspectionsService],
})
export class InspectionsModule {}
