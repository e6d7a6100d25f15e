import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, StartupError } from './startup-error.ts';

/** Holds a folder for one process at a time; a lock left by a process that died is taken over. */
export interface FolderLock {
  release(): void;
}

export interface LockHolder {
  readonly pid: number;
  /** When that process started, as the kernel counts, or null where it cannot be read: a pid alone may be reused. */
  readonly started: string | null;
}

const LOCK_FILE = 'junheng.lock';

/** @throws StartupError when a living process holds the folder */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, LOCK_FILE);
  const mine = JSON.stringify({ pid: process.pid, started: processStart(process.pid) });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return {
        release: () => {
          if (readText(file) === mine) rmSync(file, { force: true });
        },
      };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const stale = readText(file);
    const holder = stale === null ? null : parseHolder(stale);
    if (holder !== null && isAlive(holder)) {
      throw new StartupError(`The data folder ${folder} is in use by another Junheng process (pid ${holder.pid}).`);
    }
    if (stale !== null) takeAway(file, stale);
  }
  throw new StartupError(`The data folder ${folder} could not be locked: several processes start at the same time.`);
}

/** The living process that holds the folder, or null. */
export function folderHolder(folder: string): LockHolder | null {
  const text = readText(join(folder, LOCK_FILE));
  const holder = text === null ? null : parseHolder(text);
  return holder !== null && isAlive(holder) ? holder : null;
}

/** Two processes may see the same stale lock: whoever took away something newer puts it back. */
function takeAway(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null;
    const started = 'started' in value && typeof value.started === 'string' ? value.started : null;
    return { pid: value.pid, started };
  } catch {
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  if (!processExists(holder.pid)) return false;
  const started = processStart(holder.pid);
  return holder.started === null || started === null || holder.started === started;
}

export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat: clock ticks from boot to the start of the process. The name before it may hold spaces. */
function processStart(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  return stat === null ? null : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
