/** Change between two reported decimals. */
export type Change =
  | { readonly kind: 'same' }
  /** Last year was zero: no percentage exists. */
  | { readonly kind: 'from-zero'; readonly direction: 'up' }
  /** Percent to one decimal, half away from zero; `tenths` is that number times ten, signed. */
  | { readonly kind: 'percent'; readonly tenths: bigint; readonly direction: 'up' | 'down' };

const decimal = /^(\d+)(?:\.(\d+))?$/;

function scaled(text: string, digits: number): bigint | null {
  const match = decimal.exec(text);
  if (match === null) return null;
  return BigInt(`${match[1] ?? ''}${(match[2] ?? '').padEnd(digits, '0')}`);
}

function fractionDigits(text: string): number {
  return decimal.exec(text)?.[2]?.length ?? 0;
}

/** Null when either is missing or is no number (choices, flags, texts). Exact: no double takes part. */
export function changeBetween(before: string | undefined, after: string | undefined): Change | null {
  if (before === undefined || after === undefined) return null;
  const digits = Math.max(fractionDigits(before), fractionDigits(after));
  const old = scaled(before, digits);
  const now = scaled(after, digits);
  if (old === null || now === null) return null;
  if (old === now) return { kind: 'same' };
  if (old === 0n) return { kind: 'from-zero', direction: 'up' };
  const difference = now - old;
  const size = difference < 0n ? -difference : difference;
  const rounded = (size * 2000n + old) / (2n * old);
  return {
    kind: 'percent',
    tenths: difference < 0n ? -rounded : rounded,
    direction: difference < 0n ? 'down' : 'up',
  };
}

/** `+12.5 %`, `−0.3 %`; a change too small for one decimal says so instead of reading as none. */
export function percentText(tenths: bigint, direction: 'up' | 'down'): string {
  const size = tenths < 0n ? -tenths : tenths;
  const sign = direction === 'up' ? '+' : '−';
  if (size === 0n) return `${sign}<0.1%`;
  return `${sign}${size / 10n}.${size % 10n}%`;
}

/** A change a reviewer wants to look at although no check names it: a quarter or more. */
export function isLarge(change: Change | null): boolean {
  if (change === null || change.kind === 'same') return false;
  if (change.kind === 'from-zero') return true;
  return change.tenths >= 250n || change.tenths <= -250n;
}
