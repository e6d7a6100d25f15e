import { groupedDigits } from '@junheng/evaluation-messages/plain';

/** A value with thousands separators: `1 234.5` would be misread in a form, so commas. Not for years. */
export const grouped = groupedDigits;

/**
 * An indicator's value for the eye. Where the usual digits would show the threshold although it is not reached (4.1996
 * against 4.2), digits are added until the difference shows.
 */
export function shownValue(value: number, decimals: number, threshold: string, met: boolean): string {
  let text = value.toFixed(decimals);
  if (met) return grouped(text);
  for (let digits = decimals; digits < 12 && Number(text) >= Number(threshold); digits += 1) {
    text = value.toFixed(digits + 1);
  }
  return grouped(text);
}
