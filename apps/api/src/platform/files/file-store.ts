import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../database/startup-error.ts';

export interface StoredFile {
  /** SHA-256 of the bytes, lower-case hex: the file's only name. */
  readonly sha256: string;
  readonly size: number;
}

/** Files by the hash of their bytes: a folder today, an object store later. Storing the same bytes twice keeps one. */
export abstract class FileStore {
  abstract put(bytes: Uint8Array): Promise<StoredFile>;
  /** null when no such file is stored. */
  abstract read(sha256: string): Promise<Readable | null>;
}

export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = this.pathOf(sha256);
    const stored = { sha256, size: bytes.byteLength };
    if ((await sizeOf(target)) === bytes.byteLength) return stored;
    await mkdir(dirname(target), { recursive: true });
    // On disk under another name first: what bears the hash is whole, even after a crash.
    const partial = `${target}.${randomUUID()}.partial`;
    try {
      const handle = await open(partial, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    return stored;
  }

  async read(sha256: string): Promise<Readable | null> {
    const path = this.pathOf(sha256);
    return (await sizeOf(path)) === null ? null : createReadStream(path);
  }

  /** `<folder>/ab/abcdef…`: never more than a few thousand files a folder. */
  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256 in lower-case hex');
    return join(this.folder, sha256.slice(0, 2), sha256);
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
