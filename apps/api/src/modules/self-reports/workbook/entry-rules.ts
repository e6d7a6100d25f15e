import type { ItemDefinition } from '@junheng/evaluation-core';
import { text, valueText, type Language } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/report-workbook';
import type { DataValidation } from 'exceljs';
import { storedNumberToDecimal } from '../../../platform/workbooks/number-text.ts';

/** Excel allows 255 characters of choices in a cell's own list. */
const LONGEST_LIST = 255;
const LARGEST = 999_999_999_999_999;

/** What to enter, in words: kind, decimals, usual bounds. */
export function requirementOf(language: Language, item: ItemDefinition): string {
  const { value, plausible } = item;
  const parts = [requirement(language, item)];
  if (value.kind === 'number' && plausible?.minimum != null) {
    parts.push(text(language, 'workbook.require.at-least', { minimum: plausible.minimum }));
  }
  if (value.kind === 'number' && plausible?.maximum != null) {
    parts.push(text(language, 'workbook.require.at-most', { maximum: plausible.maximum }));
  }
  return parts.join(language === 'zh-CN' ? '；' : '; ');
}

function requirement(language: Language, item: ItemDefinition): string {
  const { value } = item;
  switch (value.kind) {
    case 'number':
      if (item.unit === 'year') return text(language, 'workbook.require.year');
      return value.scale === 0
        ? text(language, 'workbook.require.integer')
        : text(language, 'workbook.require.decimal', { scale: value.scale });
    case 'choice':
    case 'flag':
      return text(language, 'workbook.require.choice');
    case 'date':
      return text(language, 'workbook.require.date');
    case 'text':
      return text(language, 'workbook.require.text', { limit: value.maximumLength });
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}

/** The answers of a choice or flag, in words; null for everything that is not chosen. */
export function choicesOf(language: Language, item: ItemDefinition): readonly string[] | null {
  const { value } = item;
  const options = value.kind === 'choice' ? value.options : value.kind === 'flag' ? ['yes', 'no'] : null;
  return options?.map((option) => valueText(language, item.id, option)) ?? null;
}

/**
 * What the spreadsheet program itself refuses while typing. It is the first line only: whatever comes back is read anew.
 *
 * @param address the cell's own, such as `E7`
 * @returns null where nothing can be said in the program's terms
 */
export function validationOf(language: Language, item: ItemDefinition, address: string): DataValidation | null {
  const told = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: text(language, 'workbook.refused.title'),
    error: requirementOf(language, item),
  } as const;
  const { value } = item;
  switch (value.kind) {
    case 'number':
      return value.scale === 0
        ? { ...told, type: 'whole', operator: 'between', formulae: [0, LARGEST] }
        : {
            ...told,
            type: 'custom',
            formulae: [`AND(ISNUMBER(${address}),${address}>=0,ROUND(${address},${value.scale})=${address})`],
          };
    case 'choice':
    case 'flag': {
      const list = (choicesOf(language, item) ?? []).join(',');
      const fits = list.length <= LONGEST_LIST && !list.includes('"') && list.split(',').length === optionCount(item);
      return fits ? { ...told, type: 'list', formulae: [`"${list}"`] } : null;
    }
    case 'date':
      return { ...told, type: 'date', operator: 'greaterThan', formulae: [new Date(Date.UTC(1900, 0, 1))] };
    case 'text':
      return { ...told, type: 'textLength', operator: 'lessThanOrEqual', formulae: [value.maximumLength] };
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}

function optionCount(item: ItemDefinition): number {
  return item.value.kind === 'choice' ? item.value.options.length : 2;
}

/**
 * A reported value as a cell holds it: a number where the program keeps every digit of it, else its text. Texts stay texts
 * whatever they begin with: nothing a school typed becomes a formula.
 */
export function cellValue(language: Language, item: ItemDefinition, value: string): string | number {
  if (item.value.kind !== 'number') return valueText(language, item.id, value);
  const number = Number(value);
  return storedNumberToDecimal(String(number))?.decimal === value ? number : value;
}
