import { measureKinds } from '@junheng/api-contract';
import { text, type Language } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/ledger';
import { z } from 'zod';
import type { LetterParticulars, ReadMeasure } from './letters.types.ts';

/** The columns of a letter's list of problems (问题清单), in the order of the template. */
export const COLUMNS = {
  problem: {
    header: ['反馈的问题', 'Problem'],
    also: ['问题', '存在问题', '存在的问题', '反馈问题', '问题描述', '具体问题'],
    required: true,
  },
  rows: { header: ['对应台账序号', 'Rows of the ledger'], also: ['台账序号', '台账号'], required: false },
  deadline: {
    header: ['整改期限', 'Deadline'],
    also: ['期限', '整改时限', '完成时限', '完成期限', '完成时间'],
    required: false,
  },
  measure: { header: ['整改措施', 'Measure'], also: ['措施', '具体措施', '整改举措'], required: false },
  kind: { header: ['措施类别', 'Kind of measure'], also: ['类别'], required: false },
  money: {
    header: ['资金（万元）', 'Funds (10,000 yuan)'],
    also: ['资金', '金额（万元）', '投入（万元）'],
    required: false,
  },
} as const;
export type LetterColumn = keyof typeof COLUMNS;
export const columnNames = Object.keys(COLUMNS) as readonly LetterColumn[];

/** What may stand above the table, the label left of its value. */
export const LABELS: Readonly<Record<keyof LetterParticulars, readonly [zh: string, en: string, ...also: string[]]>> = {
  document: ['文号', 'Document no.', '发文字号', '发文文号'],
  issuer: ['发文机关', 'Issuer', '发文单位', '反馈单位'],
  addressee: ['主送单位', 'Addressee', '主送', '主送机关', '整改单位'],
  datedOn: ['发文日期', 'Dated', '日期', '成文日期', '印发日期'],
  dueOn: ['报送期限', 'Report due', '报告期限', '整改报告期限', '报送时限'],
};
export const labelNames = Object.keys(LABELS) as readonly (keyof LetterParticulars)[];

const at = (language: Language) => (language === 'zh-CN' ? 0 : 1);
export const headerOf = (column: LetterColumn, language: Language): string => COLUMNS[column].header[at(language)];
export const labelOf = (label: keyof LetterParticulars, language: Language): string => LABELS[label][at(language)];

/** Without what tables write around a heading. */
function plain(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*()·:、,，]/g, '');
}

const columns = new Map<string, LetterColumn>(
  columnNames.flatMap((column) =>
    [...COLUMNS[column].header, ...COLUMNS[column].also].map((each) => [plain(each), column] as const),
  ),
);
const labels = new Map<string, keyof LetterParticulars>(
  labelNames.flatMap((label) => LABELS[label].map((each) => [plain(each), label] as const)),
);
const kinds = new Map<string, ReadMeasure['kind']>(
  measureKinds.flatMap((kind) =>
    [kind, text('zh-CN', `measure-kind.${kind}`), text('en', `measure-kind.${kind}`)].map(
      (each) => [plain(each), kind] as const,
    ),
  ),
);

export const columnOfHeader = (header: string): LetterColumn | null => columns.get(plain(header)) ?? null;
export const labelOfText = (value: string): keyof LetterParticulars | null => labels.get(plain(value)) ?? null;
export const kindOfText = (value: string): ReadMeasure['kind'] | null => kinds.get(plain(value)) ?? null;

/** A day as letters and tables write it, as YYYY-MM-DD; null for what is none. */
export function dayOfText(value: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00)?$/.exec(
    value.normalize('NFKC').replaceAll(/\s/g, ''),
  );
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success ? iso : null;
}

/** `180`, `180.5`, `180万元`: as a decimal of 万元; null for what is none. */
export function moneyOfText(value: string): string | null {
  const found = /^(\d{1,10}(?:\.\d{1,6})?)(?:万元|万)?$/.exec(value.normalize('NFKC').replaceAll(/[\s,]/g, ''));
  return found?.[1] ?? null;
}

/** `12、15-17`: numbers of rows; null where something else stands there. */
export function numbersOfText(value: string): readonly number[] | null {
  const parts = value
    .normalize('NFKC')
    .split(/[\s,、;第号]+/)
    .filter((part) => part !== '');
  const numbers: number[] = [];
  for (const part of parts) {
    const found = /^(\d{1,6})(?:[-~—至](\d{1,6}))?$/.exec(part);
    const from = Number(found?.[1]);
    const to = Number(found?.[2] ?? found?.[1]);
    if (found === null || to < from || to - from >= 100) return null;
    for (let number = from; number <= to; number += 1) numbers.push(number);
  }
  return numbers.length === 0 ? null : [...new Set(numbers)];
}
