import type { ReadReportWorkbook } from './read-report-workbook.ts';

export interface NewReportWorkbook {
  readonly selfReportId: string;
  readonly name: string;
  readonly size: number;
  /** Of the file as it was uploaded, hex. */
  readonly sha256: string;
  /** The report's revision when the workbook was downloaded. */
  readonly baseRevision: number;
  readonly content: ReadReportWorkbook;
}

/** One upload of a school's own workbook, and what became of it. */
export interface ReportWorkbookRecord extends Omit<NewReportWorkbook, 'size'> {
  readonly id: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
  readonly appliedAt: Date | null;
  readonly appliedBy: string | null;
  readonly appliedRevision: number | null;
  readonly appliedCells: number | null;
}
