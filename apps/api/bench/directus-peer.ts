import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase } from '../src/platform/database/open-database.ts';
import type { Peer } from './bare-peer.ts';
import { HttpConnection } from './http-connection.ts';
import { countedCells, type LoadSchool } from './load-schools.ts';
import { freePort, untilHealthy, type Product } from './product.ts';
import type { Saver } from './saver.ts';

/** The last that runs on Node 20. Half a gigabyte that nobody needs otherwise: installed on demand, into a folder that git ignores. */
const MANIFEST = `${JSON.stringify({ private: true, dependencies: { directus: '11.1.2' } })}\n`;
const FOLDER = resolve('.cache/bench-directus');
const TOKEN = 'token-of-the-benchmark';

/** Null, or why Directus could not be installed. */
export async function installDirectus(): Promise<string | null> {
  const manifest = join(FOLDER, 'package.json');
  if ((await readFile(manifest, 'utf8').catch(() => '')) === MANIFEST) return null;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(manifest, MANIFEST);
  try {
    const options = { cwd: FOLDER, maxBuffer: 64 * 1024 * 1024 };
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], options);
    // The one part of it that has to be compiled.
    await promisify(execFile)('npm', ['rebuild', 'isolated-vm'], options);
    return null;
  } catch (error) {
    await rm(manifest);
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
  }
}

/**
 * Directus doing its own save on the same PostgreSQL: an item with the same cells as columns, its activity and its revision. Signed in
 * by a static token.
 */
export async function startDirectus(product: Product, schools: readonly LoadSchool[]): Promise<Peer> {
  await createDatabase(await product.databaseUrl('postgres'), 'directus');
  const port = await freePort();
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    KEY: 'benchmark',
    SECRET: 'benchmark-benchmark-benchmark-00',
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: await product.databaseUrl('directus'),
    ADMIN_EMAIL: 'benchmark@example.com',
    ADMIN_PASSWORD: 'quiet harbour 7',
    ADMIN_TOKEN: TOKEN,
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
    SERVE_APP: 'false',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: join(product.dataDir, 'directus-uploads'),
  };
  const cli = join(FOLDER, 'node_modules', 'directus', 'cli.js');
  await promisify(execFile)(process.execPath, [cli, 'bootstrap'], { cwd: product.dataDir, env: environment });
  const logFile = join(product.dataDir, 'directus.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [cli, 'start'], {
    cwd: product.dataDir,
    env: environment,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await untilHealthy(child, `${address}/server/ping`, logFile);
    const savers = await saversOf(address, schools);
    return {
      pid: child.pid ?? 0,
      savers,
      stop: async () => {
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function saversOf(address: string, schools: readonly LoadSchool[]): Promise<readonly Saver[]> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const first = new HttpConnection(address);
  const ask = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await first.send({ method: 'POST', path, headers, body });
    if (answer.status >= 300) throw new Error(`Directus: ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const cells = Object.keys(schools[0]?.start.cells ?? {});
  const column = (cell: string) => cell.replaceAll(/[-.]/g, '_');
  await ask('/collections', {
    collection: 'reports',
    schema: {},
    meta: { accountability: 'all' },
    fields: [
      { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } },
      ...cells.map((cell) => ({ field: column(cell), type: 'string', schema: {}, meta: {} })),
    ],
  });
  const savers: Saver[] = [];
  for (const { start } of schools) {
    const item = Object.fromEntries(cells.map((cell) => [column(cell), start.cells[cell] ?? null]));
    const created = (await ask('/items/reports', item)) as { readonly data: { readonly id: number } };
    const connection = new HttpConnection(address);
    const path = `/items/reports/${created.data.id}?fields=id`;
    const counted = countedCells(start.cells);
    let next = 0;
    savers.push({
      saveOnce: async () => {
        next += 1;
        const body = { [column(counted[next % counted.length] ?? '')]: String(100 + next) };
        const answer = await connection.send({ method: 'PATCH', path, headers, body });
        if (answer.status !== 200) throw new Error(`Directus: ${answer.status} ${JSON.stringify(answer.body)}`);
      },
      close: () => connection.close(),
    });
  }
  await first.close();
  return savers;
}
