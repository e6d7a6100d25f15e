import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../database/startup-error.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export interface StoredFile {
  /** SHA-256 of the bytes, lower-case hex: the file's only name. */
  readonly sha256: string;
  readonly size: number;
}

/** Files by the hash of their bytes: a folder today, an object store later. Storing the same bytes twice keeps one. */
export abstract class FileStore {
  abstract put(bytes: Uint8Array): Promise<StoredFile>;
  /** The same for what should not be in memory at once. */
  abstract putStream(source: Readable): Promise<StoredFile>;
  /** null when no such file is stored. */
  abstract read(sha256: string): Promise<Readable | null>;
  abstract has(sha256: string): Promise<boolean>;
  /** Removes the bytes; those that are not there are removed already. Who calls it has made sure that nothing needs them. */
  abstract remove(sha256: string): Promise<void>;
  /** A 256th of the files that have been there since before then: those whose hash begins with this byte, 0 to 255. */
  abstract storedBefore(firstByte: number, before: Date): Promise<readonly StoredFile[]>;
}

export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stored = { sha256, size: bytes.byteLength };
    if ((await sizeOf(this.pathOf(sha256))) === bytes.byteLength) return stored;
    return this.keep(async (handle) => {
      await handle.writeFile(bytes);
      return stored;
    });
  }

  async putStream(source: Readable): Promise<StoredFile> {
    return this.keep(async (handle) => {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of source as AsyncIterable<Buffer>) {
        hash.update(chunk);
        await handle.writeFile(chunk);
        size += chunk.length;
      }
      return { sha256: hash.digest('hex'), size };
    });
  }

  async read(sha256: string): Promise<Readable | null> {
    const path = this.pathOf(sha256);
    return (await sizeOf(path)) === null ? null : createReadStream(path);
  }

  async has(sha256: string): Promise<boolean> {
    return (await sizeOf(this.pathOf(sha256))) !== null;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  async storedBefore(firstByte: number, before: Date): Promise<readonly StoredFile[]> {
    const folder = join(this.folder, firstByte.toString(16).padStart(2, '0'));
    const found: StoredFile[] = [];
    for (const sha256 of await namesIn(folder)) {
      if (!SHA256.test(sha256)) continue;
      const { size, mtime } = await stat(join(folder, sha256));
      if (mtime < before) found.push({ sha256, size });
    }
    return found;
  }

  /** On disk under another name first: what bears the hash is whole, even after a crash. */
  private async keep(write: (handle: FileHandle) => Promise<StoredFile>): Promise<StoredFile> {
    const partial = join(this.folder, `${randomUUID()}.partial`);
    await mkdir(this.folder, { recursive: true });
    try {
      const handle = await open(partial, 'wx', 0o600);
      let stored: StoredFile;
      try {
        stored = await write(handle);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const target = this.pathOf(stored.sha256);
      await mkdir(dirname(target), { recursive: true });
      await rename(partial, target);
      await syncFolder(dirname(target));
      return stored;
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** `<folder>/ab/abcdef…`: never more than a few thousand files a folder. */
  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256 in lower-case hex');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** The name must survive a power cut as well as the bytes; Windows keeps names by itself and cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
