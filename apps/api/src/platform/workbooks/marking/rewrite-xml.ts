import { SaxesParser } from 'saxes';
import { WorkbookRefused } from '../workbook-refused.ts';

export interface OpenTag {
  /** With its prefix, as written. */
  readonly name: string;
  /** Without it. */
  readonly local: string;
  /** `x:` or nothing: what new elements beside this one need. */
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1 for the root. */
  readonly depth: number;
}

/** What becomes of each element: text to put before it, other attributes, or nothing of it at all. */
export interface XmlRewriter {
  /** Answers what the opening tag becomes; null leaves the element out with all it holds. */
  open(tag: OpenTag): { readonly before?: string; readonly attributes?: Readonly<Record<string, string>> } | null;
  /** Text to put before the closing tag (`before`), and whether the element is dropped after all. */
  close?(tag: OpenTag, content: string): { readonly before?: string; readonly drop?: boolean };
  /** Elements whose content `close` is to see, by local name: they must not be large. */
  readonly watched?: ReadonlySet<string>;
}

/**
 * Copies one XML part and changes some of its elements. Comments and processing instructions, which hold nothing of a
 * workbook, are left behind; the copy is UTF-8. The part was read before: document types and depth have been refused.
 *
 * @throws WorkbookRefused damaged_file
 */
export function rewriteXml(part: string, bytes: Buffer, rewriter: XmlRewriter): Buffer {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  const open: { readonly tag: OpenTag; readonly at: number; readonly kept: boolean }[] = [];
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new WorkbookRefused('damaged_file', { part });
  });
  parser.on('doctype', () => {
    throw new WorkbookRefused('unsafe_file', { part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const colon = name.indexOf(':');
    const tag: OpenTag = {
      name,
      local: name.slice(colon + 1),
      prefix: name.slice(0, colon + 1),
      attributes,
      depth: open.length + 1,
    };
    const answer = skipping > 0 ? null : rewriter.open(tag);
    if (answer?.before !== undefined) out.push(answer.before);
    open.push({ tag, at: out.length, kept: answer !== null });
    if (answer === null) skipping += 1;
    else out.push(`<${name}${attributeText(answer.attributes ?? attributes)}>`);
  });
  const text = (content: string): void => {
    if (skipping === 0 && open.length > 0) out.push(escapeXml(content));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    if (!element.kept) {
      skipping -= 1;
      return;
    }
    const watched = rewriter.watched?.has(element.tag.local) === true;
    const answer = rewriter.close?.(element.tag, watched ? out.slice(element.at).join('') : '');
    if (answer?.drop === true) {
      out.length = element.at;
      return;
    }
    if (answer?.before !== undefined) out.push(answer.before);
    out.push(`</${element.tag.name}>`);
  });
  parser.write(decode(part, bytes));
  parser.close();
  return Buffer.from(out.join(''), 'utf8');
}

/** UTF-8, or UTF-16 with a byte order mark: what the format allows. */
function decode(part: string, bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookRefused('damaged_file', { part });
  }
}

function attributeText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('');
}

/** Text for an element or an attribute; characters that XML cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
