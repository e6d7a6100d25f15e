import { editionById } from '@junheng/evaluation-core';
import { languages } from '@junheng/evaluation-messages';
import { importProblemText } from '@junheng/evaluation-messages/workbook-import';
import { buildImportPreview } from '../../src/modules/self-reports/import/build-import-preview.ts';
import type { ImportPreview } from '../../src/modules/self-reports/import/import-preview.types.ts';
import { columnLetters } from '../../src/platform/workbooks/cell-position.ts';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import { workbookParts, writeZip } from '../workbooks/zip-writer.ts';

/** A cell: text, a number, nothing, or its XML (`{ type, value, formula, style }`). */
export type MadeCell = string | number | null | { type?: string; value?: string; formula?: string; style?: number };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly merges?: readonly string[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** Style 1: percentage; 2: date; 3: ten digits with zeros in front. */
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0000000000"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

export function madeWorkbook(sheets: readonly MadeSheet[]): Buffer {
  return writeZip(
    workbookParts(
      sheets.map((sheet) => ({ name: escape(sheet.name), state: sheet.state ?? 'visible', xml: sheetXml(sheet) })),
      { styles: STYLES },
    ),
  );
}

export const edition = editionById('cn-2017-quality-balance')!;

export async function previewOf(
  files: Readonly<Record<string, readonly MadeSheet[] | string | Buffer>>,
): Promise<ImportPreview> {
  const read = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const bytes =
        typeof content === 'string' ? Buffer.from(content) : Buffer.isBuffer(content) ? content : madeWorkbook(content);
      return { name, reading: await readWorkbookBytes(bytes, WORKBOOK_LIMITS) };
    }),
  );
  const preview = buildImportPreview(edition, read);
  // Under test a text whose facts are missing throws: whatever a test provokes can be said in both languages.
  for (const { code, facts } of [...preview.problems, ...preview.notes]) {
    for (const language of languages) importProblemText(language, code, facts);
  }
  return preview;
}

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: MadeSheet): string {
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join('');
  const body = rows.map((row, index) => {
    const number = index + 1;
    const cells = row.map((cell, column) => cellXml(`${columnLetters(column + 1)}${number}`, cell)).join('');
    return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${cells}</row>`;
  });
  const merged =
    merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${body.join('')}</sheetData>${merged}`;
}

function cellXml(reference: string, cell: MadeCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
  const value = cell.value === undefined ? '' : `<v>${escape(cell.value)}</v>`;
  return `<c r="${reference}"${type} s="${cell.style ?? 0}">${formula}${value}</c>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Headers of a complete table of one stage. */
export const HEADERS = [
  '学校标识码',
  '学校名称',
  '办学类型',
  '在校生数（人）',
  '高于规定学历教师数（人）',
  '县级以上骨干教师数（人）',
  '体育、艺术专任教师数（人）',
  '教学及辅助用房面积（㎡）',
  '体育运动场馆面积（㎡）',
  '教学仪器设备值（元）',
  '网络多媒体教室数（间）',
];

/** One ordinary school in the order of HEADERS. */
export function schoolRow(number: number, name: string, type = '小学', pupils = 500): MadeCell[] {
  return [String(9940100000 + number), name, type, pupils, 25, 6, 6, 2500, 4200, 1_200_000, 14];
}

/** `code severity row column` of each problem, for short expectations. */
export function told(preview: ImportPreview): string[] {
  return preview.problems.map(({ code, severity, row, column }) =>
    `${code} ${severity} ${row ?? ''}${column ?? ''}`.trim(),
  );
}

export function cellsOf(preview: ImportPreview, key: string): Readonly<Record<string, string>> {
  const found = preview.schools.find((school) => school.key === key);
  if (found === undefined)
    throw new Error(`no school ${key} among ${preview.schools.map((school) => school.key).join(', ')}`);
  return found.record.cells;
}
