import { mkdirSync } from 'node:fs';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { AppConfig } from '../config/config.ts';
import { createDataSource, migrate } from './database.ts';
import { findEmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { folderHolder } from './folder-lock.ts';
import { errorCode, StartupError } from './startup-error.ts';

export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly url: string;
  /** For the console: where the data is. Holds no password. */
  readonly description: string;
  /** Names of the migrations that this start has run. */
  readonly migrated: readonly string[];
  /** Closes the pool, then the server if this process started it. */
  close(): Promise<void>;
}

const DATABASE = 'junheng';

/**
 * Connects to `DATABASE_URL`, or to the embedded server, starting it if need be, and migrates.
 *
 * @param options.beside true for commands: use the embedded server of a running Junheng without ending it
 * @throws StartupError with one line for the console
 */
export async function openDatabase(
  config: AppConfig,
  options: { readonly beside?: boolean; readonly migrate?: boolean } = {},
): Promise<OpenDatabase> {
  const server = await reachServer(config, options.beside ?? false);
  const dataSource = createDataSource(server.url, { pool: config.databasePool });
  try {
    await dataSource.initialize();
    const migrated = options.migrate === false ? [] : await migrate(dataSource);
    return {
      dataSource,
      url: server.url,
      description: server.description,
      migrated,
      close: async () => {
        await dataSource.destroy();
        await server.stop();
      },
    };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await server.stop();
    throw explain(error, server.description);
  }
}

interface ReachedServer {
  readonly url: string;
  readonly description: string;
  stop(): Promise<void>;
}

async function reachServer(config: AppConfig, beside: boolean): Promise<ReachedServer> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, description: describeUrl(config.databaseUrl), stop: async () => undefined };
  }
  try {
    mkdirSync(config.dataDir, { recursive: true });
  } catch (error) {
    throw new StartupError(`The data folder ${config.dataDir} cannot be made (${errorCode(error) ?? String(error)}).`);
  }
  const description = `embedded PostgreSQL in ${config.dataDir}`;
  if (beside && folderHolder(config.dataDir) !== null) {
    const urlOf = await findEmbeddedServer(config.dataDir);
    if (urlOf !== null) return { url: urlOf(DATABASE), description, stop: async () => undefined };
  }
  try {
    const server = await startEmbeddedServer(config.dataDir);
    await createDatabase(server.url('postgres'), DATABASE);
    return { url: server.url(DATABASE), description, stop: () => server.stop() };
  } catch (error) {
    throw explain(error, description);
  }
}

/** Makes a database if it is not there. Its name is a constant or a test's UUID, never input. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      const from = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
    }
  } finally {
    await client.end();
  }
}

function describeUrl(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `PostgreSQL at ${hostname}:${port === '' ? '5432' : port}${pathname}`;
  } catch {
    return 'PostgreSQL at DATABASE_URL';
  }
}

function explain(error: unknown, description: string): Error {
  if (error instanceof StartupError) return error;
  const message = error instanceof Error ? error.message : String(error);
  switch (errorCode(error)) {
    case 'ENOSPC':
    case '53100':
      return new StartupError(`There is no space left on the disk (${description}).`);
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return new StartupError(
        `No PostgreSQL answers there: ${description}. Check DATABASE_URL and that the server runs.`,
      );
    case '28P01':
    case '28000':
      return new StartupError(`${description} refuses the user or password in DATABASE_URL.`);
    case '3D000':
      return new StartupError(`${description} does not exist: create the database first.`);
    case '42501':
      return new StartupError(`The user in DATABASE_URL may not make tables (${description}): ${message}`);
    default:
      return new StartupError(`The database cannot be used (${description}): ${message}`);
  }
}
