import { reportWorkbookSchema, type ReportWorkbook } from '@junheng/api-contract';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import type { SheetCell, Workbook } from '../../src/platform/workbooks/workbook.types.ts';
import type { Answer, TestBrowser } from '../harness/test-api.ts';
import { madeWorkbook, type MadeCell, type MadeSheet } from '../import/made-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Columns of the download, from 1. */
export const VALUE = 5;
export const RESULT = 8;

async function download(browser: TestBrowser, path: string): Promise<Buffer> {
  const response = await fetch(`${browser.baseUrl}/api/v1${path}`, { headers: browser.headers });
  if (response.status !== 200) throw new Error(`no workbook: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The bytes of a school's own workbook, as its browser saves them. */
export async function downloadWorkbook(browser: TestBrowser, reportId: string, language = 'zh-CN'): Promise<Buffer> {
  return download(browser, `/self-reports/${reportId}/workbook?language=${language}`);
}

/** The uploaded file with its faults marked. */
export async function downloadMarked(
  browser: TestBrowser,
  { id, selfReportId }: ReportWorkbook,
  language = 'zh-CN',
): Promise<Buffer> {
  return download(browser, `/self-reports/${selfReportId}/workbooks/${id}/marked?language=${language}`);
}

export async function readBack(bytes: Buffer): Promise<Workbook> {
  const reading = await readWorkbookBytes(bytes, WORKBOOK_LIMITS);
  if (!reading.ok) throw new Error(`the workbook cannot be read: ${JSON.stringify(reading.refusal)}`);
  return reading.workbook;
}

/** What stands in a column of the row of a cell; by default this year's value. */
export function valueOn(workbook: Workbook, cell: string, column: number = VALUE): SheetCell | undefined {
  for (const { rows } of workbook.sheets) {
    const row = rows.find(({ cells }) => cells.some(({ text }) => text === `jh:${cell}`));
    if (row !== undefined) return row.cells.find((each) => each.column === column);
  }
  throw new Error(`the workbook has no row of ${cell}`);
}

/** A workbook whose cells a test may write, as another program would store them: texts inside the cells, no styles. */
export class EditedWorkbook {
  readonly sheets: { name: string; state: 'visible' | 'hidden' | 'veryHidden'; rows: MadeCell[][] }[];

  private constructor(workbook: Workbook) {
    this.sheets = workbook.sheets.map(({ name, hidden, rows }) => {
      const table: MadeCell[][] = [];
      for (const { number, cells } of rows) {
        while (table.length < number) table.push([]);
        const line = table[number - 1] ?? [];
        for (const { column, kind, text } of cells) {
          while (line.length < column) line.push(null);
          line[column - 1] = kind === 'number' ? Number(text) : text;
        }
      }
      return { name, state: hidden ? 'hidden' : 'visible', rows: table };
    });
  }

  static async of(bytes: Buffer): Promise<EditedWorkbook> {
    return new EditedWorkbook(await readBack(bytes));
  }

  /** The row of a cell, to be changed in place. */
  row(cell: string): MadeCell[] {
    const found = this.sheets.flatMap(({ rows }) => rows).find((row) => row[0] === `jh:${cell}`);
    if (found === undefined) throw new Error(`the workbook has no row of ${cell}`);
    while (found.length < RESULT) found.push(null);
    return found;
  }

  sheet(name: string): (typeof this.sheets)[number] {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`the workbook has no sheet ${name}`);
    return found;
  }

  /** Where a cell stands now, as `小学!E7`. */
  placeOf(cell: string): string {
    for (const { name, rows } of this.sheets) {
      const index = rows.findIndex((row) => row[0] === `jh:${cell}`);
      if (index >= 0) return `${name}!E${index + 1}`;
    }
    throw new Error(`the workbook has no row of ${cell}`);
  }

  fill(cells: Readonly<Record<string, MadeCell>>): this {
    for (const [cell, value] of Object.entries(cells)) this.row(cell)[VALUE - 1] = value;
    return this;
  }

  bytes(): Buffer {
    return madeWorkbook(this.sheets satisfies readonly MadeSheet[]);
  }
}

export async function sendWorkbook(
  browser: TestBrowser,
  reportId: string,
  bytes: Buffer,
  name = '本校表格.xlsx',
): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)], { type: XLSX }), name);
  return browser.send('POST', `/self-reports/${reportId}/workbooks`, { body });
}

/** Uploads a workbook that can be read. */
export async function uploadWorkbook(
  browser: TestBrowser,
  reportId: string,
  bytes: Buffer,
  name?: string,
): Promise<ReportWorkbook> {
  const answer = await sendWorkbook(browser, reportId, bytes, name);
  if (answer.status !== 201) throw new Error(`the workbook was refused: ${JSON.stringify(answer.body)}`);
  return reportWorkbookSchema.parse(answer.body);
}

export async function applyWorkbook(
  browser: TestBrowser,
  workbook: ReportWorkbook,
  request: { revision?: number; conflicts?: { cell: string; take: 'workbook' | 'report' }[]; clear?: string[] } = {},
): Promise<Answer> {
  return browser.post(`/self-reports/${workbook.selfReportId}/workbooks/${workbook.id}/apply`, {
    revision: workbook.revision,
    conflicts: [],
    clear: [],
    ...request,
  });
}
