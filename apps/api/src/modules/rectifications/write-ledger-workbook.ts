import type { RectificationRow } from '@junheng/api-contract';
import { text, type Language } from '@junheng/evaluation-messages';
import { rectificationNumberText, rectificationProblemText } from '@junheng/evaluation-messages/ledger';
import ExcelJS from 'exceljs';
import { safeText } from '../../platform/workbooks/safe-text.ts';

const columns = [
  'number',
  'problem',
  'source',
  'unit',
  'person',
  'measures',
  'deadline',
  'progress',
  'evidence',
  'verified',
  'closed',
  'status',
] as const;
type Column = (typeof columns)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  number: 6,
  problem: 44,
  source: 20,
  unit: 20,
  person: 12,
  measures: 44,
  deadline: 12,
  progress: 32,
  evidence: 8,
  verified: 22,
  closed: 12,
  status: 14,
};
/** Lying on its side, as wide as the sheet. */
const A4 = 9;

/**
 * The ledger in its official form (整改台账): title, county and day, one problem a row, ruled, for printing and filing.
 * @param options `more`: there are rows that are not among these, and the sheet says so
 */
export async function writeLedgerWorkbook(
  rows: readonly RectificationRow[],
  options: { readonly language: Language; readonly today: string; readonly more: boolean },
): Promise<Buffer> {
  const { language, today, more } = options;
  const label = (key: string, facts = {}): string => text(language, `ledger-form.${key}`, facts);
  const counties = [...new Set(rows.map(({ county }) => county.name))];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(label('sheet'), {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    },
  });
  sheet.columns = columns.map((key) => ({ key, width: WIDTHS[key] }));
  sheet.addRow([label('title')]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getRow(1).font = { bold: true, size: 18 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  const list = counties.join(language === 'zh-CN' ? '、' : ', ');
  const of = label('of', { counties: list, today, rows: rows.length });
  sheet.addRow([more ? `${of}${label('more')}` : of]);
  sheet.mergeCells(2, 1, 2, columns.length);
  sheet.addRow(columns.map((key) => label(`column.${key}`)));
  sheet.getRow(3).font = { bold: true };
  for (const row of [...rows].sort(
    (a, b) => a.county.name.localeCompare(b.county.name, 'zh-CN') || a.number - b.number,
  )) {
    const values = valuesOf(row, language);
    const added = sheet.addRow(columns.map((key) => (key === 'number' ? row.number : safeText(values[key]))));
    added.alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.eachRow((row, number) => {
    if (number < 3) return;
    row.eachCell({ includeEmpty: true }, (cell) => {
      const line = { style: 'thin' } as const;
      cell.border = { top: line, bottom: line, left: line, right: line };
    });
  });
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function valuesOf(row: RectificationRow, language: Language): Readonly<Record<Column, string>> {
  const word = (key: string): string => text(language, key);
  const problem = row.title ?? (row.place === null ? '' : rectificationProblemText(language, row.place));
  const number = rectificationNumberText(language, row.measured);
  const { unit, school, person } = row.responsible;
  const lines = (parts: readonly (string | null | undefined)[]): string =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');
  return {
    number: String(row.number),
    problem: lines([row.school?.name, problem, number]),
    source: lines(
      row.sources.map(({ kind, document }) => [word(`rectification-source.${kind}`), document ?? ''].join(' ').trim()),
    ),
    unit: unit?.name ?? school?.name ?? '',
    person: person?.name ?? '',
    measures: lines(row.measures.map(({ kind, description }) => `${word(`measure-kind.${kind}`)}: ${description}`)),
    deadline: row.deadline ?? '',
    progress: row.progress === null ? '' : row.progress.text,
    evidence: row.evidence === 0 ? '' : String(row.evidence),
    verified: lines([
      row.closed?.by,
      row.closed?.note,
      row.exception === null ? null : `${row.exception.by}: ${row.exception.reason}（${row.exception.expiresOn}）`,
    ]),
    closed: row.closed?.at.slice(0, 10) ?? '',
    status: lines([
      word(`rectification-status.${row.status}`),
      row.escalation === null ? null : word(`escalation.${row.escalation}`),
    ]),
  };
}
