import type { XmlRewriter } from './rewrite-xml.ts';
import type { MarkFormats, MarkTone } from './sheet-marks.ts';

/** Text and ground, as spreadsheet programs themselves mark what is bad and what is doubtful. */
const COLOURS: Readonly<Record<MarkTone, readonly [text: string, ground: string]>> = {
  error: ['FF9C0006', 'FFFFC7CE'],
  warning: ['FF7F6000', 'FFFFEB9C'],
};
/** Children of the style sheet that come after the formats for conditions (ECMA-376 part 1, 18.8.39). */
const AFTER_FORMATS = new Set(['tableStyles', 'colors', 'extLst']);

/** Adds the two highlights to xl/styles.xml. `formats` answers once the part has been rewritten. */
export function styleMarker(): { readonly rewriter: XmlRewriter; readonly formats: () => MarkFormats } {
  let count = 0;
  let first: number | null = null;
  const highlights = (prefix: string): string => {
    first = count;
    return (['error', 'warning'] as const).map((tone) => formatXml(prefix, tone)).join('');
  };
  const wholeList = (prefix: string): string =>
    first === null ? `<${prefix}dxfs count="2">${highlights(prefix)}</${prefix}dxfs>` : '';
  const rewriter: XmlRewriter = {
    open: (tag) => {
      if (tag.depth === 3 && tag.local === 'dxf') count += 1;
      if (tag.depth === 2 && tag.local === 'dxfs') {
        // How many there are is only a hint, and now another number.
        const { count: _count, ...rest } = tag.attributes;
        return { attributes: rest };
      }
      return tag.depth === 2 && AFTER_FORMATS.has(tag.local) ? { before: wholeList(tag.prefix) } : {};
    },
    close: (tag) => {
      if (tag.depth === 2 && tag.local === 'dxfs') return { before: highlights(tag.prefix) };
      return tag.depth === 1 ? { before: wholeList(tag.prefix) } : {};
    },
  };
  return { rewriter, formats: () => (first === null ? null : { error: first, warning: first + 1 }) };
}

function formatXml(prefix: string, tone: MarkTone): string {
  const [text, ground] = COLOURS[tone];
  const font = `<${prefix}font><${prefix}color rgb="${text}"/></${prefix}font>`;
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}bgColor rgb="${ground}"/></${prefix}patternFill></${prefix}fill>`;
  return `<${prefix}dxf>${font}${fill}</${prefix}dxf>`;
}
