import type { EvidenceMediaType } from '@junheng/api-contract';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Recognition } from './recognise-file.ts';

/** Of a document that a person wrote; an archive that says it unpacks to more is none. */
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

const mainParts: Readonly<Record<string, EvidenceMediaType>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Word and Excel by the parts in the directory of the archive. No part is unpacked, so that a zip bomb costs nothing; files with
 * macros are refused whatever their extension says.
 */
export async function recogniseOfficeFile(path: string): Promise<Recognition> {
  const zip = await openZip(path);
  if (zip === null) return { ok: false, found: 'damaged' };
  try {
    if (zip.entryCount > MOST_ENTRIES) return { ok: false, found: 'suspicious-archive' };
    const names = new Set<string>();
    let unpacked = 0;
    const problem = await eachEntry(zip, (entry) => {
      names.add(entry.fileName.replace(/^\/+/, '').toLowerCase());
      unpacked += entry.uncompressedSize;
      return unpacked > MOST_UNPACKED_BYTES ? 'suspicious-archive' : null;
    });
    if (problem !== null) return { ok: false, found: problem };
    return judge(names);
  } finally {
    zip.close();
  }
}

function judge(names: ReadonlySet<string>): Recognition {
  const main = Object.entries(mainParts).filter(([part]) => names.has(part));
  const [only] = main;
  if (!names.has('[content_types].xml') || only === undefined || main.length > 1) {
    return { ok: false, found: 'application/zip' };
  }
  if ([...names].some((name) => /(^|\/)vba(project|data)[^/]*$/.test(name))) return { ok: false, found: 'macros' };
  return { ok: true, mediaType: only[1] };
}

async function openZip(path: string): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      resolve(error === null ? zip : null);
    });
  });
}

/** @returns what the first entry that is refused is refused for, `damaged` for a broken directory, null for none */
async function eachEntry(zip: ZipFile, look: (entry: Entry) => string | null): Promise<string | null> {
  return new Promise((resolve) => {
    zip.on('error', () => resolve('damaged'));
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: Entry) => {
      const refusal = look(entry);
      if (refusal === null) zip.readEntry();
      else resolve(refusal);
    });
    zip.readEntry();
  });
}
