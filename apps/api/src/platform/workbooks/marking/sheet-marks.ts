import { columnLetters, parseCellReference } from '../cell-position.ts';
import { escapeXml, type OpenTag, type XmlRewriter } from './rewrite-xml.ts';

export type MarkTone = 'error' | 'warning';

/** What is to be said in a sheet: texts in a column kept for them, and cells to highlight. Rows and columns from 1. */
export interface SheetMarks {
  readonly sheet: string;
  /** Cells whose text of an earlier marking goes. */
  readonly clear: readonly { readonly row: number; readonly column: number }[];
  readonly notes: readonly {
    readonly row: number;
    /** Where the text goes; what stands there is replaced. */
    readonly column: number;
    readonly text: string;
    /** The column of the cell to highlight, null for none. */
    readonly highlight: number | null;
    readonly tone: MarkTone;
    /** Points the text needs: the row is made at least as high. */
    readonly height: number;
  }[];
}

/** Indexes of the two highlights among the formats for conditions of xl/styles.xml; null where there is no such part. */
export type MarkFormats = Readonly<Record<MarkTone, number>> | null;

/** Stands in the condition of every highlight of ours, by which the next marking finds and removes it. */
const SIGNATURE = 'junheng-mark';
/** Children of a worksheet that come before its conditional formats (ECMA-376 part 1, 18.3.1.99). */
const BEFORE_FORMATS = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
]);

/** Rewrites one worksheet part: see `SheetMarks`. A highlight is a conditional format, so that the cell keeps its own. */
export function sheetMarker(marks: SheetMarks, formats: MarkFormats): XmlRewriter {
  const { notes } = marks;
  const texts = textsByRow(marks);
  const waitingRows = [...texts.keys()].toSorted((a, b) => a - b);
  let row = 0;
  let column = 0;
  let waitingCells: (readonly [column: number, text: string | null])[] = [];
  let pastData = false;
  let highlighted = false;

  const newRows = (before: number, prefix: string): string => {
    let made = '';
    for (let next = waitingRows[0]; next !== undefined && next < before; next = waitingRows[0]) {
      waitingRows.shift();
      const cells = [...(texts.get(next) ?? [])].toSorted(([a], [b]) => a - b);
      const inside = cells
        .map(([at, text]) => (text === null ? '' : cellXml(prefix, next ?? 0, at, text, null)))
        .join('');
      if (inside !== '') made += `<${prefix}row r="${next}">${inside}</${prefix}row>`;
    }
    return made;
  };
  const newCells = (before: number, prefix: string): string => {
    let made = '';
    for (let next = waitingCells[0]; next !== undefined && next[0] < before; next = waitingCells[0]) {
      waitingCells.shift();
      const [at, text] = next;
      if (text !== null) made += cellXml(prefix, row, at, text, null);
    }
    return made;
  };
  const highlights = (prefix: string): string => {
    if (highlighted || formats === null) return '';
    highlighted = true;
    return (['error', 'warning'] as const).map((tone) => highlightXml(prefix, marks, tone, formats[tone])).join('');
  };
  const openRow = (tag: OpenTag): { before: string; attributes: Readonly<Record<string, string>> } => {
    row = Number(tag.attributes['r'] ?? row + 1);
    column = 0;
    const before = newRows(row, tag.prefix);
    const own = texts.get(row);
    if (waitingRows[0] === row) waitingRows.shift();
    waitingCells = own === undefined ? [] : [...own].toSorted(([a], [b]) => a - b);
    const needed = notes.reduce((sum, note) => (note.row === row ? sum + note.height : sum), 0);
    if (needed <= Number(tag.attributes['ht'] ?? '0')) return { before, attributes: tag.attributes };
    return { before, attributes: { ...tag.attributes, ht: String(needed), customHeight: '1' } };
  };
  const openCell = (tag: OpenTag): { before: string } | null => {
    column = parseCellReference(tag.attributes['r'] ?? '')?.column ?? column + 1;
    const before = newCells(column, tag.prefix);
    const replaced = waitingCells[0]?.[0] === column ? waitingCells.shift() : undefined;
    if (replaced === undefined) return { before };
    replacement = `${before}${cellXml(tag.prefix, row, column, replaced[1], tag.attributes['s'] ?? null)}`;
    return null;
  };
  let replacement = '';

  return {
    watched: new Set(['conditionalFormatting']),
    open: (tag) => {
      const before = replacement;
      replacement = '';
      if (tag.depth === 2 && pastData && !BEFORE_FORMATS.has(tag.local))
        return { before: before + highlights(tag.prefix) };
      if (tag.local === 'row' && tag.depth === 3) {
        const answer = openRow(tag);
        return { ...answer, before: before + answer.before };
      }
      if (tag.local === 'c' && tag.depth === 4) {
        const answer = openCell(tag);
        if (answer !== null) return { before: before + answer.before };
        replacement = before + replacement;
        return null;
      }
      return before === '' ? {} : { before };
    },
    close: (tag, content) => {
      const before = replacement;
      replacement = '';
      if (tag.local === 'conditionalFormatting') return { drop: content.includes(SIGNATURE) };
      if (tag.local === 'row' && tag.depth === 3) return { before: before + newCells(Infinity, tag.prefix) };
      if (tag.local === 'sheetData' && tag.depth === 2) {
        pastData = true;
        return { before: before + newRows(Infinity, tag.prefix) };
      }
      if (tag.depth === 1) return { before: before + highlights(tag.prefix) };
      return before === '' ? {} : { before };
    },
  };
}

/** By row, then by column: the text to stand there, null to clear it. */
function textsByRow({ clear, notes }: SheetMarks): ReadonlyMap<number, Map<number, string | null>> {
  const rows = new Map<number, Map<number, string | null>>();
  const put = (row: number, column: number, text: string | null): void => {
    const cells = rows.get(row) ?? new Map<number, string | null>();
    const before = cells.get(column) ?? null;
    cells.set(column, before === null || text === null ? text : `${before}\n${text}`);
    rows.set(row, cells);
  };
  for (const { row, column } of clear) put(row, column, null);
  for (const { row, column, text } of notes) put(row, column, text);
  return rows;
}

function cellXml(prefix: string, row: number, column: number, text: string | null, style: string | null): string {
  const place = `r="${columnLetters(column)}${row}"${style === null ? '' : ` s="${escapeXml(style)}"`}`;
  if (text === null) return `<${prefix}c ${place}/>`;
  const inside = `<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t>`;
  return `<${prefix}c ${place} t="inlineStr"><${prefix}is>${inside}</${prefix}is></${prefix}c>`;
}

function highlightXml(prefix: string, { notes }: SheetMarks, tone: MarkTone, format: number): string {
  const cells = notes.flatMap((note) =>
    note.tone === tone && note.highlight !== null ? [`${columnLetters(note.highlight)}${note.row}`] : [],
  );
  if (cells.length === 0) return '';
  const rule =
    `<${prefix}cfRule type="expression" dxfId="${format}" priority="${tone === 'error' ? 1 : 2}">` +
    `<${prefix}formula>LEN(&quot;${SIGNATURE}&quot;)&gt;0</${prefix}formula></${prefix}cfRule>`;
  const places = [...new Set(cells)].join(' ');
  return `<${prefix}conditionalFormatting sqref="${places}">${rule}</${prefix}conditionalFormatting>`;
}
