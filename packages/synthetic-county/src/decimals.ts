import { ImpossibleCountyError } from './impossible-county.ts';

/** An amount counted in its smallest unit, written as the canonical decimal: (752640, 2) -> `7526.4`. */
export function decimal(units: number, scale: number): string {
  if (!Number.isSafeInteger(units) || units < 0) throw new ImpossibleCountyError(`not an amount: ${units}`);
  const digits = String(units).padStart(scale + 1, '0');
  if (scale === 0) return digits;
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const whole = digits.slice(0, -scale);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
