import type { CountyOverview, CountyOverviewRow } from '@junheng/api-contract';
import { displayNumber, type Edition } from '@junheng/evaluation-core';
import { hasText, indicatorRequirement, text, type Language } from '@junheng/evaluation-messages';
import ExcelJS from 'exceljs';
import { COLOURS, FONT, heightOf, THIN } from '../../platform/workbooks/sheet-style.ts';

const columns = [
  'number',
  'group',
  'requirement',
  'unit',
  'value',
  'expected',
  'evidence',
  'steps',
  'remark',
  'status',
] as const;
const WIDTHS: Readonly<Record<(typeof columns)[number], number>> = {
  number: 8,
  group: 14,
  requirement: 52,
  unit: 18,
  value: 30,
  expected: 14,
  evidence: 30,
  steps: 40,
  remark: 24,
  status: 12,
};

/**
 * The overview (责任科室表) as the bytes of an .xlsx file. Every text is written as text: what somebody typed never becomes a formula.
 */
export async function writeOverview(
  language: Language,
  edition: Edition,
  overview: CountyOverview,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const title = text(language, 'county-overview.title', { year: overview.round.year });
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  const sheet = workbook.addWorksheet(language === 'zh-CN' ? '总表' : 'Overview', {
    views: [{ state: 'frozen', xSplit: 3, ySplit: 2, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.25 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = WIDTHS[column];
  });
  sheet.mergeCells(1, 1, 1, columns.length);
  const head = sheet.getCell(1, 1);
  head.value = `${overview.round.regionName} · ${title}`;
  head.font = { ...FONT, size: 14, bold: true };
  sheet.getRow(1).height = 26;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(2, index + 1);
    cell.value = text(language, `county-overview.column.${column}`);
    cell.font = { ...FONT, bold: true, color: { argb: COLOURS.onHeader } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.border = THIN;
  });
  sheet.getRow(2).height = 22;
  overview.rows.forEach((row, index) => {
    const line = sheet.getRow(index + 3);
    const told = wordsOf(language, edition, row);
    columns.forEach((column, at) => {
      const cell = line.getCell(at + 1);
      cell.value = told[column];
      cell.font = FONT;
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = THIN;
    });
    line.height = Math.max(...columns.map((column) => heightOf(told[column], WIDTHS[column])));
  });
  return {
    name: `${overview.round.regionName}-${title}.xlsx`,
    bytes: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}

function wordsOf(
  language: Language,
  edition: Edition,
  row: CountyOverviewRow,
): Readonly<Record<(typeof columns)[number], string>> {
  const id = row.topic.slice(row.topic.indexOf(':') + 1);
  const indicator = row.topic.startsWith('indicator:') ? edition.indicators.find((each) => each.id === id) : undefined;
  return {
    number: id.length > 3 ? '' : id,
    group: text(language, indicator === undefined ? `requirement-group.${row.group}` : 'county-overview.indicators'),
    requirement:
      indicator === undefined ? text(language, `requirement.${id}`) : indicatorRequirement(language, indicator),
    unit: row.unit?.name ?? text(language, 'county-overview.bureau'),
    value: standing(language, edition, row, id),
    expected: row.expected === null ? '' : text(language, `county-expected.${row.expected}`),
    evidence: filesLine(language, row.evidence),
    steps: row.steps ?? '',
    remark: row.remark ?? '',
    status: text(language, `county-part.${row.status}`),
  };
}

/** The outcome, the numbers with their standards, the count of schools and what is missing, a line each. */
function standing(language: Language, edition: Edition, row: CountyOverviewRow, id: string): string {
  return [
    text(language, `outcome.${row.outcome}`),
    ...row.measured.flatMap((number) => numberLine(language, edition, id, number)),
    ...(row.schools === null ? [] : [text(language, 'county-overview.schools', row.schools)]),
    ...(row.missing === 0 ? [] : [text(language, 'county-overview.missing', { count: row.missing })]),
  ].join('\n');
}

/** How many, then their names, a line each; nothing where there is none. */
function filesLine(language: Language, evidence: CountyOverviewRow['evidence']): string {
  if (evidence.length === 0) return '';
  const count = text(language, 'county-overview.files', { count: evidence.length });
  return [count, ...evidence.map(({ name }) => name)].join('\n');
}

const DECIMALS = 2;
const plain = /^-?\d+(\.\d+)?$/;

function numberLine(
  language: Language,
  edition: Edition,
  id: string,
  { part, outcome, value, exact, comparator, limit }: CountyOverviewRow['measured'][number],
): readonly string[] {
  const number = exact ?? value;
  if (number === null) return [];
  const direction: 'at-least' | 'at-most' =
    comparator === 'at-most' || comparator === 'less-than' ? 'at-most' : 'at-least';
  const against =
    limit !== null && plain.test(limit) && comparator !== 'equal'
      ? { limit, met: outcome !== 'unmet', direction }
      : undefined;
  const name =
    part !== null && hasText(`requirement.${id}.${part}`) ? `${text(language, `requirement.${id}.${part}`)} ` : '';
  const unit = isPercent(edition, id, part) ? '%' : '';
  const shown = `${name}${displayNumber(number, DECIMALS, against)}${unit}`;
  return [
    limit === null ? shown : `${shown} (${text(language, 'county-overview.limit', { limit: `${limit}${unit}` })})`,
  ];
}

/** A share of a hundred. */
function isPercent(edition: Edition, id: string, part: string | null): boolean {
  const rule = edition.requirements.find((each) => each.id === id)?.rule;
  const own =
    part === null || rule === undefined || !('parts' in rule)
      ? rule
      : rule.parts.find((each) => each.id === part)?.rule;
  return own?.kind === 'share' && own.multiplier === '100';
}
