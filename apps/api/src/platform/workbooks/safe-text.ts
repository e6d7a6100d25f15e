const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const BEGINS_A_FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/**
 * Text that a spreadsheet shows and never computes, also after somebody saves the sheet as CSV and opens it again: what begins
 * like a formula gets an apostrophe. Numbers stay as they are.
 */
export function safeText(text: string): string {
  const short = text.slice(0, LONGEST - 1);
  return BEGINS_A_FORMULA.test(short) && !NUMBER.test(short) ? `'${short}` : short;
}
