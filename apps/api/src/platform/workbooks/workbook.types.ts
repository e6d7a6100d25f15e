/**
 * A workbook as rows of cells, whatever file it came in. Nothing here knows what the cells are about.
 * Plain data: it crosses from the reading thread to the caller, and may be stored.
 */
export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  /** How the text of a CSV file was encoded; null for xlsx. */
  readonly encoding: TextEncodingName | null;
  /** What separates the cells of a CSV file; null for xlsx. */
  readonly delimiter: string | null;
  /** The file carries macros (.xlsm). They are never run. */
  readonly hasMacros: boolean;
  readonly sheets: readonly Sheet[];
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Sheet {
  /** Name on the tab; '' for CSV. */
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold at least one value, in order; empty rows are absent, so use `number`, not the index. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** Columns (from 1) the user has hidden. */
  readonly hiddenColumns: readonly number[];
}

export interface SheetRow {
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** Cells with a value, by column. Cells covered by a merged range are absent: they show nothing. */
  readonly cells: readonly SheetCell[];
}

/**
 * number: `text` is a plain decimal ("9391.2", never an exponent). percentage: a number shown with %, `text` its value.
 * date: `text` is YYYY-MM-DD or YYYY-MM-DDThh:mm:ss. boolean: "true" or "false". error: "#REF!" and the like.
 * formula-without-result: `text` is the formula as far as it is known; it is never calculated here.
 */
export type SheetCellKind = 'text' | 'number' | 'percentage' | 'date' | 'boolean' | 'error' | 'formula-without-result';

export interface SheetCell {
  /** From 1. */
  readonly column: number;
  readonly kind: SheetCellKind;
  readonly text: string;
  /** The value is the stored result of a formula. */
  readonly fromFormula?: true;
  /** A number of more significant digits than a spreadsheet keeps (15): `text` is rounded to 15. */
  readonly rounded?: true;
  /** What the cell shows where that has more digits than the number, as with the format 0000000000. */
  readonly shownText?: string;
}

/** Inclusive, from 1. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface WorkbookLimits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** Sum of the unpacked sizes the zip directory declares, all entries. */
  readonly declaredBytes: number;
  /** Bytes really unpacked from the parts that are read. */
  readonly inflatedBytes: number;
  readonly sheets: number;
  /** Rows with a value, per sheet. */
  readonly rows: number;
  /** The furthest column with a value. */
  readonly columns: number;
  /** Cells with a value, in all sheets. */
  readonly cells: number;
  /** Merged ranges, per sheet. */
  readonly merges: number;
  /** Characters of all texts together. */
  readonly textCharacters: number;
  /** From the moment the reading thread is up. */
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/**
 * Why a file is not read at all. `facts` are for the message: limits and what was found.
 */
export interface WorkbookRefusal {
  readonly code: WorkbookRefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type WorkbookRefusalCode =
  | 'empty_file'
  | 'file_too_large'
  | 'legacy_xls'
  | 'password_protected'
  | 'damaged_file'
  | 'unsafe_file'
  | 'not_a_workbook'
  | 'not_a_table'
  | 'unknown_encoding'
  | 'too_many_sheets'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_cells'
  | 'too_much_text'
  | 'reading_took_too_long'
  | 'reading_failed';

export type WorkbookReading =
  { readonly ok: true; readonly workbook: Workbook } | { readonly ok: false; readonly refusal: WorkbookRefusal };
