/** What a spreadsheet keeps of a number. */
const SIGNIFICANT_DIGITS = 15;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The decimal a stored number stands for.
 *
 * A spreadsheet holds IEEE doubles, shows at most 15 significant digits and writes 17 into the file, so 9391.2 may be stored as
 * "9391.200000000001". The decimal a person typed or saw is the one of 15 digits; a stored text that is no longer than that is
 * taken as it stands, without passing through a double. Exponents are written out. null: not a number.
 */
export function storedNumberToDecimal(stored: string): { decimal: string; rounded: boolean } | null {
  const exact = writeOut(stored.trim());
  if (exact === null) return null;
  if (significantDigits(exact) <= SIGNIFICANT_DIGITS) return { decimal: exact, rounded: false };
  const double = Number(exact);
  if (!Number.isFinite(double)) return null;
  const shortened = writeOut(double.toPrecision(SIGNIFICANT_DIGITS));
  return shortened === null ? null : { decimal: shortened, rounded: true };
}

/** "-1.50E+2" -> "-150": no exponent, no needless zeros, no "-0". null: not a number. */
export function writeOut(text: string): string | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return null;
  const digits = whole + fraction;
  const point = whole.length + Number(match[4] ?? '0');
  // A double reaches 1e308 and 5e-324; anything beyond is no number a spreadsheet can hold.
  if (Math.abs(point) > 400) return null;
  const integer = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const decimals = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const plainInteger = integer.replace(/^0+(?=\d)/, '');
  const plainDecimals = decimals.replace(/0+$/, '');
  const unsigned = plainDecimals === '' ? plainInteger : `${plainInteger}.${plainDecimals}`;
  return match[1] === '-' && unsigned !== '0' ? `-${unsigned}` : unsigned;
}

function significantDigits(decimal: string): number {
  return decimal.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}
