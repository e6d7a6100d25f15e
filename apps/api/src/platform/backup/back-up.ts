import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { errorCode, StartupError } from '../database/startup-error.ts';
import { ANCHORS_FILE, MANIFEST_FILE, tableFile, type BackupManifest } from './backup-manifest.ts';
import { flush, hashFile, writeHashed } from './hashing.ts';

/**
 * Nobody stays signed in through a restore; counters of failed tries start anew; links sent before it are void; uploads that
 * were under way begin again.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'migrations',
  'sessions',
  'rate_limits',
  'one_time_links',
  'evidence_uploads',
]);

export interface BackupSource {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly anchorsFile: string;
}

/**
 * Writes database, files and anchors as of one instant into a new folder, beside a running server if need be. The folder
 * bears its name only once it is whole.
 *
 * @throws StartupError when the folder exists already
 */
export async function backUp(source: BackupSource, folder: string, createdAt: Date): Promise<BackupManifest> {
  if (existsSync(folder)) throw new StartupError(`${folder} exists already: name a new folder.`);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: source.databaseUrl });
  await client.connect();
  try {
    // Before the snapshot: it may then hold more than the anchors, which a restore records, but never less.
    const anchors = await copyAnchors(source.anchorsFile, partial);
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
    const tables: BackupManifest['tables'] = [];
    for (const table of await tablesInOrder(client)) tables.push(await dumpTable(client, table, partial));
    await client.query('COMMIT');
    const manifest: BackupManifest = {
      format: 'junheng-backup-1',
      createdAt: createdAt.toISOString(),
      migrations: migrations.rows.map((row) => row.name),
      tables,
      // After the snapshot: every file that a row of it names is there already.
      files: await copyFiles(source.filesFolder, partial),
      anchors,
    };
    const manifestFile = join(partial, MANIFEST_FILE);
    await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await flush(manifestFile);
    await rename(partial, folder);
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function dumpTable(client: pg.Client, name: string, folder: string): Promise<BackupManifest['tables'][number]> {
  const { rows: columns } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [name],
  );
  const names = columns.map((column) => column.column_name);
  const list = names.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  const sha256 = await writeHashed(stream, [createGzip({ level: 6 })], join(folder, tableFile(name)));
  return { name, columns: names, rows: stream.rowCount, sha256 };
}

/** All tables but the left-out ones, each after those its foreign keys point to. */
export async function tablesInOrder(client: pg.Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`,
  );
  const { rows: references } = await client.query<{ name: string; target: string }>(
    `SELECT DISTINCT own.relname AS name, target.relname AS target
       FROM pg_constraint c JOIN pg_class own ON own.oid = c.conrelid JOIN pg_class target ON target.oid = c.confrelid
      WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND c.conrelid <> c.confrelid`,
  );
  const ordered: string[] = [];
  let waiting = tables.map((table) => table.name).filter((name) => !LEFT_OUT.has(name));
  while (waiting.length > 0) {
    const ready = waiting.filter(
      (name) => !references.some((one) => one.name === name && waiting.includes(one.target)),
    );
    if (ready.length === 0)
      throw new StartupError(`These tables refer to one another in a circle: ${waiting.join(', ')}.`);
    ordered.push(...ready);
    waiting = waiting.filter((name) => !ready.includes(name));
  }
  return ordered;
}

async function copyAnchors(file: string, folder: string): Promise<BackupManifest['anchors']> {
  if (!existsSync(file)) return null;
  const target = join(folder, ANCHORS_FILE);
  await copyFile(file, target);
  await flush(target);
  return { sha256: (await hashFile(target)).sha256 };
}

async function copied(source: string, target: string): Promise<boolean> {
  try {
    await copyFile(source, target);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && !existsSync(source)) return false;
    throw error;
  }
}

async function copyFiles(source: string, folder: string): Promise<BackupManifest['files']> {
  const files: BackupManifest['files'] = [];
  if (!existsSync(source)) return files;
  for (const entry of (await readdir(source, { recursive: true, withFileTypes: true })).sort(byName)) {
    if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const target = join(folder, 'files', entry.name.slice(0, 2), entry.name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // What housekeeping deleted since the folder was read: nothing in the database, as of before that, needs it.
    if (!(await copied(join(entry.parentPath, entry.name), target))) continue;
    await flush(target);
    const { sha256, size } = await hashFile(target);
    if (sha256 !== entry.name)
      throw new StartupError(`The stored file ${entry.name} is damaged: its hash is ${sha256}.`);
    files.push({ sha256, size });
  }
  return files;
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}
