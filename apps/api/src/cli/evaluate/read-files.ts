import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportFile } from '../../modules/self-reports/import/import-preview.types.ts';
import { readWorkbook } from '../../platform/workbooks/read-workbook.ts';
import { WORKBOOK_LIMITS } from '../../platform/workbooks/workbook-limits.ts';

/** The workbooks behind the paths, in order; a path without a readable file is a refusal like any other. */
export function readFiles(paths: readonly string[], folder: string): Promise<readonly ImportFile[]> {
  return Promise.all(paths.map((name) => readOne(name, resolve(folder, name))));
}

async function readOne(name: string, path: string): Promise<ImportFile> {
  try {
    const { size } = await stat(path);
    // Not read into memory only to be refused.
    if (size > WORKBOOK_LIMITS.fileBytes) {
      const facts = { limitMegabytes: Math.round(WORKBOOK_LIMITS.fileBytes / 1024 / 1024) };
      return { name, reading: { ok: false, refusal: { code: 'file_too_large', facts } } };
    }
    return { name, reading: await readWorkbook(await readFile(path)) };
  } catch {
    return { name, reading: null };
  }
}
