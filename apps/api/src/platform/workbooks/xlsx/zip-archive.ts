import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';

/** Above this size a part that shrank more than this is no table a person made. */
const SUSPICIOUS_BYTES = 16 * 1024 * 1024;
const SUSPICIOUS_RATIO = 300;

/**
 * A zip file that is unpacked part by part, each byte counted as it comes: the sizes in the directory can lie.
 */
export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Feeds the part to `onChunk`. Throws WorkbookRefused: damaged_file, unsafe_file, password_protected. */
  read(name: string, onChunk: (chunk: Buffer) => void): Promise<void>;
  close(): void;
}

/** Throws WorkbookRefused: damaged_file, unsafe_file. */
export async function openZipArchive(bytes: Buffer, limits: WorkbookLimits): Promise<ZipArchive> {
  const { zip, entries } = await readDirectory(bytes, limits);
  let inflated = 0;

  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(keyOf(name)),
    read: async (name, onChunk) => {
      const entry = entries.get(keyOf(name));
      if (entry === undefined) throw new WorkbookRefused('damaged_file', { part: name });
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new WorkbookRefused('password_protected');
      let size = 0;
      let checksum = 0;
      await eachChunk(zip, entry, (chunk) => {
        size += chunk.length;
        inflated += chunk.length;
        if (inflated > limits.inflatedBytes) throw tooMuch(limits.inflatedBytes);
        if (size > SUSPICIOUS_BYTES && size > entry.compressedSize * SUSPICIOUS_RATIO) throw tooMuch(SUSPICIOUS_BYTES);
        checksum = crc32(chunk, checksum);
        onChunk(chunk);
      });
      // yauzl does not compare it; a flipped bit in a stored number must not become a school's figure.
      if (checksum !== entry.crc32) throw new WorkbookRefused('damaged_file', { part: name });
    },
    close: () => zip.close(),
  };
}

function tooMuch(limit: number): WorkbookRefused {
  return new WorkbookRefused('unsafe_file', { limitMegabytes: Math.round(limit / 1024 / 1024) });
}

/** Writers differ in the case of part names and in a leading slash. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function readDirectory(bytes: Buffer, limits: WorkbookLimits): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(new WorkbookRefused('damaged_file', {}));
      const entries = new Map<string, Entry>();
      let declared = 0;
      const refuse = (refused: WorkbookRefused): void => {
        zip.close();
        reject(refused);
      };
      if (zip.entryCount > limits.zipEntries) {
        return refuse(new WorkbookRefused('unsafe_file', { entries: zip.entryCount, limit: limits.zipEntries }));
      }
      zip.on('error', () => refuse(new WorkbookRefused('damaged_file', {})));
      zip.on('entry', (entry: Entry) => {
        declared += entry.uncompressedSize;
        if (declared > limits.declaredBytes) return refuse(tooMuch(limits.declaredBytes));
        // Two parts of one name: which one counts would depend on the program that opens the file.
        if (entries.has(keyOf(entry.fileName))) return refuse(new WorkbookRefused('damaged_file', {}));
        entries.set(keyOf(entry.fileName), entry);
        zip.readEntry();
      });
      zip.on('end', () => resolve({ zip, entries }));
      zip.readEntry();
    });
  });
}

function eachChunk(zip: ZipFile, entry: Entry, onChunk: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new WorkbookRefused('damaged_file', { part: entry.fileName }));
      stream.on('error', () => reject(new WorkbookRefused('damaged_file', { part: entry.fileName })));
      stream.on('end', () => resolve());
      stream.on('data', (chunk: Buffer) => {
        try {
          onChunk(chunk);
        } catch (refused) {
          stream.destroy();
          reject(refused instanceof Error ? refused : new WorkbookRefused('damaged_file', { part: entry.fileName }));
        }
      });
    });
  });
}
