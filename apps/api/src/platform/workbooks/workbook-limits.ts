import type { WorkbookLimits } from './workbook.types.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * A county's workbook has a few hundred rows; these leave a province's table room and a hostile file none. Together they
 * keep the reading of any file under 300 MB and 5 seconds (test/workbooks-hostile.test.ts measures it).
 */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * MEBIBYTE,
  zipEntries: 2_000,
  declaredBytes: 200 * MEBIBYTE,
  inflatedBytes: 50 * MEBIBYTE,
  sheets: 60,
  rows: 20_000,
  columns: 300,
  cells: 400_000,
  merges: 5_000,
  textCharacters: 8_000_000,
  milliseconds: 4_000,
  heapMegabytes: 160,
};
