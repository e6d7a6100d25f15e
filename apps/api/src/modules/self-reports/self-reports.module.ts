import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { ImportConfirmationService } from './import-confirmation.service.ts';
import { ImportSurroundings } from './import-surroundings.service.ts';
import { ImportedReportsService } from './imported-reports.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';
import { ImportsRepository } from './persistence/imports.repository.ts';
import { ReportHistoryRepository } from './persistence/report-history.repository.ts';
import { ReportOpeningRepository } from './persistence/report-opening.repository.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { ReportMovesService } from './report-moves.service.ts';
import { RoundOpeningService } from './round-opening.service.ts';
import { RoundReportsController } from './round-reports.controller.ts';
import { SavingService } from './saving.service.ts';
import { SelfReportsController } from './self-reports.controller.ts';
import { SelfReportsService } from './self-reports.service.ts';

@Module({
  imports: [OrganisationsModule, StandardsModule, RoundsModule],
  controllers: [SelfReportsController, RoundReportsController, ImportsController],
  providers: [
    SelfReportsService,
    SavingService,
    ReportMovesService,
    RoundOpeningService,
    SelfReportsRepository,
    ReportWritesRepository,
    ReportOpeningRepository,
    ReportHistoryRepository,
    ImportsService,
    ImportConfirmationService,
    ImportSurroundings,
    ImportedReportsService,
    ImportsRepository,
  ],
  exports: [
    SelfReportsService,
    ReportMovesService,
    RoundOpeningService,
    SavingService,
    ImportsService,
    ImportConfirmationService,
  ],
})
export class SelfReportsModule {}
