import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { MessagesModule } from '../messages/messages.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CellSavingService } from './cell-saving.service.ts';
import { EvidenceUploadsController } from './evidence-uploads.controller.ts';
import { ImportConfirmationService } from './import-confirmation.service.ts';
import { ImportSurroundings } from './import-surroundings.service.ts';
import { ImportedReportsService } from './imported-reports.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';
import { ImportsRepository } from './persistence/imports.repository.ts';
import { ReportHistoryRepository } from './persistence/report-history.repository.ts';
import { ReportOpeningRepository } from './persistence/report-opening.repository.ts';
import { ReportWorkbooksRepository } from './persistence/report-workbooks.repository.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { ReportsToSaveRepository } from './persistence/reports-to-save.repository.ts';
import { RoundProgressRepository } from './persistence/round-progress.repository.ts';
import { SaveAnswersRepository } from './persistence/save-answers.repository.ts';
import { SectionAssignmentsRepository } from './persistence/section-assignments.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { PrefilledReportsService } from './prefilled-reports.service.ts';
import { ReportCorrectionsService } from './report-corrections.service.ts';
import { ReportEvidenceController } from './report-evidence.controller.ts';
import { ReportEvidenceService } from './report-evidence.service.ts';
import { ReturnAnswersService } from './return-answers.service.ts';
import { ReportMovesService } from './report-moves.service.ts';
import { RoundOpeningService } from './round-opening.service.ts';
import { RoundReportsController } from './round-reports.controller.ts';
import { RoundWatchController } from './round-watch.controller.ts';
import { RoundWatchService } from './round-watch.service.ts';
import { SaveAnswersForgetting } from './save-answers.service.ts';
import { SavingService } from './saving.service.ts';
import { SectionWorkController } from './section-work.controller.ts';
import { SectionWorkService } from './section-work.service.ts';
import { SelfReportsController } from './self-reports.controller.ts';
import { SelfReportsService } from './self-reports.service.ts';
import { ReportWorkbooksForgetting } from './workbook/report-workbooks-forgetting.service.ts';
import { ReportWorkbooksController } from './workbook/report-workbooks.controller.ts';
import { ReportWorkbooksService } from './workbook/report-workbooks.service.ts';
import { WrittenWorkbooksService } from './workbook/written-workbooks.service.ts';

@Module({
  imports: [AccessModule, OrganisationsModule, StandardsModule, EvidenceModule, MessagesModule, RoundsModule],
  controllers: [
    SelfReportsController,
    SectionWorkController,
    RoundReportsController,
    RoundWatchController,
    ImportsController,
    ReportEvidenceController,
    EvidenceUploadsController,
    ReportWorkbooksController,
  ],
  providers: [
    SelfReportsService,
    SavingService,
    CellSavingService,
    SectionWorkService,
    SectionAssignmentsRepository,
    SaveAnswersForgetting,
    SaveAnswersRepository,
    ReportMovesService,
    ReportCorrectionsService,
    ReturnAnswersService,
    RoundOpeningService,
    RoundWatchService,
    RoundProgressRepository,
    SelfReportsRepository,
    ReportsToSaveRepository,
    ReportWritesRepository,
    ReportOpeningRepository,
    ReportHistoryRepository,
    ImportsService,
    ImportConfirmationService,
    ImportSurroundings,
    ImportedReportsService,
    PrefilledReportsService,
    ReportEvidenceService,
    ImportsRepository,
    ReportWorkbooksService,
    ReportWorkbooksForgetting,
    ReportWorkbooksRepository,
    WrittenWorkbooksService,
  ],
  exports: [
    SelfReportsService,
    ReportMovesService,
    ReportCorrectionsService,
    ReturnAnswersService,
    RoundOpeningService,
    SavingService,
    ImportsService,
    ImportConfirmationService,
  ],
})
export class SelfReportsModule {}
