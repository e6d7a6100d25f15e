import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import type { SheetCell, Workbook } from '../../src/platform/workbooks/workbook.types.ts';
import type { TestBrowser } from '../harness/test-api.ts';

/** The bytes of a school's own workbook, as its browser saves them. */
export async function downloadWorkbook(browser: TestBrowser, reportId: string, language = 'zh-CN'): Promise<Buffer> {
  const url = `${browser.baseUrl}/api/v1/self-reports/${reportId}/workbook?language=${language}`;
  const response = await fetch(url, { headers: browser.headers });
  if (response.status !== 200) throw new Error(`no workbook: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

export async function readBack(bytes: Buffer): Promise<Workbook> {
  const reading = await readWorkbookBytes(bytes, WORKBOOK_LIMITS);
  if (!reading.ok) throw new Error(`the workbook cannot be read: ${JSON.stringify(reading.refusal)}`);
  return reading.workbook;
}

/** What stands in the cell for this year's value of an item. */
export function valueOn(workbook: Workbook, cell: string): SheetCell | undefined {
  for (const { rows } of workbook.sheets) {
    const row = rows.find(({ cells }) => cells.some(({ text }) => text === `jh:${cell}`));
    if (row !== undefined) return row.cells.find(({ column }) => column === 5);
  }
  throw new Error(`the workbook has no row of ${cell}`);
}
