import { Injectable } from '@nestjs/common';
import { mkdir, statfs } from 'node:fs/promises';
import { DomainError } from '../errors/domain-error.ts';

/** Whole files held in memory at once, each up to the upload limit, and bodies that stream to disk. */
const PLACES = { whole: 3, stream: 24 } as const;
/** Stays free on the disk: the database may lie on it too. */
const RESERVE_BYTES = 256 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 2;

/** What all uploads of this process may take together, however many arrive at once. */
@Injectable()
export class UploadRoom {
  private readonly taken = { whole: 0, stream: 0 };

  /** @throws server.unavailable (try again shortly) while all places are taken */
  async run<Result>(kind: keyof typeof PLACES, work: () => Promise<Result>): Promise<Result> {
    if (this.taken[kind] >= PLACES[kind]) {
      throw new DomainError('server.unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    this.taken[kind] += 1;
    try {
      return await work();
    } finally {
      this.taken[kind] -= 1;
    }
  }
}

/**
 * Before anything of it is written.
 * @throws server.storage-full when the disk of this folder cannot take so many bytes and keep its reserve
 */
export async function refuseUnlessRoomFor(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes < RESERVE_BYTES) throw new DomainError('server.storage-full', { bytes });
}
