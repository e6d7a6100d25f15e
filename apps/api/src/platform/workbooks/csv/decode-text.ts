import type { TextEncodingName } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * The text of a file that names no encoding. A byte order mark decides; else UTF-8 if every byte fits it (text in another
 * encoding practically never does); else GB18030, which Chinese Excel writes and which contains GBK and GB2312. Strict
 * throughout: a character that cannot be read is a refusal, not a question mark in a school's name.
 *
 * Throws WorkbookRefused: unknown_encoding, not_a_workbook (binary).
 */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (decoded === null) throw new WorkbookRefused('unknown_encoding');
  // Control characters other than tab and line ends: a binary file that happens to decode. 1A closes old DOS texts.
  const text = decoded.text.replace(/\u001a+$/, '');
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new WorkbookRefused('not_a_workbook', { found: 'binary' });
  return { text, encoding: decoded.encoding };
}

function decodeMarked(bytes: Buffer): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAs(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be');
  return null;
}

function decodeUnmarked(bytes: Buffer): DecodedText | null {
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (bytes.includes(0)) throw new WorkbookRefused('not_a_workbook', { found: 'binary' });
  return decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
}

/** UTF-16 without a mark: line ends, commas and digits have a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const enough = Math.max(2, sample.length / 20);
  // A few characters, 一 (4E00) for one, have their zero on the other side.
  if (oddZeros > enough && evenZeros * 5 < oddZeros) return 'utf-16le';
  if (evenZeros > enough && oddZeros * 5 < evenZeros) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Buffer, encoding: TextEncodingName): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
