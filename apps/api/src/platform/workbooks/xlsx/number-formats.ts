import { WorkbookRefused } from '../workbook-refused.ts';
import type { XmlListener } from './xml-scan.ts';

/** What a cell's number format says about the number in it. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'percentage' }
  /** A format of zeros only: 12 is shown as 0012. */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
/** A spreadsheet program allows 65,490 cell formats. */
const MOST_FORMATS = 70_000;

/** Formats that files use by number alone (ECMA-376 part 1, 18.8.30), Chinese additions included. */
function builtInFormat(id: number): NumberFormat {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  if (isDate) return { kind: 'date' };
  if (id === 9 || id === 10) return { kind: 'percentage' };
  return PLAIN;
}

/** What a format such as `yyyy"年"m"月"` or `0.00%` means, from the code alone. */
export function readFormatCode(code: string): NumberFormat {
  const firstSection = code.split(';')[0] ?? '';
  // Literals, escapes, fills and [Red] or [$￥-804] are no part of the pattern; [h] counts hours.
  const pattern = firstSection
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(pattern.trim())) return PLAIN;
  if (/[ymdhs]/i.test(pattern)) return { kind: 'date' };
  if (pattern.includes('%')) return { kind: 'percentage' };
  const zeros = /^0{2,}$/.exec(pattern.trim());
  return zeros === null ? PLAIN : { kind: 'padded', digits: zeros[0].length };
}

/** Collects the formats of xl/styles.xml; `formatOf(style)` answers for a cell's style index. */
export function numberFormatCollector(): { listener: XmlListener; formatOf: (style: number) => NumberFormat } {
  const custom = new Map<number, NumberFormat>();
  const byStyle: NumberFormat[] = [];
  let insideCellFormats = false;
  const listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'numFmt' && custom.size < MOST_FORMATS) {
        custom.set(Number(attributes['numFmtId']), readFormatCode((attributes['formatCode'] ?? '').slice(0, 255)));
      }
      if (name === 'cellXfs') insideCellFormats = true;
      if (name === 'xf' && insideCellFormats) {
        const id = Number(attributes['numFmtId'] ?? '0');
        if (byStyle.length >= MOST_FORMATS) throw new WorkbookRefused('unsafe_file', { part: 'styles' });
        byStyle.push(custom.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') insideCellFormats = false;
    },
  };
  return { listener, formatOf: (style) => byStyle[style] ?? PLAIN };
}
