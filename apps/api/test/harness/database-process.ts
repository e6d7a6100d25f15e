import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, migrate } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { createDatabase } from '../../src/platform/database/open-database.ts';

/** The migrated database every test database is copied from. */
const TEMPLATE = 'junheng_template';

/** Linux keeps this folder in memory. On a disk, copying the template is most of what a small test file costs. */
const MEMORY = '/dev/shm';
const ENOUGH = 2 * 1024 ** 3;

function roomForServer(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, freemem()) < ENOUGH ? tmpdir() : MEMORY;
}

const folder = mkdtempSync(join(roomForServer(), 'junheng-test-'));
// PostgreSQL runs as another user when this one is root.
chmodSync(folder, 0o755);
const server = await startEmbeddedServer(folder, { durable: false, maxConnections: 200 });
process.stdin.resume();
process.stdin.once('end', () => {
  void server.stop().finally(() => rmSync(folder, { recursive: true, force: true }));
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
await createDatabase(server.url('postgres'), TEMPLATE);
const dataSource = createDataSource(server.url(TEMPLATE), { pool: 2 });
await dataSource.initialize();
await migrate(dataSource);
await dataSource.destroy();
process.stdout.write(`${server.url('postgres')}\n`);
