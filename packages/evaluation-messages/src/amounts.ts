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

/** `1234567.5` -> `1,234,567.5`; what is no plain number stays as it is. */
export function groupedDigits(text: string): string {
  const match = /^([−<>-]?)(\d+)(\.\d+)?$/.exec(text);
  if (match === null) return text;
  return `${match[1] ?? ''}${(match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}`;
}

/** Nobody plans in cents: an amount of 万元 is rounded up to the yuan. Everything else stays exact. */
export function plannable(amount: string, unit: string | null): string {
  const [whole = '0', digits = ''] = amount.split('.');
  if (unit !== 'ten-thousand-yuan' || digits.length <= YUAN) return amount;
  const rest = /[1-9]/.test(digits.slice(YUAN)) ? 1n : 0n;
  const yuan = (BigInt(whole + digits.slice(0, YUAN)) + rest).toString().padStart(YUAN + 1, '0');
  const decimals = yuan.slice(-YUAN).replace(/0+$/, '');
  return `${yuan.slice(0, -YUAN)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Digits after the point of 万元 that make a yuan. */
const YUAN = 4;

/** How far a school is from a standard, in plain words: 还差 2 名体育、艺术专任教师, `2 more PE and arts teachers`. */
export function lackText(
  language: Language,
  lack: { readonly quantity: string; readonly unit: string | null; readonly amount: string },
): string {
  const amount = groupedDigits(plannable(lack.amount, lack.unit));
  const key = `lacks.${lack.quantity}`;
  if (!hasText(key)) {
    const unit = unitOfItem(language, lack.quantity, lack.unit, amount);
    return text(language, 'lacks-something', { amount, unit, quantity: lack.quantity });
  }
  return text(language, amount === '1' && hasText(`${key}.one`) ? `${key}.one` : key, { amount });
}
