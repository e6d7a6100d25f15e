import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, migrate } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { createDatabase } from '../../src/platform/database/open-database.ts';

/** The migrated database every test database is copied from. */
const TEMPLATE = 'junheng_template';

const folder = mkdtempSync(join(tmpdir(), 'junheng-test-'));
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
