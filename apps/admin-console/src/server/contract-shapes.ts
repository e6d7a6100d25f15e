import type {
  approvedManySchema,
  approveManyRequestSchema,
  approveSelfReportRequestSchema,
  assignReviewerRequestSchema,
  cellHistorySchema,
  confirmedImportSchema,
  confirmImportRequestSchema,
  correctSelfReportRequestSchema,
  editionsSchema,
  evaluationComparisonSchema,
  evaluationSchema,
  evidenceListSchema,
  evaluationSummariesSchema,
  explanationSchema,
  extendDeadlineRequestSchema,
  importListSchema,
  openRoundRequestSchema,
  releaseEvaluationRequestSchema,
  returnSelfReportRequestSchema,
  roundSelfReportsSchema,
  roundsSchema,
  runEvaluationJobRequestSchema,
  runEvaluationRequestSchema,
} from '@junheng/api-contract';

/** What a schema of the contract lets through. Types only: the schemas themselves (and zod) stay out of the page. */
type Output<Schema extends { readonly _output: unknown }> = Schema['_output'];

export type ApprovedMany = Output<typeof approvedManySchema>;
export type ApproveManyRequest = Output<typeof approveManyRequestSchema>;
export type AssignReviewerRequest = Output<typeof assignReviewerRequestSchema>;
export type ApproveSelfReportRequest = Output<typeof approveSelfReportRequestSchema>;
export type CellHistory = Output<typeof cellHistorySchema>;
export type Comparison = Output<typeof evaluationComparisonSchema>;
export type ConfirmedImport = Output<typeof confirmedImportSchema>;
export type ConfirmImportRequest = Output<typeof confirmImportRequestSchema>;
export type CorrectSelfReportRequest = Output<typeof correctSelfReportRequestSchema>;
export type Editions = Output<typeof editionsSchema>;
export type Evaluation = Output<typeof evaluationSchema>;
export type EvaluationSummaries = Output<typeof evaluationSummariesSchema>;
export type EvidenceList = Output<typeof evidenceListSchema>;
export type Explanation = Output<typeof explanationSchema>;
export type ExtendDeadlineRequest = Output<typeof extendDeadlineRequestSchema>;
export type ImportList = Output<typeof importListSchema>;
export type OpenRoundRequest = Output<typeof openRoundRequestSchema>;
export type ReleaseEvaluationRequest = Output<typeof releaseEvaluationRequestSchema>;
export type ReturnSelfReportRequest = Output<typeof returnSelfReportRequestSchema>;
export type RoundSelfReports = Output<typeof roundSelfReportsSchema>;
export type Rounds = Output<typeof roundsSchema>;
export type RunEvaluationJobRequest = Output<typeof runEvaluationJobRequestSchema>;
export type RunEvaluationRequest = Output<typeof runEvaluationRequestSchema>;
