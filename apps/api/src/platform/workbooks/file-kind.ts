import { WorkbookRefused } from './workbook-refused.ts';

/** What the bytes are, whatever the file is called: schools rename files to make an upload accept them. */
export type FileKind = 'zip' | 'text';

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly found: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], found: 'PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], found: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], found: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], found: 'GIF' },
  { bytes: [0x52, 0x61, 0x72, 0x21], found: 'RAR' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], found: '7z' },
  { bytes: [0x1f, 0x8b], found: 'gzip' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], found: 'RTF' },
  { bytes: [0x4d, 0x5a], found: 'EXE' },
];
const OLE_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The record that opens a worksheet of Excel 2 to 4, which had no container yet. */
const BARE_LEGACY_SHEETS = [
  [0x09, 0x02],
  [0x09, 0x04],
  [0x09, 0x08],
];

/**
 * Throws WorkbookRefused: empty_file, legacy_xls, password_protected, not_a_workbook.
 */
export function detectFileKind(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new WorkbookRefused('empty_file');
  if (startsWith(bytes, OLE_CONTAINER)) throw refusalOfContainer(bytes);
  if (BARE_LEGACY_SHEETS.some((signature) => startsWith(bytes, signature))) throw new WorkbookRefused('legacy_xls');
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  for (const signature of SIGNATURES) {
    if (startsWith(bytes, signature.bytes)) throw new WorkbookRefused('not_a_workbook', { found: signature.found });
  }
  return 'text';
}

/**
 * The old compound file holds Excel 97 workbooks, other old documents, and also every encrypted .xlsx. Its directory names
 * are UTF-16; finding the name is enough to tell them apart.
 */
function refusalOfContainer(bytes: Buffer): WorkbookRefused {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return new WorkbookRefused('password_protected');
  if (holds('WordDocument')) return new WorkbookRefused('not_a_workbook', { found: 'Word' });
  if (holds('PowerPoint Document')) return new WorkbookRefused('not_a_workbook', { found: 'PowerPoint' });
  return new WorkbookRefused('legacy_xls');
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}
