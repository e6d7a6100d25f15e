import type { RouteObject } from 'react-router';
import { BrokenPage } from './broken-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Every page is a chunk of its own; nothing of one is loaded for another. */
export const routes: readonly RouteObject[] = [
  {
    path: '/',
    Component: Frame,
    // Never seen: the console is painted only once its first page is there.
    HydrateFallback: () => null,
    ErrorBoundary: BrokenPage,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./routes/home-route.tsx')).HomeRoute }) },
          {
            path: 'rounds/new',
            lazy: async () => ({ Component: (await import('./routes/open-round-route.tsx')).OpenRoundRoute }),
          },
          {
            path: 'rounds/:roundId',
            lazy: async () => ({ Component: (await import('./routes/round-route.tsx')).RoundRoute }),
          },
          {
            path: 'rounds/:roundId/progress',
            lazy: async () => ({ Component: (await import('./routes/progress-route.tsx')).ProgressRoute }),
          },
          {
            path: 'rounds/:roundId/reports/:reportId',
            lazy: async () => ({ Component: (await import('./routes/review-route.tsx')).ReviewRoute }),
          },
          {
            path: 'rounds/:roundId/county-report',
            lazy: async () => ({ Component: (await import('./routes/county-report-route.tsx')).CountyReportRoute }),
          },
          {
            path: 'rounds/:roundId/county-report/overview',
            lazy: async () => ({ Component: (await import('./routes/county-overview-route.tsx')).CountyOverviewRoute }),
          },
          {
            path: 'rounds/:roundId/imports',
            lazy: async () => ({ Component: (await import('./routes/imports-route.tsx')).ImportsRoute }),
          },
          {
            path: 'rounds/:roundId/imports/:importId',
            lazy: async () => ({ Component: (await import('./routes/import-route.tsx')).ImportRoute }),
          },
          {
            path: 'rounds/:roundId/evaluations',
            lazy: async () => ({ Component: (await import('./routes/evaluations-route.tsx')).EvaluationsRoute }),
          },
          {
            path: 'rounds/:roundId/evaluations/:evaluationId',
            lazy: async () => ({ Component: (await import('./routes/evaluation-route.tsx')).EvaluationRoute }),
          },
          {
            path: 'rounds/:roundId/compare',
            lazy: async () => ({ Component: (await import('./routes/compare-route.tsx')).CompareRoute }),
          },
          {
            path: 'regions/:regionId?',
            lazy: async () => ({ Component: (await import('./routes/regions-route.tsx')).RegionsRoute }),
          },
          {
            path: 'inspections',
            lazy: async () => ({ Component: (await import('./routes/inspections-route.tsx')).InspectionsRoute }),
          },
          {
            path: 'rectifications',
            lazy: async () => ({ Component: (await import('./routes/rectifications-route.tsx')).RectificationsRoute }),
          },
          {
            path: 'rectifications/coverage',
            lazy: async () => ({
              Component: (await import('./routes/rectification-coverage-route.tsx')).RectificationCoverageRoute,
            }),
          },
          {
            path: 'rectifications/summary',
            lazy: async () => ({
              Component: (await import('./routes/rectification-summary-route.tsx')).RectificationSummaryRoute,
            }),
          },
          {
            path: 'rectifications/letters',
            lazy: async () => ({
              Component: (await import('./routes/feedback-letters-route.tsx')).FeedbackLettersRoute,
            }),
          },
          {
            path: 'rectifications/letters/new',
            lazy: async () => ({ Component: (await import('./routes/enter-letter-route.tsx')).EnterLetterRoute }),
          },
          {
            path: 'rectifications/letters/:letterId',
            lazy: async () => ({ Component: (await import('./routes/feedback-letter-route.tsx')).FeedbackLetterRoute }),
          },
          {
            path: 'rectifications/letters/:letterId/report',
            lazy: async () => ({ Component: (await import('./routes/letter-report-route.tsx')).LetterReportRoute }),
          },
          {
            path: 'rectifications/letters/:letterId/correction',
            lazy: async () => ({ Component: (await import('./routes/correct-letter-route.tsx')).CorrectLetterRoute }),
          },
          {
            path: 'rectifications/targets',
            lazy: async () => ({ Component: (await import('./routes/annual-targets-route.tsx')).AnnualTargetsRoute }),
          },
          {
            path: 'rectifications/:rectificationId',
            lazy: async () => ({ Component: (await import('./routes/rectification-route.tsx')).RectificationRoute }),
          },
          {
            path: 'inspections/:inspectionId',
            lazy: async () => ({ Component: (await import('./routes/inspection-route.tsx')).InspectionRoute }),
          },
          {
            path: 'inspections/:inspectionId/archive/:schoolId',
            lazy: async () => ({ Component: (await import('./routes/archive-route.tsx')).ArchiveRoute }),
          },
          {
            path: 'inspections/:inspectionId/consolidation',
            lazy: async () => ({ Component: (await import('./routes/consolidation-route.tsx')).ConsolidationRoute }),
          },
          {
            path: 'inspections/:inspectionId/consolidation/:countyId',
            lazy: async () => ({
              Component: (await import('./routes/verified-comparison-route.tsx')).VerifiedComparisonRoute,
            }),
          },
          {
            path: 'inspections/:inspectionId/results',
            lazy: async () => ({
              Component: (await import('./routes/inspection-results-route.tsx')).InspectionResultsRoute,
            }),
          },
          {
            path: 'checklists',
            lazy: async () => ({ Component: (await import('./routes/checklists-route.tsx')).ChecklistsRoute }),
          },
          {
            path: 'checklists/new',
            lazy: async () => ({ Component: (await import('./routes/write-checklist-route.tsx')).WriteChecklistRoute }),
          },
          {
            path: 'supervision',
            lazy: async () => ({ Component: (await import('./routes/supervision-route.tsx')).SupervisionRoute }),
          },
          ...['', '/print/:document'].map((rest) => ({
            path: `inspections/:inspectionId/opinions/:countyId${rest}`,
            lazy: async () => ({ Component: (await import('./routes/opinion-route.tsx')).OpinionRoute }),
          })),
          ...['inspections/new', 'inspections/:inspectionId/change'].map((path) => ({
            path,
            lazy: async () => ({
              Component: (await import('./routes/write-inspection-route.tsx')).WriteInspectionRoute,
            }),
          })),
          {
            path: 'registers/:kind?',
            lazy: async () => ({ Component: (await import('./routes/registers-route.tsx')).RegistersRoute }),
          },
          {
            path: 'schools',
            lazy: async () => ({ Component: (await import('./routes/schools-route.tsx')).SchoolsRoute }),
          },
          {
            path: 'people',
            lazy: async () => ({ Component: (await import('./routes/people-route.tsx')).PeopleRoute }),
          },
          {
            path: 'people/import',
            lazy: async () => ({ Component: (await import('./routes/import-people-route.tsx')).ImportPeopleRoute }),
          },
          {
            path: 'people/:personId',
            lazy: async () => ({ Component: (await import('./routes/person-route.tsx')).PersonRoute }),
          },
          {
            path: 'schools/import',
            lazy: async () => ({ Component: (await import('./routes/import-schools-route.tsx')).ImportSchoolsRoute }),
          },
          {
            path: 'schools/:schoolId',
            lazy: async () => ({ Component: (await import('./routes/school-route.tsx')).SchoolRoute }),
          },
          {
            path: 'groupings',
            lazy: async () => ({ Component: (await import('./routes/groupings-route.tsx')).GroupingsRoute }),
          },
          {
            path: 'groupings/:groupingId',
            lazy: async () => ({ Component: (await import('./routes/grouping-route.tsx')).GroupingRoute }),
          },
          {
            path: 'units',
            lazy: async () => ({ Component: (await import('./routes/units-route.tsx')).UnitsRoute }),
          },
          {
            path: 'audit',
            lazy: async () => ({ Component: (await import('./routes/audit-route.tsx')).AuditRoute }),
          },
          {
            path: 'audit/sign-ins',
            lazy: async () => ({ Component: (await import('./routes/sign-ins-route.tsx')).SignInsRoute }),
          },
          {
            path: 'audit/chains',
            lazy: async () => ({ Component: (await import('./routes/audit-chains-route.tsx')).AuditChainsRoute }),
          },
          {
            path: 'standards',
            lazy: async () => ({ Component: (await import('./routes/standards-route.tsx')).StandardsRoute }),
          },
          {
            path: 'standards/:editionId',
            lazy: async () => ({ Component: (await import('./routes/edition-route.tsx')).EditionRoute }),
          },
          {
            path: 'standards/drafts/:editionDraftId',
            lazy: async () => ({ Component: (await import('./routes/edition-draft-route.tsx')).EditionDraftRoute }),
          },
          {
            path: 'account',
            lazy: async () => ({ Component: (await import('./routes/account-route.tsx')).AccountRoute }),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
