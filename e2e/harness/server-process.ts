import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/src/main.js', import.meta.url));
const READY_WITHIN_MILLISECONDS = 120_000;
const STOPPED_WITHIN_MILLISECONDS = 30_000;
const TAIL_CHARACTERS = 8000;

export interface ServerProcess {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Folder of its database and files. */
  readonly dataDir: string;
  /** Ends the process; the folder stays. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is written. Its database stays up, as it would. */
  kill(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MILLISECONDS);
  await closed;
  clearTimeout(killer);
}

/** A new folder for a server. PostgreSQL runs as another user when we are root, and has to reach it. */
export function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'junheng-browser-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/**
 * A copy of the folder of a server that has stopped: the same county, as it was then.
 * Where PostgreSQL had to put its files elsewhere, an empty folder, in which the server makes the demonstration anew.
 */
export function copyOfDataDir(original: string): string {
  const copy = newDataDir();
  if (existsSync(join(original, 'postgres'))) execFileSync('cp', ['-a', `${original}/.`, copy]);
  return copy;
}

/** Its database no longer waits for the disk: for counties that are thrown away and whose server is never killed. */
export function forgoDurability(dataDir: string): void {
  const settings = join(dataDir, 'postgres', 'postgresql.conf');
  if (existsSync(settings)) appendFileSync(settings, '\nfsync = off\nfull_page_writes = off\n');
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * What the server is told: its embedded database, whatever the tests around it use. The county holds what its schools reported and no
 * inspection, letter or register: journeys make those, and see the pages before the first of them.
 */
export function serverEnvironment(dataDir: string, port: number): Record<string, string | undefined> {
  const { DATABASE_URL: _elsewhere, ...environment } = process.env;
  return {
    ...environment,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    JUNHENG_DEMONSTRATION: 'reports',
  };
}

/** The end of what a process says, for the message when it fails. */
export function lastOutputOf({ stdout, stderr }: ChildProcess): () => string {
  let tail = '';
  const keep = (chunk: Buffer): void => {
    tail = (tail + chunk.toString('utf8')).slice(-TAIL_CHARACTERS);
  };
  stdout?.on('data', keep);
  stderr?.on('data', keep);
  return () => tail;
}

/** Where another release is started than the one that was built, or at an address that pages know already. */
export interface OtherStart {
  readonly main?: string;
  /** Of an earlier server that has ended. */
  readonly address?: string;
}

/**
 * Starts the built server on an embedded database in `dataDir`, with the demonstration county where that is empty.
 * @throws Error with the end of the server's output when it does not become healthy in time
 */
export async function startServer(dataDir: string, other: OtherStart = {}): Promise<ServerProcess> {
  const port = other.address === undefined ? await freePort() : Number(new URL(other.address).port);
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--enable-source-maps', other.main ?? MAIN], {
    env: serverEnvironment(dataDir, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastOutput = lastOutputOf(child);

  const until = Date.now() + READY_WITHIN_MILLISECONDS;
  while (!(await isHealthy(address))) {
    if (hasEnded(child) || Date.now() > until) {
      await end(child);
      throw new Error(`The server did not become ready. The end of what it said:\n${lastOutput()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const kill = async (): Promise<void> => {
    if (hasEnded(child)) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  };
  return { address, dataDir, stop: () => end(child), kill };
}
