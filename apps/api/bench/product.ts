import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findEmbeddedServer } from '../src/platform/database/embedded-server.ts';

const READY_WITHIN_MILLISECONDS = 120_000;
const here = (path: string) => new URL(path, import.meta.url);

export interface Product {
  readonly address: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Its database, which lives on when only the product is killed. */
  databaseUrl(name?: string): Promise<string>;
  /** SIGKILL to the product; with the database, to PostgreSQL as well. The folder stays. */
  kill(options: { readonly withDatabase: boolean }): Promise<void>;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** A Node process of this folder's, from the sources. What it says goes to `logFile`. */
export function startProcess(
  file: string,
  options: {
    readonly logFile: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly nodeFlags?: readonly string[];
    readonly arguments?: readonly string[];
  },
): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const { DATABASE_URL: _elsewhere, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--conditions=@junheng/source',
      '--no-warnings',
      '--import',
      here('../swc-register.js').href,
      ...(options.nodeFlags ?? []),
      fileURLToPath(here(file)),
      ...(options.arguments ?? []),
    ],
    {
      cwd: fileURLToPath(here('..')),
      env: { ...inherited, ...options.environment },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  return child;
}

/** @throws with the end of its log when it ends, or is not ready in time */
export async function untilHealthy(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MILLISECONDS;
  for (;;) {
    const ready = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`${url} did not become ready:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
    }
    await wait(50);
  }
}

/** Starts the product on an embedded PostgreSQL in `dataDir`, fsync on, without the demonstration. */
export async function startProduct(
  dataDir: string,
  options: {
    readonly port?: number;
    readonly environment?: Readonly<Record<string, string>>;
    readonly nodeFlags?: readonly string[];
  } = {},
): Promise<Product> {
  const port = options.port ?? (await freePort());
  const address = `http://127.0.0.1:${port}`;
  const logFile = join(dataDir, 'product.log');
  const child = startProcess('../src/main.ts', {
    logFile,
    environment: {
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      JUNHENG_EMPTY: '1',
      JUNHENG_LOG: 'json',
      // Every caller of the load says where it calls from, as behind a reverse proxy.
      JUNHENG_TRUSTED_PROXIES: '127.0.0.1',
      NODE_ENV: 'production',
      ...options.environment,
    },
    ...(options.nodeFlags === undefined ? {} : { nodeFlags: options.nodeFlags }),
  });
  await untilHealthy(child, `${address}/api/v1/health`, logFile);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    address,
    dataDir,
    pid: child.pid ?? 0,
    databaseUrl: async (name = 'junheng') => {
      const urlOf = await findEmbeddedServer(dataDir);
      if (urlOf === null) throw new Error(`no PostgreSQL runs in ${dataDir}`);
      return urlOf(name);
    },
    kill: async ({ withDatabase }) => {
      const postmaster = withDatabase ? postmasterOf(dataDir) : null;
      await end('SIGKILL');
      if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** The first line of its pid file. */
export function postmasterOf(dataDir: string): number {
  const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  return pid;
}
