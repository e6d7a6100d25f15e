import { WORKBOOK_LIMITS } from '../../../platform/workbooks/workbook-limits.ts';
import type { WorkbookLimits } from '../../../platform/workbooks/workbook.types.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * A school's workbook has some seventy rows and weighs 20 kB; pictures and sheets of one's own may be in it. Marking it copies
 * every part in memory, so what it unpacks to is bounded more tightly than a county's table.
 */
export const REPORT_WORKBOOK_LIMITS: WorkbookLimits = {
  ...WORKBOOK_LIMITS,
  fileBytes: 5 * MEBIBYTE,
  zipEntries: 500,
  declaredBytes: 32 * MEBIBYTE,
  inflatedBytes: 32 * MEBIBYTE,
  rows: 5_000,
  cells: 50_000,
  textCharacters: 2_000_000,
};

/** Uploads that nobody confirmed, kept of each report: an older one is let go when the next comes. */
export const UNAPPLIED_UPLOADS_KEPT = 5;
export const UNAPPLIED_UPLOADS_KEPT_DAYS = 30;
