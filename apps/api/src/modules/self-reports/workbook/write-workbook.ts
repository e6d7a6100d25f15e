import { cellName, hasText, text, unitOfItem, type Language } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/report-workbook';
import type { CellDefinition, Cells, Edition, StageId } from '@junheng/evaluation-core';
import ExcelJS from 'exceljs';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import { cellValue, requirementOf, validationOf } from './entry-rules.ts';
import {
  COLUMN,
  FACTS_SHEET,
  MARK,
  ROW,
  workbookFacts,
  workbookParts,
  type WorkbookFact,
  type WorkbookPart,
} from './workbook-layout.ts';
import { addGuide } from './write-guide.ts';
import { COLOURS, FONT, heightOf, THIN } from '../../../platform/workbooks/sheet-style.ts';
import { WIDTHS } from './workbook-style.ts';

export interface WorkbookContent {
  readonly language: Language;
  readonly edition: Edition;
  readonly schoolName: string;
  readonly year: number;
  readonly cells: Cells;
  readonly lastYear: Cells | null;
  /** Read back at the upload. */
  readonly facts: Readonly<Record<WorkbookFact, string>>;
  /** Label and text of the first sheet, in order. */
  readonly guide: readonly (readonly [label: string, value: string])[];
}

const shown = ['item', 'unit', 'lastYear', 'value', 'requirement', 'definition', 'result'] as const;
const HEADERS: Readonly<Record<(typeof shown)[number], string>> = {
  item: 'workbook.column.item',
  unit: 'workbook.column.unit',
  lastYear: 'workbook.column.last-year',
  value: 'workbook.column.value',
  requirement: 'workbook.column.requirement',
  definition: 'workbook.column.definition',
  result: 'workbook.column.result',
};

/** The school's own workbook (本校表格) as the bytes of an .xlsx file. */
export async function writeReportWorkbook(content: WorkbookContent): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = titleOf(content, null);
  await addGuide(workbook, content.language, titleOf(content, null), content.guide);
  for (const part of workbookParts(content.edition, content.cells)) await addPart(workbook, content, part);
  const facts = workbook.addWorksheet(FACTS_SHEET, { state: 'veryHidden' });
  for (const fact of workbookFacts) facts.addRow([`${MARK.fact}${fact}`, content.facts[fact]]);
  await facts.protect('', {});
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** 全校, 小学, 初中: what the tab says, and the title of the sheet. */
export function partName(language: Language, stage: StageId | null): string {
  if (stage === null) return text(language, 'workbook.sheet.whole');
  const name = text(language, `stage.${stage}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function titleOf({ language, schoolName, year }: WorkbookContent, part: string | null): string {
  const title = text(language, 'workbook.title', { school: schoolName, year });
  return part === null ? title : text(language, 'workbook.title-part', { title, part });
}

async function addPart(workbook: ExcelJS.Workbook, content: WorkbookContent, part: WorkbookPart): Promise<void> {
  const { language } = content;
  const name = partName(language, part.stage);
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: COLUMN.item, ySplit: ROW.header, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${ROW.title}:${ROW.header}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.25 },
    },
    headerFooter: { oddFooter: '&C&A  &P / &N' },
  });
  sheet.getColumn(COLUMN.key).hidden = true;
  for (const column of shown) sheet.getColumn(COLUMN[column]).width = WIDTHS[column];
  addHead(sheet, content, name);
  let row: number = ROW.header;
  for (const section of part.sections) {
    row += 1;
    addSection(sheet, row, text(language, `section.${section.id}`));
    for (const cell of section.cells) {
      row += 1;
      addCell(sheet, row, content, cell);
    }
  }
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

function addHead(sheet: ExcelJS.Worksheet, content: WorkbookContent, part: string): void {
  const { language } = content;
  const title = sheet.getRow(ROW.title);
  title.height = 26;
  title.getCell(COLUMN.item).value = titleOf(content, part);
  title.getCell(COLUMN.item).font = { ...FONT, size: 14, bold: true };
  const hint = sheet.getRow(ROW.hint);
  hint.height = 18;
  hint.getCell(COLUMN.item).value = text(language, 'workbook.hint', {
    column: text(language, 'workbook.column.value'),
  });
  hint.getCell(COLUMN.item).font = { ...FONT, color: { argb: COLOURS.quiet } };
  const marks = sheet.getRow(ROW.marks);
  marks.hidden = true;
  for (const [column, at] of Object.entries(COLUMN)) marks.getCell(at).value = `${MARK.column}${column}`;
  const header = sheet.getRow(ROW.header);
  header.height = 24;
  for (const column of shown) {
    const cell = header.getCell(COLUMN[column]);
    cell.value = text(language, HEADERS[column]);
    cell.font = { ...FONT, bold: true, color: { argb: COLOURS.onHeader } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
    cell.border = THIN;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: isFigure(column) ? 'right' : 'left' };
  }
}

function isFigure(column: (typeof shown)[number]): boolean {
  return column === 'lastYear' || column === 'value';
}

function addSection(sheet: ExcelJS.Worksheet, number: number, name: string): void {
  const row = sheet.getRow(number);
  row.height = 20;
  row.getCell(COLUMN.item).value = name;
  for (const column of shown) {
    const cell = row.getCell(COLUMN[column]);
    cell.font = { ...FONT, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.section } };
    cell.alignment = { vertical: 'middle' };
  }
}

function addCell(sheet: ExcelJS.Worksheet, number: number, content: WorkbookContent, cell: CellDefinition): void {
  const { language, cells, lastYear } = content;
  const { item, key, required } = cell;
  const optional = required ? '' : `\n${text(language, 'workbook.optional')}`;
  const help = `item.${item.id}.help`;
  const texts = {
    item: `${text(language, `item.${item.id}`)}${optional}`,
    unit: unitOfItem(language, item.id, item.unit),
    requirement: requirementOf(language, item),
    definition: hasText(help) ? text(language, help) : cellName(language, key),
  };
  const row = sheet.getRow(number);
  row.getCell(COLUMN.key).value = `${MARK.cell}${key}`;
  row.height = Math.max(
    heightOf(texts.item, WIDTHS.item),
    heightOf(texts.requirement, WIDTHS.requirement),
    heightOf(texts.definition, WIDTHS.definition),
  );
  const before = lastYear === null || !Object.hasOwn(lastYear, key) ? undefined : lastYear[key];
  const now = Object.hasOwn(cells, key) ? cells[key] : undefined;
  for (const column of shown) {
    const target = row.getCell(COLUMN[column]);
    target.font = { ...FONT, ...(column === 'definition' ? { size: 9, color: { argb: COLOURS.quiet } } : {}) };
    target.alignment = {
      vertical: 'middle',
      wrapText: true,
      horizontal: isFigure(column) ? 'right' : 'left',
      indent: isFigure(column) ? 1 : 0,
    };
    target.border = THIN;
  }
  row.getCell(COLUMN.item).value = texts.item;
  row.getCell(COLUMN.unit).value = texts.unit === '' ? null : texts.unit;
  row.getCell(COLUMN.lastYear).value = before === undefined ? null : cellValue(language, item, before);
  row.getCell(COLUMN.requirement).value = texts.requirement;
  row.getCell(COLUMN.definition).value = texts.definition;

  const input = row.getCell(COLUMN.value);
  input.value = now === undefined ? null : cellValue(language, item, now);
  input.protection = { locked: false };
  input.font = { ...FONT, size: 11 };
  input.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.input } };
  // Without a format of its own a date typed here would be shown as a number.
  if (item.value.kind === 'date' || item.value.kind === 'text') input.numFmt = '@';
  const validation = validationOf(language, item, `${columnLetters(COLUMN.value)}${number}`);
  if (validation !== null) input.dataValidation = validation;
}
