import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainFailure } from './plain-failure.mjs';

const MEGABYTE = 1_000_000;

/** Packages, pnpm itself, the build and a new database folder, with room to spare (measured: about 1.1 GB). */
export const FIRST_START_MEGABYTES = 1500;
/** A later build and the growth of the database. */
export const LATER_START_MEGABYTES = 300;

function nearestExisting(path) {
  let candidate = path;
  while (!existsSync(candidate) && dirname(candidate) !== candidate) candidate = dirname(candidate);
  return candidate;
}

/** Free space for an ordinary user, in megabytes, on the disk that holds `path` (which need not exist yet). */
export function freeMegabytes(path) {
  const { bavail, bsize } = statfsSync(nearestExisting(path));
  return Math.floor((bavail * bsize) / MEGABYTE);
}

/** @throws {PlainFailure} when less than `megabytes` are free for `path` */
export function requireDiskSpace(path, megabytes, free = freeMegabytes) {
  const found = free(path);
  if (found < megabytes) {
    throw new PlainFailure(
      `Not enough disk space: ${found} MB free for ${path}, ${megabytes} MB needed. Free some and start again.`,
    );
  }
}
