import type { Borders, Font } from 'exceljs';

export const COLOURS = {
  header: 'FF2C6E49',
  onHeader: 'FFFFFFFF',
  section: 'FFE6EFE9',
  input: 'FFFFF9E0',
  line: 'FFD5DAD7',
  quiet: 'FF5B6660',
} as const;

/** Every Chinese Windows has it; other programs take their own. */
export const FONT: Partial<Font> = { name: '微软雅黑', size: 10 };

const line = { style: 'thin', color: { argb: COLOURS.line } } as const;
export const THIN: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

const LINE_HEIGHT = 15;

/** Points that a text takes in a column of so many characters: a Chinese one is as wide as two others. */
export function heightOf(text: string, width: number): number {
  const lines = text.split('\n').map((line) => {
    const wide = [...line].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
    // Words and marks are not split: a line never fills quite to its end.
    return Math.max(1, Math.ceil(wide / (width - 2)));
  });
  return LINE_HEIGHT * lines.reduce((sum, each) => sum + each, 0) + 6;
}
