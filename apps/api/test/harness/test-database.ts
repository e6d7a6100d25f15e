import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/database/database.ts';

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

/** A database of this test file's own: a copy of the migrated template, or an empty one. */
export async function createTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const adminUrl = process.env['JUNHENG_TEST_ADMIN_URL'];
  if (adminUrl === undefined) throw new Error('Jest was started without test/harness/start-database.js');
  // Two workers would count alike.
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const from = options.empty === true ? 'template0' : 'junheng_template';
  await asAdministrator(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const dataSource = createDataSource(url.href, { pool: 8 });
  await dataSource.initialize();
  return {
    url: url.href,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asAdministrator(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdministrator(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
