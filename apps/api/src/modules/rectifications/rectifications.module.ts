import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { DataSetsModule } from '../data-sets/data-sets.module.ts';
import { EvaluationsModule } from '../evaluations/evaluations.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { InspectionsModule } from '../inspections/inspections.module.ts';
import { CoverageService } from './coverage.service.ts';
import { LetterCorrectionsService } from './letters/letter-corrections.service.ts';
import { LetterReportsService } from './letters/letter-reports.service.ts';
import { LetterReadingsService } from './letters/letter-readings.service.ts';
import { LettersController } from './letters/letters.controller.ts';
import { LettersService } from './letters/letters.service.ts';
import { LedgerOverviewController } from './ledger-overview.controller.ts';
import { LedgerSummaryService } from './ledger-summary.service.ts';
import { FeedbackLettersRepository } from './persistence/feedback-letters.repository.ts';
import { LetterCorrectionsRepository } from './persistence/letter-corrections.repository.ts';
import { LetterReportsRepository } from './persistence/letter-reports.repository.ts';
import { LedgerSummaryRepository } from './persistence/ledger-summary.repository.ts';
import { RowFilesRepository } from './persistence/row-files.repository.ts';
import { RowEvidenceController } from './row-evidence.controller.ts';
import { RowEvidenceService } from './row-evidence.service.ts';
import { InspectionFindingsController } from './inspection-findings.controller.ts';
import { InspectionFindingsService } from './inspection-findings.service.ts';
import { LedgerFollower } from './ledger-follower.service.ts';
import { MeasuresService } from './measures.service.ts';
import { MeasuresRepository } from './persistence/measures.repository.ts';
import { RectificationWritesRepository } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { RaisedProblemsService } from './raised-problems.service.ts';
import { RectificationsController } from './rectifications.controller.ts';
import { RectificationsService } from './rectifications.service.ts';
import { VerifiedFindings } from './verified-findings.service.ts';
import { TargetsRepository } from './persistence/targets.repository.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { TargetsService } from './targets/targets.service.ts';
import { WithdrawnFindingsRepository } from './persistence/withdrawn-findings.repository.ts';
import { VerificationService } from './verification.service.ts';

@Module({
  imports: [
    OrganisationsModule,
    EvidenceModule,
    RoundsModule,
    StandardsModule,
    DataSetsModule,
    EvaluationsModule,
    InspectionsModule,
  ],
  controllers: [
    RectificationsController,
    LedgerOverviewController,
    RowEvidenceController,
    LettersController,
    TargetsController,
    InspectionFindingsController,
  ],
  providers: [
    RectificationsService,
    RaisedProblemsService,
    InspectionFindingsService,
    MeasuresService,
    VerificationService,
    CoverageService,
    LedgerSummaryService,
    LedgerSummaryRepository,
    RowEvidenceService,
    RowFilesRepository,
    LettersService,
    LetterReadingsService,
    LetterCorrectionsService,
    LetterCorrectionsRepository,
    LetterReportsService,
    LetterReportsRepository,
    FeedbackLettersRepository,
    TargetsService,
    TargetsRepository,
    LedgerFollower,
    VerifiedFindings,
    RectificationsRepository,
    RectificationWritesRepository,
    MeasuresRepository,
    WithdrawnFindingsRepository,
  ],
  exports: [RaisedProblemsService, InspectionFindingsService, RectificationsService],
})
export class RectificationsModule {}
