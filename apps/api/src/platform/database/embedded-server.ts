import { spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { canReach, locateBinaries, serverUser, type ServerBinaries, type ServerUser } from './embedded-binaries.ts';
import { lockFolder, processExists } from './folder-lock.ts';
import { errorCode, StartupError } from './startup-error.ts';

export interface EmbeddedServer {
  /** A server that survived the last process (kill -9) and was taken over. */
  readonly adopted: boolean;
  /** Address of one of its databases. */
  url(database: string): string;
  /** Ends the server after its connections are closed. */
  stop(): Promise<void>;
}

interface Endpoint {
  readonly port: number;
  readonly password: string;
}

const ROLE = 'junheng';
const START_TIMEOUT = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, or takes over the one still running there. The folder is held by this process
 * until `stop`: two processes sharing it would end each other's server.
 *
 * @param options.durable false only for throw-away test servers: no fsync
 * @throws StartupError with one line for the console
 */
export async function startEmbeddedServer(
  dataDir: string,
  options: { readonly durable?: boolean; readonly maxConnections?: number } = {},
): Promise<EmbeddedServer> {
  const lock = lockFolder(dataDir);
  try {
    const user = serverUser();
    const folder = serverFolder(dataDir, user);
    const password = readOrCreate(join(dataDir, 'postgres-password'), () => randomBytes(24).toString('hex'));
    const running = await findRunning(folder, password);
    const endpoint = running ?? (await startNew(dataDir, folder, password, user, options));
    return {
      adopted: running !== null,
      url: (database) => urlOf(endpoint, database),
      stop: async () => {
        await stopServer(folder);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The server another process runs in this folder: for commands that work beside a running Junheng. */
export async function findEmbeddedServer(dataDir: string): Promise<((database: string) => string) | null> {
  const passwordFile = join(dataDir, 'postgres-password');
  if (!existsSync(passwordFile)) return null;
  const endpoint = await findRunning(serverFolder(dataDir, serverUser()), readFileSync(passwordFile, 'utf8').trim());
  return endpoint === null ? null : (database) => urlOf(endpoint, database);
}

/** Where the files of the server lie: in the data folder, or under /var/lib where its user could not enter that. */
function serverFolder(dataDir: string, user: ServerUser | null): string {
  const inside = join(dataDir, 'postgres');
  const moved = join(dataDir, 'postgres-folder');
  if (existsSync(moved)) return readFileSync(moved, 'utf8').trim();
  if (existsSync(inside) || user === null || canReach(user, dataDir)) return inside;
  const elsewhere = join('/var/lib/junheng', randomUUID());
  writeFileSync(moved, `${elsewhere}\n`);
  return elsewhere;
}

async function startNew(
  dataDir: string,
  folder: string,
  password: string,
  user: ServerUser | null,
  options: { readonly durable?: boolean; readonly maxConnections?: number },
): Promise<Endpoint> {
  const binaries = locateBinaries(user);
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(binaries, folder, password, user);
  else removeStalePid(folder);
  const port = await freePort();
  const logFile = join(dataDir, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 60),
    log_min_messages: 'warning',
    lc_messages: 'C',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const log = openSync(logFile, 'a', 0o600);
  // Detached: Ctrl-C in the terminal reaches the whole process group, and the pools must be closed before the server.
  const child = spawn(
    binaries.postgres,
    ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: folder, detached: true, stdio: ['ignore', log, log], ...user },
  );
  closeSync(log);
  const ended: { reason: string | null } = { reason: null };
  child.once('error', (error) => {
    ended.reason = error.message;
  });
  child.once('exit', (code) => {
    ended.reason = `exit status ${String(code)}`;
  });
  child.unref();
  const endpoint = { port, password };
  const giveUpAt = performance.now() + START_TIMEOUT;
  while (performance.now() < giveUpAt) {
    if ((await dataDirectoryOf(endpoint)) !== null) return endpoint;
    if (ended.reason !== null)
      throw new StartupError(`The embedded PostgreSQL did not start (${ended.reason}): ${lastLine(logFile)}`);
    await wait(50);
  }
  throw new StartupError(`The embedded PostgreSQL did not answer within ${START_TIMEOUT / 1000} s; see ${logFile}.`);
}

function initialise(binaries: ServerBinaries, folder: string, password: string, user: ServerUser | null): void {
  // A first start that was interrupted leaves a folder without PG_VERSION at best half made.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (folder.startsWith('/var/lib/junheng/')) chmodSync('/var/lib/junheng', 0o755);
  chmodSync(folder, 0o700);
  const scratch = mkdtempSync(join(tmpdir(), 'junheng-initdb-'));
  const passwordFile = join(scratch, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== null) for (const path of [folder, scratch, passwordFile]) chownSync(path, user.uid, user.gid);
    const result = spawnSync(
      binaries.initdb,
      [
        '-D',
        folder,
        '-U',
        ROLE,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Independent of the machine's locales.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { cwd: folder, encoding: 'utf8', ...user },
    );
    if (result.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      const text = `${result.stderr ?? ''}${result.error?.message ?? ''}`;
      if (/no space left/i.test(text)) throw new StartupError(`There is no space left on the disk of ${folder}.`);
      throw new StartupError(
        `The embedded PostgreSQL could not be set up in ${folder}: ${text.trim().split('\n').at(-1)}`,
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A server still running in this folder and answering for it. */
async function findRunning(folder: string, password: string): Promise<Endpoint | null> {
  const giveUpAt = performance.now() + START_TIMEOUT;
  for (;;) {
    const [pidText, , , portText] = pidFileLines(folder);
    const pid = Number(pidText);
    if (!Number.isInteger(pid) || pid <= 0 || !processExists(pid) || !isServerOf(pid, folder)) return null;
    const endpoint = { port: Number(portText), password };
    const answered = await dataDirectoryOf(endpoint);
    if (answered !== null && resolve(answered) === resolve(folder)) return endpoint;
    // Ours by its command line but not answering yet: starting, recovering or ending.
    if (performance.now() > giveUpAt)
      throw new StartupError(`A PostgreSQL (pid ${pid}) holds ${folder} and does not answer.`);
    await wait(200);
  }
}

function pidFileLines(folder: string): readonly string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The pid may have been given to another program since: look at its command line. */
function isServerOf(pid: number, folder: string): boolean {
  let command: string;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'win32') return true;
    command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  return command.includes(folder);
}

function removeStalePid(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  const pid = Number(pidFileLines(folder)[0]);
  if (existsSync(file) && (!Number.isInteger(pid) || !processExists(pid) || !isServerOf(pid, folder))) rmSync(file);
}

async function dataDirectoryOf(endpoint: Endpoint): Promise<string | null> {
  const client = new pg.Client({ connectionString: urlOf(endpoint, 'postgres'), connectionTimeoutMillis: 5_000 });
  // A server that is just starting or ending breaks the connection after it was made.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A fast shutdown: SIGINT to the postmaster, then waiting until it has removed its pid file. */
async function stopServer(folder: string): Promise<void> {
  const pid = Number(pidFileLines(folder)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, folder)) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return;
    throw error;
  }
  const giveUpAt = performance.now() + START_TIMEOUT;
  while (performance.now() < giveUpAt && existsSync(join(folder, 'postmaster.pid'))) await wait(20);
}

function urlOf(endpoint: Endpoint, database: string): string {
  return `postgresql://${ROLE}:${endpoint.password}@127.0.0.1:${endpoint.port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolvePort(address.port);
        else reject(new StartupError('No free port for the embedded PostgreSQL.'));
      });
    });
  });
}

function readOrCreate(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const text = make();
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return text;
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
}
