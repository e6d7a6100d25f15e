import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RegistersModule } from '../registers/registers.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CountyEvidenceController } from './county-evidence.controller.ts';
import { CountyEvidenceService } from './county-evidence.service.ts';
import { CountyOverviewService } from './county-overview.service.ts';
import { CountyPartsService } from './county-parts.service.ts';
import { CountyReportsController } from './county-reports.controller.ts';
import { CountyReportsService } from './county-reports.service.ts';
import { CountySavingService } from './county-saving.service.ts';
import { CountyEvidenceRepository } from './persistence/county-evidence.repository.ts';
import { CountyReportWritesRepository } from './persistence/county-report-writes.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';

@Module({
  imports: [OrganisationsModule, RegistersModule, StandardsModule, EvidenceModule, RoundsModule, SelfReportsModule],
  controllers: [CountyReportsController, CountyEvidenceController],
  providers: [
    CountyReportsService,
    CountySavingService,
    CountyPartsService,
    CountyOverviewService,
    CountyEvidenceService,
    CountyReportsRepository,
    CountyReportWritesRepository,
    CountyEvidenceRepository,
  ],
  exports: [CountyReportsService, CountySavingService, CountyPartsService, CountyEvidenceService],
})
export class CountyReportsModule {}
