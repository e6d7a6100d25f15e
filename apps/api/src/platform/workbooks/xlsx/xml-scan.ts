import { SaxesParser } from 'saxes';
import { WorkbookRefused } from '../workbook-refused.ts';

const DEEPEST = 64;
/** A single tag or text longer than this is no part of a table: a cell holds 32,767 characters at most. */
const LONGEST_TOKEN_BYTES = 1024 * 1024;

export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader listens to. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * A streaming scan of one XML part. Document types are refused outright (no workbook has one, every entity bomb does);
 * depth and the length of one tag or text are bounded because the parser keeps them. (Its "attribute" event would count
 * attributes, and makes the whole scan five times slower.)
 */
export interface XmlScan {
  write(chunk: Buffer): void;
  end(): void;
}

/** Throws WorkbookRefused: damaged_file, unsafe_file; and whatever the listener throws. */
export function scanXml(part: string, listener: XmlListener): XmlScan {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let depth = 0;
  let bytesSinceEvent = 0;

  parser.on('error', () => {
    throw new WorkbookRefused('damaged_file', { part });
  });
  parser.on('doctype', () => {
    throw new WorkbookRefused('unsafe_file', { part });
  });
  parser.on('opentag', (tag) => {
    bytesSinceEvent = 0;
    depth += 1;
    if (depth > DEEPEST) throw new WorkbookRefused('unsafe_file', { part });
    listener.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    bytesSinceEvent = 0;
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));

  const decode = (chunk: Buffer | null): string => {
    try {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new WorkbookRefused('damaged_file', { part });
    }
  };
  return {
    write: (chunk) => {
      bytesSinceEvent += chunk.length;
      if (bytesSinceEvent > LONGEST_TOKEN_BYTES) throw new WorkbookRefused('unsafe_file', { part });
      const text = decode(chunk);
      if (text !== '') parser.write(text);
    },
    end: () => {
      const rest = decode(null);
      if (rest !== '') parser.write(rest);
      parser.close();
    },
  };
}

/** Parts are UTF-8 unless a byte order mark says UTF-16, the one other encoding the format allows. */
function encodingOf(chunk: Buffer | null): string {
  if (chunk?.[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk?.[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attribute whatever its prefix: `r:id` is `ns2:id` in files of some writers. */
export function attributeNamed(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}
