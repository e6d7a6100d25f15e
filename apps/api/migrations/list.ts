import type { MigrationInterface } from 'typeorm';
import { AuditAndFiles1763000000000 } from './1763000000000-audit-and-files.ts';
import { Organisations1763000001000 } from './1763000001000-organisations.ts';
import { Access1763000002000 } from './1763000002000-access.ts';
import { Reporting1763000003000 } from './1763000003000-reporting.ts';
import { Evaluation1763000004000 } from './1763000004000-evaluation.ts';
import { ReviewProgress1763000005000 } from './1763000005000-review-progress.ts';
import { EvaluationSummary1763000006000 } from './1763000006000-evaluation-summary.ts';
import { Evidence1763000010000 } from './1763000010000-evidence.ts';
import { ResultReleases1763000020000 } from './1763000020000-result-releases.ts';
import { Accounts1763000021000 } from './1763000021000-accounts.ts';
import { ReportWorkbooks1763000023000 } from './1763000023000-report-workbooks.ts';
import { ReportPeers1763000024000 } from './1763000024000-report-peers.ts';
import { SectionAssignments1763000025000 } from './1763000025000-section-assignments.ts';
import { RegisterSearch1763000031000 } from './1763000031000-register-search.ts';
import { AuditTrail1763000040000 } from './1763000040000-audit-trail.ts';
import { EditionDrafts1763000041000 } from './1763000041000-edition-drafts.ts';
import { AuditTrailCells1763000042000 } from './1763000042000-audit-trail-cells.ts';
import { Retention1763000043000 } from './1763000043000-retention.ts';
import { RunCoefficients1763000045000 } from './1763000045000-run-coefficients.ts';
import { CountyReports1763000050000 } from './1763000050000-county-reports.ts';
import { DiscardedFiles1763000055000 } from './1763000055000-discarded-files.ts';
import { SchoolImports1763000057000 } from './1763000057000-school-imports.ts';
import { Inspections1763000060000 } from './1763000060000-inspections.ts';
import { ReviewLevels1763000061000 } from './1763000061000-review-levels.ts';
import { Visits1763000062000 } from './1763000062000-visits.ts';
import { Opinions1763000065000 } from './1763000065000-opinions.ts';
import { Supervision1763000066000 } from './1763000066000-supervision.ts';
import { Rectifications1763000070000 } from './1763000070000-rectifications.ts';
import { PeopleImports1763000075000 } from './1763000075000-people-imports.ts';
import { ReviewByGrouping1763000076000 } from './1763000076000-review-by-grouping.ts';
import { SchoolMessages1763000078000 } from './1763000078000-school-messages.ts';
import { ReportComments1763000078100 } from './1763000078100-report-comments.ts';
import { EvaluationJobs1763000080000 } from './1763000080000-evaluation-jobs.ts';
import { CountedReports1763000081000 } from './1763000081000-counted-reports.ts';
import { SecondFactorRules1763000083000 } from './1763000083000-second-factor-rules.ts';
import { Registers1763000086000 } from './1763000086000-registers.ts';
import { Consolidations1763000091000 } from './1763000091000-consolidations.ts';
import { DoneMeasures1763000092000 } from './1763000092000-done-measures.ts';
import { FeedbackLetters1763000092100 } from './1763000092100-feedback-letters.ts';
import { BeforeLetters1763000092200 } from './1763000092200-before-letters.ts';
import { AnnualTargets1763000092300 } from './1763000092300-annual-targets.ts';
import { RoundsForChosenSchools1763000093000 } from './1763000093000-rounds-for-chosen-schools.ts';
import { Mail1763000093100 } from './1763000093100-mail.ts';
import { AddressesBySheet1763000093200 } from './1763000093200-addresses-by-sheet.ts';
import { CountyEvidence1763000093201 } from './1763000093201-county-evidence.ts';
import { ChecklistsAndTeams1763000093310 } from './1763000093310-checklists-and-teams.ts';
import { CheaperSaves1763000097000 } from './1763000097000-cheaper-saves.ts';
import { WithdrawnFindings1763000098100 } from './1763000098100-withdrawn-findings.ts';
import { StatesOfTheLedger1763000098200 } from './1763000098200-states-of-the-ledger.ts';
import { CorrectionsOfLetters1763000098210 } from './1763000098210-corrections-of-letters.ts';
import { AuditLinks1763000098400 } from './1763000098400-audit-links.ts';
import { RunSchoolStages1763000098500 } from './1763000098500-run-school-stages.ts';
import { Recognitions1763000098510 } from './1763000098510-recognitions.ts';
import { CountyEvidenceTakenOver1763000098600 } from './1763000098600-county-evidence-taken-over.ts';
import { CheaperRuns1763000098610 } from './1763000098610-cheaper-runs.ts';

type MigrationClass = new () => MigrationInterface;

/** All migrations, oldest first. A published one is never edited: the next change is the next file. */
export const migrations: readonly MigrationClass[] = [
  AuditAndFiles1763000000000,
  Organisations1763000001000,
  Access1763000002000,
  Reporting1763000003000,
  Evaluation1763000004000,
  ReviewProgress1763000005000,
  EvaluationSummary1763000006000,
  Evidence1763000010000,
  ResultReleases1763000020000,
  Accounts1763000021000,
  ReportWorkbooks1763000023000,
  ReportPeers1763000024000,
  SectionAssignments1763000025000,
  RegisterSearch1763000031000,
  AuditTrail1763000040000,
  EditionDrafts1763000041000,
  AuditTrailCells1763000042000,
  Retention1763000043000,
  RunCoefficients1763000045000,
  CountyReports1763000050000,
  DiscardedFiles1763000055000,
  SchoolImports1763000057000,
  Inspections1763000060000,
  ReviewLevels1763000061000,
  Visits1763000062000,
  Opinions1763000065000,
  Supervision1763000066000,
  Rectifications1763000070000,
  PeopleImports1763000075000,
  ReviewByGrouping1763000076000,
  SchoolMessages1763000078000,
  ReportComments1763000078100,
  EvaluationJobs1763000080000,
  CountedReports1763000081000,
  SecondFactorRules1763000083000,
  Registers1763000086000,
  Consolidations1763000091000,
  DoneMeasures1763000092000,
  FeedbackLetters1763000092100,
  BeforeLetters1763000092200,
  AnnualTargets1763000092300,
  RoundsForChosenSchools1763000093000,
  Mail1763000093100,
  AddressesBySheet1763000093200,
  CountyEvidence1763000093201,
  ChecklistsAndTeams1763000093310,
  CheaperSaves1763000097000,
  WithdrawnFindings1763000098100,
  StatesOfTheLedger1763000098200,
  CorrectionsOfLetters1763000098210,
  AuditLinks1763000098400,
  RunSchoolStages1763000098500,
  Recognitions1763000098510,
  CountyEvidenceTakenOver1763000098600,
  CheaperRuns1763000098610,
];
