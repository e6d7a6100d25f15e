/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const CELL_REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** "AB12" -> { column: 28, row: 12 }; null when it is no reference. */
export function parseCellReference(reference: string): { column: number; row: number } | null {
  const match = CELL_REFERENCE.exec(reference);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row === 0 ? null : { column, row };
}
