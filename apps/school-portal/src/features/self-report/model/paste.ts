import type { CellKey, ItemDefinition } from '@junheng/evaluation-core';
import type { Grid } from './grid-navigation.ts';
import { LINE_BREAK } from './read-typed.ts';

/** One text of a pasted block with the cell it lands in. */
export interface PastedText {
  readonly cell: CellKey;
  readonly text: string;
}

export interface PastePlan {
  readonly fills: readonly PastedText[];
  /** Texts for which there is no cell: below the last row, beside the last column, beside a whole-school cell. */
  readonly leftOver: readonly string[];
}

/**
 * The rows and columns of a copied block, or null where it is a single text that any input takes by itself. Spreadsheets put
 * tabs between columns, and quotes around a cell that holds a line break.
 */
export function readBlock(text: string): string[][] | null {
  if (!/[\t\r\n]/u.test(text.trim())) return null;
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') {
      endCell();
      rows.push([]);
    } else if (character !== '\r') cell += character;
  }
  endCell();
  while (rows.at(-1)?.every((each) => each === '')) rows.pop();
  return rows.length === 0 ? null : rows;
}

/**
 * Where a block lands: as if each of its rows were typed and Enter pressed, its columns going on to the right. Empty cells of
 * the block leave theirs as they are; nothing is ever cleared by a paste.
 */
export function pastePlan(grid: Grid, from: CellKey, column: number, block: readonly (readonly string[])[]): PastePlan {
  const fills: PastedText[] = [];
  const leftOver: string[] = [];
  const first = grid.findIndex((row) => row.includes(from));
  const rows = grid.slice(Math.max(0, first)).filter((row) => typeof row[column] === 'string');
  block.forEach((texts, index) => {
    const row = first < 0 ? undefined : rows[index];
    let last: CellKey | null = null;
    texts.forEach((text, offset) => {
      if (text === '') return;
      const cell = row?.[column + offset] ?? null;
      // A whole-school cell stands in every column of its row: it takes one text only.
      if (cell === null || cell === last) leftOver.push(text);
      else fills.push({ cell, text });
      last = cell;
    });
  });
  return { fills, leftOver };
}

const BETWEEN_DIGITS = /(?<=[\d０-９.．,，])\s*[\n\r\u2028]+\s*(?=[\d０-９.．,，])/gu;

/**
 * A cell of several lines as a field of one line can hold it. The browser would join the lines and show 2 over 0 as 20, which nobody
 * has written: between digits the break stays visible, so that the cell is refused for what is seen. Elsewhere it is a space.
 */
export function inOneLine({ value }: ItemDefinition, text: string): string {
  const marked = value.kind === 'number' ? text.replaceAll(BETWEEN_DIGITS, LINE_BREAK) : text;
  return marked.replaceAll(/\s*[\n\r\u2028]+\s*/gu, ' ');
}
