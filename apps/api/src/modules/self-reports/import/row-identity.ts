import type { MergedRange, SheetCell, SheetRow } from '../../../platform/workbooks/workbook.types.ts';

/** A school code (学校标识码) as a cell holds it, or why it cannot be one. */
export type CodeReading =
  | { readonly kind: 'code'; readonly code: string; readonly asNumber: boolean }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'refused';
      readonly code: 'code_in_scientific_notation' | 'code_lost_digits' | 'code_not_readable';
      readonly text: string;
    };

export function readCode(cell: SheetCell | undefined): CodeReading {
  if (cell === undefined) return { kind: 'none' };
  switch (cell.kind) {
    case 'number':
      // A spreadsheet keeps 15 digits of a number: the rest of a longer code is gone.
      if (cell.rounded === true || cell.text.length > 15)
        return { kind: 'refused', code: 'code_lost_digits', text: cell.text };
      if (!/^\d+$/.test(cell.text)) return { kind: 'refused', code: 'code_not_readable', text: cell.text };
      return { kind: 'code', code: cell.shownText ?? cell.text, asNumber: cell.shownText === undefined };
    case 'text':
      return readCodeText(cell.text);
    case 'percentage':
    case 'date':
    case 'boolean':
    case 'error':
    case 'formula-without-result':
      return { kind: 'refused', code: 'code_not_readable', text: cell.text };
    default: {
      const exhaustive: never = cell.kind;
      return exhaustive;
    }
  }
}

function readCodeText(text: string): CodeReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^['‘’`]+/, '')
    .replace(/['’]$/, '');
  if (/^[-—–/\\]*$/.test(plain) || plain === '无') return { kind: 'none' };
  // What a spreadsheet program leaves of a long code in a CSV file: the last digits are lost for good.
  if (/^\d(?:\.\d+)?e\+?\d{1,3}$/i.test(plain)) return { kind: 'refused', code: 'code_in_scientific_notation', text };
  const code = plain.replace(/^(\d+)\.0+$/, '$1');
  return /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/.test(code)
    ? { kind: 'code', code, asNumber: false }
    : { kind: 'refused', code: 'code_not_readable', text };
}

/** The cell of a column in a row; for identifying columns the value of a range merged downwards counts for each of its rows. */
export function cellOf(row: SheetRow | null, column: number | undefined): SheetCell | undefined {
  return column === undefined || row === null ? undefined : row.cells.find((cell) => cell.column === column);
}

/** Ranges merged downwards, by each row they reach. Those taller than any school has stages are layout. */
export type DownwardMerges = ReadonlyMap<number, readonly MergedRange[]>;

const TALLEST_MERGE = 12;

export function downwardMerges(merges: readonly MergedRange[]): DownwardMerges {
  const byRow = new Map<number, MergedRange[]>();
  for (const merge of merges) {
    if (merge.bottom === merge.top || merge.bottom - merge.top > TALLEST_MERGE) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const here = byRow.get(row);
      if (here === undefined) byRow.set(row, [merge]);
      else here.push(merge);
    }
  }
  return byRow;
}

export function mergeAt(merges: DownwardMerges, row: number, column: number): MergedRange | undefined {
  return merges.get(row)?.find((merge) => column >= merge.left && column <= merge.right);
}

/** The cell a range merged downwards shows in one of its rows. */
export function mergedDown(
  rows: readonly SheetRow[],
  merges: DownwardMerges,
  row: number,
  column: number,
): SheetCell | undefined {
  const merge = mergeAt(merges, row, column);
  if (merge === undefined || merge.top === row) return undefined;
  return cellOf(rows.find((each) => each.number === merge.top) ?? null, merge.left);
}
