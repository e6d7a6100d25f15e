const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** Full-width forms (全角) of digits, sign, point and comma that Chinese input methods produce. */
export function toAsciiNumber(text: string): string {
  return text.replace(/[\uFF0B-\uFF0E\uFF10-\uFF19\u2212]/g, (character) =>
    character === '\u2212' ? '-' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Without thousands separators. A comma goes only where it groups thousands, so that a decimal comma ("1,5") is not read as 15. */
export function withoutGrouping(ascii: string): string {
  return grouped.test(ascii) ? ascii.replaceAll(',', '') : ascii;
}
