import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Anchors, type ChainHead } from '../audit/anchors.ts';
import { HeadSigner } from '../audit/head-signer.ts';
import { GENESIS_HASH } from '../audit/sealer.ts';
import { createDataSource, migrate, migrationNames } from '../database/database.ts';
import { errorCode, StartupError } from '../database/startup-error.ts';
import {
  ANCHORS_FILE,
  backupManifestSchema,
  MANIFEST_FILE,
  tableFile,
  type BackupManifest,
} from './backup-manifest.ts';
import { flush, hashFile } from './hashing.ts';

export interface RestoreTarget {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly anchorsFile: string;
  /** Key that signs the anchors; made anew where it is not there. */
  readonly auditKeyFile: string;
}

/**
 * Fills an empty database, and the files, from a backup of this or an earlier release. All parts are checked against their
 * hashes before anything is written; the rows come in one transaction.
 *
 * @throws StartupError when the backup is damaged or newer than this release, or the database is not empty
 */
export async function restore(folder: string, target: RestoreTarget, restoredAt: Date): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  await checkParts(folder, manifest);
  const unknown = manifest.migrations.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) {
    throw new StartupError(`The backup is of a newer release: this one does not know ${unknown.join(', ')}.`);
  }
  await prepareSchema(target.databaseUrl, manifest.migrations);
  const client = new pg.Client({ connectionString: target.databaseUrl });
  await client.connect();
  let heads: readonly ChainHead[];
  try {
    await client.query('BEGIN');
    for (const table of manifest.tables) await fillTable(client, folder, table);
    await resetIdentities(client, manifest);
    const { rows } = await client.query<ChainHead>(
      'SELECT chain_id AS "chainId", head_sequence AS "sequence", head_hash AS "hash" FROM audit_chains',
    );
    heads = rows;
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await restoreFiles(folder, target.filesFolder, manifest);
  await recordInAnchors(folder, target, heads, restoredAt);
  // Last: what later releases changed is done to the restored rows.
  await prepareSchema(target.databaseUrl, null);
  return manifest;
}

function readManifest(folder: string): BackupManifest {
  try {
    return backupManifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')));
  } catch (error) {
    const reason = errorCode(error) === 'ENOENT' ? 'there is no manifest.json' : 'its manifest.json is damaged';
    throw new StartupError(`${folder} is not a backup: ${reason}.`, { cause: error });
  }
}

async function checkParts(folder: string, manifest: BackupManifest): Promise<void> {
  const parts = [
    ...manifest.tables.map((table) => ({ path: tableFile(table.name), sha256: table.sha256 })),
    ...manifest.files.map((file) => ({ path: filePath(file.sha256), sha256: file.sha256 })),
    ...(manifest.anchors === null ? [] : [{ path: ANCHORS_FILE, sha256: manifest.anchors.sha256 }]),
  ];
  for (const { path, sha256 } of parts) {
    const file = join(folder, path);
    if (!existsSync(file)) throw new StartupError(`The backup is damaged: ${path} is missing. Nothing was restored.`);
    if ((await hashFile(file)).sha256 !== sha256) {
      throw new StartupError(`The backup is damaged: ${path} has changed since it was written. Nothing was restored.`);
    }
  }
}

/** @param upTo the backup's migrations into an empty database, or null for all of this release */
async function prepareSchema(databaseUrl: string, upTo: readonly string[] | null): Promise<void> {
  const dataSource = createDataSource(databaseUrl, { pool: 2, ...(upTo === null ? {} : { upTo }) });
  await dataSource.initialize();
  try {
    if (upTo !== null) {
      const rows: unknown = await dataSource.query(
        `SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' LIMIT 1`,
      );
      if (Array.isArray(rows) && rows.length > 0) {
        throw new StartupError('The database is not empty: restore into a new one, so that nothing is overwritten.');
      }
    }
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function fillTable(client: pg.Client, folder: string, table: BackupManifest['tables'][number]): Promise<void> {
  const list = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyFrom(`COPY ${client.escapeIdentifier(table.name)} (${list}) FROM STDIN`));
  await pipeline(createReadStream(join(folder, tableFile(table.name))), createGunzip(), stream);
  if (stream.rowCount !== table.rows) {
    throw new StartupError(
      `The backup is damaged: ${table.name} has ${stream.rowCount} rows instead of ${table.rows}.`,
    );
  }
}

/** COPY brings the numbers along; the counters behind them must go on from there. */
async function resetIdentities(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND is_identity = 'YES' AND table_name = ANY ($1)`,
    [manifest.tables.map((table) => table.name)],
  );
  for (const { table_name: table, column_name: column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2),
         (SELECT COALESCE(max(${client.escapeIdentifier(column)}), 0) + 1 FROM ${client.escapeIdentifier(table)}), false)`,
      [client.escapeIdentifier(table), column],
    );
  }
}

async function restoreFiles(folder: string, target: string, manifest: BackupManifest): Promise<void> {
  for (const { sha256 } of manifest.files) {
    const file = join(target, sha256.slice(0, 2), sha256);
    if (existsSync(file)) continue;
    await mkdir(dirname(file), { recursive: true });
    await copyFile(join(folder, filePath(sha256)), file);
    await flush(file);
  }
}

/**
 * The restored log may be shorter than what was anchored since the backup. That is written down rather than hidden: from
 * these lines on the anchors speak of the restored log, and the verifier says when that was.
 */
async function recordInAnchors(
  folder: string,
  { anchorsFile, auditKeyFile }: RestoreTarget,
  heads: readonly ChainHead[],
  restoredAt: Date,
): Promise<void> {
  const backedUp = join(folder, ANCHORS_FILE);
  if (!existsSync(anchorsFile) && existsSync(backedUp)) {
    await mkdir(dirname(anchorsFile), { recursive: true });
    await copyFile(backedUp, anchorsFile);
  }
  const anchors = new Anchors(anchorsFile, new HeadSigner(auditKeyFile));
  const gone = [...new Set(anchors.read().map((line) => line.chainId))]
    .filter((chainId) => !heads.some((head) => head.chainId === chainId))
    .map((chainId) => ({ chainId, sequence: 0, hash: GENESIS_HASH }));
  await anchors.append('restored', restoredAt, [...heads, ...gone]);
}

function filePath(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}
