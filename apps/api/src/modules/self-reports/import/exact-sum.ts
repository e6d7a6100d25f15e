/** The sum of plain decimals, exactly: "0.1" + "0.2" is "0.3". */
export function sumDecimals(decimals: readonly string[]): string {
  const scale = Math.max(0, ...decimals.map((decimal) => (decimal.split('.')[1] ?? '').length));
  const total = decimals.reduce((sum, decimal) => {
    const [whole = '0', fraction = ''] = decimal.split('.');
    return sum + BigInt(whole + fraction.padEnd(scale, '0'));
  }, 0n);
  const digits = total.toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
