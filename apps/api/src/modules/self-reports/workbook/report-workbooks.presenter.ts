import type { ReportWorkbook } from '@junheng/api-contract';
import type { CellKey } from '@junheng/evaluation-core';
import type { WorkbookPreview } from './preview-workbook.rules.ts';
import type { ReportWorkbookRecord } from './report-workbooks.types.ts';

/** Most faults that are listed; a file made to have more tells nothing new by the next. */
const MOST_FAULTS = 500;

export function presentReportWorkbook(
  record: ReportWorkbookRecord,
  revision: number,
  preview: WorkbookPreview,
  lastChanges: ReadonlyMap<CellKey, { readonly by: string; readonly at: Date }>,
): ReportWorkbook {
  const { appliedAt, appliedBy, appliedRevision, appliedCells } = record;
  return {
    id: record.id,
    selfReportId: record.selfReportId,
    name: record.name,
    uploadedAt: record.uploadedAt.toISOString(),
    uploadedBy: record.uploadedBy,
    downloadedRevision: record.baseRevision,
    revision,
    applied:
      appliedAt === null || appliedRevision === null
        ? null
        : { at: appliedAt.toISOString(), by: appliedBy ?? '', revision: appliedRevision, cells: appliedCells ?? 0 },
    faults: preview.faults.slice(0, MOST_FAULTS).map((fault) => ({ ...fault, facts: { ...fault.facts } })),
    changes: preview.changes.map((change) => ({ ...change })),
    conflicts: preview.conflicts.map((conflict) => {
      const last = lastChanges.get(conflict.cell);
      return { ...conflict, by: last?.by ?? null, at: last?.at.toISOString() ?? null };
    }),
    blanks: preview.blanks.map((blank) => ({ ...blank })),
    newerOnline: preview.newerOnline.map((each) => ({ ...each })),
    unchanged: preview.unchanged,
    empty: preview.empty,
    absent: preview.absent,
  };
}
