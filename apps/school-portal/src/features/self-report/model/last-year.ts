import { fraction, divide, multiply, rounded, subtract } from './decimal.ts';

/**
 * Change from last year in per cent with one decimal and its sign (`+3.1`, `-12.0`), null where there is none to tell:
 * a value missing, not a number, or last year's 0.
 */
export function changeInPercent(lastYear: string | undefined, now: string | undefined): string | null {
  if (lastYear === undefined || now === undefined) return null;
  const [before, after] = [fraction(lastYear), fraction(now)];
  if (before === null || after === null || before.top <= 0n) return null;
  const percent = rounded(multiply(divide(subtract(after, before), before), { top: 100n, bottom: 1n }), 1);
  return percent.startsWith('-') || percent === '0.0' ? percent : `+${percent}`;
}
