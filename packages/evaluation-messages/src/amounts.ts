import { hasText, text } from './text.ts';
import type { Language } from './language.ts';

/** English tells pupils from teachers where Chinese counts both in 人; which of them an item counts is in its id. */
function countedIn(itemId: string, unit: string): string {
  if (unit !== 'person') return unit;
  if (/teachers|staff/.test(itemId)) return 'teacher';
  return /pupils|class|graduates|transferred|deceased/.test(itemId) ? 'pupil' : 'person';
}

/**
 * The unit behind a value of an item: `461 人`, `461 pupils`, `1 room`. Empty where the language writes none: the founding
 * year is `1998 年` in Chinese and `1998` in English.
 *
 * @param value the number it stands behind, if it does; English has a singular
 */
export function unitOfItem(language: Language, itemId: string, unit: string | null, value?: string): string {
  if (unit === null || (unit === 'year' && language === 'en')) return '';
  const counted = `counted.${countedIn(itemId, unit)}`;
  if (value === '1' && hasText(`${counted}.one`)) return text(language, `${counted}.one`);
  return text(language, hasText(counted) ? counted : `unit.${unit}`);
}
