import { splitCellKey } from '@junheng/evaluation-core';
import { valueText, type Language } from '@junheng/evaluation-messages';
import { grouped } from './model/display-number.ts';

/** A reported value as people read it: choices in words, digits grouped by three, years left alone. */
export function cellText(language: Language, cell: string, value: string, unit: string | null): string {
  const { itemId } = splitCellKey(cell);
  const text = valueText(language, itemId, value);
  return unit === 'year' ? text : grouped(text);
}
