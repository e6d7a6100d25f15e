import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RegistersModule } from '../registers/registers.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CountyOverviewService } from './county-overview.service.ts';
import { CountyPartsService } from './county-parts.service.ts';
import { CountyReportsController } from './county-reports.controller.ts';
import { CountyReportsService } from './county-reports.service.ts';
import { CountySavingService } from './county-saving.service.ts';
import { CountyReportWritesRepository } from './persistence/county-report-writes.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';

@Module({
  imports: [OrganisationsModule, RegistersModule, StandardsModule, RoundsModule, SelfReportsModule],
  controllers: [CountyReportsController],
  providers: [
    CountyReportsService,
    CountySavingService,
    CountyPartsService,
    CountyOverviewService,
    CountyReportsRepository,
    CountyReportWritesRepository,
  ],
  exports: [CountyReportsService, CountySavingService, CountyPartsService],
})
export class CountyReportsModule {}
