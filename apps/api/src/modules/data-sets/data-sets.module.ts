import { Module } from '@nestjs/common';
import { CountyReportsModule } from '../county-reports/county-reports.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { ReviewsModule } from '../reviews/reviews.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CorrectedDataSetsService } from './corrected-data-sets.service.ts';
import { CorrectionsController } from './corrections.controller.ts';
import { DataSetsController } from './data-sets.controller.ts';
import { DataSetsService } from './data-sets.service.ts';
import { VerifiedDataSetsService } from './verified-data-sets.service.ts';
import { DataSetsRepository } from './persistence/data-sets.repository.ts';

@Module({
  imports: [OrganisationsModule, StandardsModule, RoundsModule, SelfReportsModule, CountyReportsModule, ReviewsModule],
  controllers: [DataSetsController, CorrectionsController],
  providers: [DataSetsService, VerifiedDataSetsService, CorrectedDataSetsService, DataSetsRepository],
  exports: [DataSetsService, VerifiedDataSetsService],
})
export class DataSetsModule {}
