// Types only: the schemas themselves (and Zod) stay out of the browser's bundle.
import type {
  cellHistorySchema,
  dueSelfReportSchema,
  dueSelfReportsSchema,
  oneTimeLinkSchema,
  savedCellsSchema,
} from '@junheng/api-contract';

/** What a schema of the contract yields, without a dependency on Zod. */
type Yield<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];

export type { Problem, ReturnReason, Round, SaveCellsRequest, SelfReport, Session } from '@junheng/api-contract';
export type OneTimeLink = Yield<typeof oneTimeLinkSchema>;
export type DueSelfReport = Yield<typeof dueSelfReportSchema>;
export type DueSelfReports = Yield<typeof dueSelfReportsSchema>;
export type SavedCells = Yield<typeof savedCellsSchema>;
export type CellHistory = Yield<typeof cellHistorySchema>;
