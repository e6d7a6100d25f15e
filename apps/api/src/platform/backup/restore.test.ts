import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.ts';
import { verifyAuditLog } from '../../cli/audit-verifier.ts';
import { Anchors } from '../audit/anchors.ts';
import { HeadSigner } from '../audit/head-signer.ts';
import { Sealer } from '../audit/sealer.ts';
import { systemActor } from '../database/actor.ts';
import { Transactions } from '../database/database.ts';
import { FolderFileStore } from '../files/file-store.ts';
import { Logger } from '../logging/logger.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

let api: TestApi;
let folder: string;
let target: TestDatabase;
const at = new Date('2026-09-10T02:00:00Z');

const source = () => ({
  databaseUrl: api.testDatabase.url,
  filesFolder: join(api.config.dataDir, 'files'),
  anchorsFile: api.config.anchorsFile,
  auditKeyFile: api.config.auditKeyFile,
});
const destination = (name: string) => ({
  databaseUrl: target.url,
  filesFolder: join(folder, name, 'files'),
  anchorsFile: join(folder, name, 'anchors.jsonl'),
  auditKeyFile: join(folder, name, 'audit-signing-key'),
});

async function contents(url: string): Promise<Readonly<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('sessions', 'rate_limits', 'one_time_links', 'migrations')`,
    );
    const all: Record<string, unknown> = {};
    for (const { name } of rows) {
      const table = await client.query(`SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY 1`);
      all[name] = table.rows;
    }
    return all;
  } finally {
    await client.end();
  }
}

async function verify(url: string, anchors: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await verifyAuditLog(client, [anchors]);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-backup-'));
  api = await startTestApi();
  target = await createTestDatabase({ empty: true });
  const stored = await new FolderFileStore(source().filesFolder).put(Buffer.from('学校,在校生\n'));
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute('INSERT INTO files (sha256, size, stored_at) VALUES ($1, $2, $3)', [stored.sha256, stored.size, tx.at]),
  );
  const administrator = await api.as('countyAdministrator');
  const lock = { locked: true, reason: '调离\t\\N "引号"\n换行' };
  expect((await administrator.put(`/people/${api.world.people.otherReporter}/lock`, lock)).status).toBe(200);
  await api.sealer.sealAll();
});
afterAll(async () => {
  await target.drop();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('restored into an empty database and folder gives the same rows, files and an intact log that goes on', async () => {
    const backup = join(folder, 'first');
    const manifest = await backUp(source(), backup, at);
    expect(manifest.files).toHaveLength(1);
    const into = destination('restored');
    await restore(backup, into, at);
    expect(await contents(target.url)).toEqual(await contents(api.testDatabase.url));
    const file = await new FolderFileStore(into.filesFolder).read(manifest.files[0]?.sha256 ?? '');
    expect(await file?.toArray()).toEqual([Buffer.from('学校,在校生\n')]);
    expect(await verify(target.url, into.anchorsFile)).toMatchObject({
      faults: [],
      restorations: [at.toISOString()],
    });

    // The next entry gets the next number and joins the restored chain.
    const transactions = new Transactions(target.dataSource, api.clock);
    await transactions.run(systemActor('test'), (tx) =>
      tx.execute(`INSERT INTO audit_entries (chain_id, content) VALUES ($1, '{"action":"test.done"}')`, [
        api.world.county,
      ]),
    );
    const sealer = new Sealer(
      transactions,
      new Anchors(into.anchorsFile, new HeadSigner(into.auditKeyFile)),
      api.clock,
      new Logger('off'),
    );
    await sealer.start();
    await sealer.stop();
    expect(await verify(target.url, into.anchorsFile)).toMatchObject({ faults: [] });
  });

  test('is not restored over anything', async () => {
    const attempt = restore(join(folder, 'first'), destination('second'), at);
    await expect(attempt).rejects.toThrow(/not empty/);
  });

  test('is not written over anything', async () => {
    await expect(backUp(source(), join(folder, 'first'), at)).rejects.toThrow(/exists already/);
  });

  test('that is damaged restores nothing', async () => {
    const backup = join(folder, 'damaged');
    await backUp(source(), backup, at);
    appendFileSync(join(backup, 'tables', 'schools.copy.gz'), 'x');
    const empty = await createTestDatabase({ empty: true });
    const into = { ...destination('third'), databaseUrl: empty.url };
    await expect(restore(backup, into, at)).rejects.toThrow(/schools\.copy\.gz has changed/);
    expect(await contents(empty.url)).toEqual({});
    writeFileSync(join(backup, 'manifest.json'), '{}');
    await expect(restore(backup, into, at)).rejects.toThrow(/manifest\.json is damaged/);
    await expect(restore(join(folder, 'nowhere'), into, at)).rejects.toThrow(/no manifest\.json/);
    await empty.drop();
  });
});

test('restoring an older log over newer anchors is told, and later tampering still shows', async () => {
  const backup = join(folder, 'older');
  await backUp(source(), backup, at);
  const administrator = await api.as('countyAdministrator');
  await administrator.delete(`/people/${api.world.people.reporter}/sessions`);
  await api.sealer.sealAll();
  const empty = await createTestDatabase({ empty: true });
  await restore(backup, { ...source(), databaseUrl: empty.url }, at);
  const anchors = api.config.anchorsFile;
  expect(await verify(empty.url, anchors)).toMatchObject({ faults: [], restorations: [at.toISOString()] });
  const client = new pg.Client({ connectionString: empty.url });
  await client.connect();
  await client.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
  await client.query('DELETE FROM audit_entries WHERE chain_id = $1', [api.world.county]);
  await client.end();
  expect((await verify(empty.url, anchors)).faults[0]).toMatchObject({ kind: 'truncated', sequence: 1 });
  await empty.drop();
});
