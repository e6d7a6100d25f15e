import type { CellKey, SchoolRecord, StageId } from '@junheng/evaluation-core';
import type { ImportProblemCode } from '@junheng/evaluation-messages';
import type { WorkbookReading } from '../../../platform/workbooks/workbook.types.ts';

/** One file, already read; `reading` null: there is no file of that name. */
export interface ImportFile {
  readonly name: string;
  readonly reading: WorkbookReading | null;
}

export type ImportSeverity = 'error' | 'warning' | 'note';

/**
 * Something about the files that a person should know. error: nothing may be taken over until it is mended. warning: taken over,
 * but look at it. note: how something was read. Text: `import-problem.<code>` of evaluation-messages with `facts`.
 */
export interface ImportProblem {
  readonly file: string;
  /** '' for CSV, null when it concerns the whole file. */
  readonly sheet: string | null;
  readonly row: number | null;
  /** Column letters. */
  readonly column: string | null;
  /** Item id, or `code`, `name`, `type`, `stage` for what identifies a school. */
  readonly item: string | null;
  readonly stage: StageId | null;
  readonly code: ImportProblemCode;
  readonly severity: ImportSeverity;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What a column says about the school itself, not as a reported figure. */
export type IdentityField = 'code' | 'name' | 'stage' | 'counted' | 'parent-code' | 'parent-name' | 'serial' | 'aside';

export interface ImportColumn {
  readonly file: string;
  readonly sheet: string;
  /** Column letters. */
  readonly column: string;
  /** The header as read, levels joined by " / ". */
  readonly header: string;
  readonly field: IdentityField | null;
  readonly item: string | null;
  readonly stage: StageId | null;
  /** Unit of the figures in the column, `yuan` or `ten-thousand-yuan` for example; null where there is none. */
  readonly unit: string | null;
  /** read: its figures are taken. aside: known and not needed. unknown: not recognised, not taken. */
  readonly status: 'read' | 'aside' | 'unknown';
}

export interface ImportTable {
  readonly headerRows: readonly number[];
  /** The stage that title, sheet or file name give to all rows; null when they do not. */
  readonly stage: StageId | null;
  readonly schoolRows: number;
}

export interface ImportSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly tables: readonly ImportTable[];
}

export interface ImportFileSummary {
  readonly name: string;
  readonly format: 'xlsx' | 'csv' | null;
  readonly encoding: string | null;
  readonly refused: boolean;
  readonly sheets: readonly ImportSheet[];
}

/** One figure of one row. */
export interface ImportedFigure {
  readonly key: CellKey;
  readonly value: string;
  /** Column letters. */
  readonly column: string;
}

/** One row of a table that is a school or a part of one. */
export interface ImportRow {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  /** As written. */
  readonly name: string;
  /** School type id of the edition; null when the row does not say. */
  readonly type: string | null;
  /** The stage the row is about; null: the whole school. */
  readonly stage: StageId | null;
  readonly figures: readonly ImportedFigure[];
}

export interface ImportedSchool {
  /** The code, else the name: what identifies the school in these files. */
  readonly key: string;
  readonly record: SchoolRecord;
  readonly rows: readonly { readonly file: string; readonly sheet: string; readonly row: number }[];
}

export type ImportOutcome = 'accept' | 'reject_cells' | 'reject_rows' | 'reject_file';

export interface ImportPreview {
  readonly outcome: ImportOutcome;
  readonly county: { readonly code: string | null; readonly name: string | null };
  readonly files: readonly ImportFileSummary[];
  readonly columns: readonly ImportColumn[];
  /** Errors and warnings, by file, sheet, row, column. */
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
  readonly rows: readonly ImportRow[];
  readonly schools: readonly ImportedSchool[];
}
