import type { WorkbookLimits, WorkbookReading } from './workbook.types.ts';
import { readCsv } from './csv/read-csv.ts';
import { detectFileKind } from './file-kind.ts';
import { WorkbookRefused } from './workbook-refused.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** The reading itself, in whatever thread it is called. Callers outside this folder use readWorkbook. */
export async function readWorkbookBytes(bytes: Buffer, limits: WorkbookLimits): Promise<WorkbookReading> {
  try {
    if (bytes.length > limits.fileBytes) {
      const facts = { limitMegabytes: Math.round(limits.fileBytes / 1024 / 1024) };
      return { ok: false, refusal: { code: 'file_too_large', facts } };
    }
    const workbook = detectFileKind(bytes) === 'zip' ? await readXlsx(bytes, limits) : readCsv(bytes, limits);
    return { ok: true, workbook };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
